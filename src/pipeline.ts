// The steps in order: read -> annotate -> code -> link. One document in, one record out.
import type { Annotated, CasusRecord, Document, Problem } from './records/index.ts';
import { codeDocument } from './code/code.ts';
import type { Knowledge } from './knowledge/knowledge.ts';

/** The version of the coder's rules; it changes when the same input may give another record. */
export const coderVersion = '0.1.0';

export type Annotator = {
  readonly version: string;
  annotateAll(documents: AsyncIterable<Document>): AsyncIterable<Annotated>;
};

// The steps in order: read -> annotate -> code -> link. A stream of documents in, a stream of records out, in order
// and in constant memory. One bad document becomes a problem on its record; the others go on.
import { setImmediate } from 'node:timers/promises';
import { type AnnotatedVectors, annotateAll } from './annotate/annotate.ts';
import type { AnnotatorModel } from './annotate/model.ts';
import { codeDocument } from './code/code.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { findFindings } from './link/findings.ts';
import type { StoryIndex } from './read/index.ts';
import { type Block, type CasusRecord, type Document, type Problem, problem } from './records/index.ts';

/** The version of the coder's rules; it changes when the same input may give another record. */
export const coderVersion = '0.4.0';

export type Tools = { readonly knowledge: Knowledge; readonly model: AnnotatorModel };
/** A document as `read` gives it: null when nothing could be read, with the problems that say why. */
export type Source = { readonly document: Document | null; readonly problems: readonly Problem[] };

/** No article is longer; what follows is kept in the document and left uncoded, and the record says so. */
export const longestCoded = 300_000;

/** Problems that keep a document from being coded, though it is kept in the record. */
const notCoded = new Set(['not-english', 'empty-document']);

/** Takes the place of what could not be read, so that the answers stay in step with the sources. */
const nothing: Document = {
  id: '',
  url: null,
  source: null,
  title: null,
  published: null,
  language: null,
  text: '',
  blocks: [],
};

export type CodeAllOptions = {
  /** Tells each record which story it belongs to; the index remembers the articles that it was given. */
  readonly stories?: StoryIndex | undefined;
};

/** Codes a stream; what could not be read at all comes back with `record: null` and its problems. */
export async function* codeAll(
  sources: AsyncIterable<Source> | Iterable<Source>,
  tools: Tools,
  { stories }: CodeAllOptions = {},
): AsyncGenerator<{ readonly record: CasusRecord | null; readonly problems: readonly Problem[] }> {
  const waiting: Source[] = [];
  const documents = (async function* (): AsyncGenerator<Document> {
    for await (const source of sources) {
      const bounded = boundLength(source);
      waiting.push(bounded);
      yield bounded.document === null ? nothing : codedPart(bounded);
    }
  })();
  for await (const annotated of annotateAll(documents, { model: tools.model })) {
    const source = waiting.shift()!;
    if (source.document === null) {
      yield { record: null, problems: source.problems };
      continue;
    }
    const record = recordOf(annotated, source, tools);
    if (stories === undefined) yield { record, problems: source.problems };
    else {
      const { story: id, duplicateOf, similarity } = stories.add(source.document);
      yield { record: { ...record, story: { id, duplicateOf, similarity } }, problems: source.problems };
    }
    // The encoder is at work on the documents to come: a run of it that has ended is followed by the next only here.
    await setImmediate();
  }
}

/** Tells of a document that is too long to be coded whole. */
export function boundLength(source: Source): Source {
  const { document } = source;
  if (document === null || document.text.length <= longestCoded) return source;
  const found = problem(
    'document-cut',
    `the text has ${document.text.length} characters; only the first ${longestCoded} are coded`,
    document.id,
    'split it into its articles',
  );
  return { ...source, problems: [...source.problems, found] };
}

/** The document with the blocks that are to be annotated. */
function codedPart({ document, problems }: Source): Document {
  const skipped = problems.some(({ code }) => notCoded.has(code));
  return { ...document!, blocks: skipped ? [] : blocksUpTo(document!.blocks, longestCoded) };
}

/** The blocks of the first so many characters of a text; the last of them may be cut. */
export function blocksUpTo(blocks: readonly Block[], end: number): Block[] {
  return blocks
    .filter(({ start }) => start < end)
    .map((block) => ({ ...block, end: Math.min(block.end, end) }));
}

function recordOf(annotated: AnnotatedVectors, source: Source, { knowledge, model }: Tools): CasusRecord {
  const document = source.document!;
  const base = {
    casus: 1 as const,
    version: { coder: coderVersion, knowledge: knowledge.version, model: model.version },
    document: { ...document, blocks: [...document.blocks] },
  };
  try {
    const coded = codeDocument(annotated, knowledge);
    return {
      ...base,
      events: [...coded.events],
      statements: [...coded.statements],
      commitments: [...coded.commitments],
      findings: [...findFindings(coded.events, knowledge, document.published, coded.commitments)],
      problems: [...source.problems],
    };
  } catch (cause) {
    // A defect of ours on one document must not stop the others; it is told, not hidden.
    const found = problem(
      'coding-failed',
      `could not be coded: ${(cause as Error).message}`,
      document.id,
      'please report it with the text',
    );
    return {
      ...base,
      events: [],
      statements: [],
      commitments: [],
      findings: [],
      problems: [...source.problems, found],
    };
  }
}

// What the annotator adds to a document: sentences of tokens in a UD tree, names, times, quotations.
import type { Document } from './document.ts';
import type { Span } from './span.ts';

/** One UD syntactic word. A contraction's parts share characters sensibly: "don't" is "do" + "n't". */
export type Token = {
  /** 0-based place in the sentence. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** UD features as one string, `_` when none. */
  readonly feats: string;
  /** Index of the head token, -1 for the root. */
  readonly head: number;
  /** UD relation with subtype, such as `nsubj:pass`. */
  readonly deprel: string;
};

export type Sentence = {
  readonly index: number;
  /** Index into `document.blocks`. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
};

export const nameKinds = ['PER', 'ORG', 'LOC', 'NORP', 'WEAPON', 'DOC', 'EVENT'] as const;
export type NameKind = (typeof nameKinds)[number];

/** A proper name: tokens [first, last) of one sentence. */
export type Name = Span & {
  readonly kind: NameKind;
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
};

/** A time expression, resolved to days when the publication date allows it: [from, to] inclusive ISO dates. */
export type TimeMention = Span & {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly from: string | null;
  readonly to: string | null;
};

/** Words in quotation marks. Spans exclude the marks; parts of one running quotation over paragraphs are linked. */
export type Quotation = Span & {
  readonly index: number;
  readonly block: number;
  /** The earlier quotation that this one continues (over a paragraph break), or null. */
  readonly continues: number | null;
  /** False when the closing mark was missing and the end was inferred. */
  readonly closed: boolean;
};

export type Annotated = {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly names: readonly Name[];
  readonly times: readonly TimeMention[];
  readonly quotations: readonly Quotation[];
};

// A stream of marked pairs in, their relations out, in order: annotate, then the lexicon, then the classifier where the
// lexicon is silent. Beside the pipeline, since it takes sentences with marks and not articles.
import { annotateAll } from './annotate/annotate.ts';
import { type Relation, relatePair } from './code/relate.ts';
import type { Tools } from './pipeline.ts';
import type { Document, Problem } from './records/index.ts';

export type RelateQuestion = {
  readonly id: unknown;
  readonly place: string;
  readonly pair: {
    readonly text: string;
    readonly actor: { start: number; end: number };
    readonly recipient: { start: number; end: number };
  } | null;
  readonly problems: readonly Problem[];
};
export type RelateAnswer = {
  readonly id: unknown;
  readonly place: string;
  /** Null when the question could not be read; `type` null when nothing relates the two. */
  readonly answer:
    | Relation
    | {
        readonly type: null;
        readonly quad: null;
        readonly confidence: 0;
        readonly because: readonly string[];
      }
    | null;
  readonly problems: readonly Problem[];
};

const silent = {
  type: null,
  quad: null,
  confidence: 0,
  because: ['no act or operator of the lexicon relates the two'],
} as const;

/** Answers in the order of the questions, in constant memory. */
export async function* relateAll(
  questions: AsyncIterable<RelateQuestion> | Iterable<RelateQuestion>,
  tools: Tools,
  options: { readonly classifier?: boolean } = {},
): AsyncGenerator<RelateAnswer> {
  void options;
  const waiting: RelateQuestion[] = [];
  const documents = (async function* (): AsyncGenerator<Document> {
    for await (const question of questions) {
      waiting.push(question);
      if (question.pair !== null) yield toDocument(question.place, question.pair.text);
    }
  })();
  const flush = function* (): Generator<RelateAnswer> {
    while (waiting[0] !== undefined && waiting[0].pair === null) {
      const { id, place, problems } = waiting.shift()!;
      yield { id, place, answer: null, problems };
    }
  };
  for await (const annotated of annotateAll(documents, { model: tools.model })) {
    yield* flush();
    const { id, place, pair } = waiting.shift()!;
    const [best] = relatePair(annotated, pair!, tools.knowledge);
    yield { id, place, answer: best ?? silent, problems: [] };
  }
  yield* flush();
}

function toDocument(id: string, text: string): Document {
  return {
    id,
    url: null,
    source: null,
    title: null,
    published: null,
    language: 'en',
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  };
}

// A stream of marked pairs in, their relations out, in order: annotate, then the lexicon, then the trained classifier
// over what it said. Beside the pipeline, since it takes sentences with marks and not articles.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { annotateAll } from './annotate/annotate.ts';
import { findModels } from './annotate/load-model.ts';
import { type Relation, relatePair } from './code/relate.ts';
import { classifyPair, type RelateWeights } from './code/relate-classifier.ts';
import type { Tools } from './pipeline.ts';
import { type Document, type Problem, ProblemError, problem } from './records/index.ts';

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

export type RelateOptions = {
  /** Let the trained classifier decide (the default), or leave it to the lexicon alone. */
  readonly classifier?: boolean;
};

/** Answers in the order of the questions, in constant memory. */
export async function* relateAll(
  questions: AsyncIterable<RelateQuestion> | Iterable<RelateQuestion>,
  tools: Tools,
  { classifier = true }: RelateOptions = {},
): AsyncGenerator<RelateAnswer> {
  const weights = classifier ? await loadRelateWeights() : null;
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
    const best =
      weights === null
        ? relatePair(annotated, pair!, tools.knowledge)[0]
        : classifyPair(annotated, pair!, tools.knowledge, weights);
    yield { id, place, answer: best ?? silent, problems: [] };
  }
  yield* flush();
}

/** Reads the classifier's weights. Throws a ProblemError when they are missing. */
export async function loadRelateWeights(folder = findModels()): Promise<RelateWeights> {
  const path = join(folder, 'relate.json');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const found = problem(
      'model-missing',
      "cannot read the classifier's weights",
      path,
      'see docs/relate.md on how they are made, or leave it out with --no-classifier',
    );
    throw new ProblemError([found], { cause });
  });
  return JSON.parse(text) as RelateWeights;
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

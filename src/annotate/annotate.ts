// Document -> Annotated: sentences of UD words, names, times, quotations. Only blocks of coded kinds are annotated.
import {
  type Annotated,
  codedBlockKinds,
  type Document,
  type Name,
  type Sentence,
} from '../records/index.ts';
import type { Analysis, AnnotatorModel } from './model.ts';
import { findQuotations } from './quotations.ts';
import { type Piece, splitText } from './split.ts';
import { findTimes } from './times/find-times.ts';

export type AnnotateOptions = {
  readonly model: AnnotatorModel;
  /** Give each sentence's word vectors too (384 numbers a word), in `vectors`. */
  readonly vectors?: boolean;
};

/** `vectors[i]` belongs to `sentences[i]`; there only when asked for. */
export type AnnotatedVectors = Annotated & { readonly vectors?: readonly Float32Array[] };

type Draft = { readonly document: Document; readonly sentences: readonly DraftSentence[] };
type DraftSentence = { readonly block: number; readonly pieces: readonly Piece[] };
/** The drafts of a window and the analyses of all their sentences, in one row. */
type Analysed = { readonly drafts: readonly Draft[]; readonly analyses: readonly Analysis[] };

// Documents are gathered until they hold this many words, so that batches are full of sentences of one length.
const windowWords = 8000;
/** What has few words to analyse - other languages, pages of links - fills a window too. */
const windowDocuments = 256;
const windowCharacters = 4_000_000;

/** Annotates one document. */
export async function annotate(document: Document, options: AnnotateOptions): Promise<AnnotatedVectors> {
  const [annotated] = buildAll(await analyse([draftDocument(document, options)], options), options);
  return annotated!;
}

/**
 * Annotates a stream of documents in their order, in constant memory, sharing batches between documents. The encoder
 * is at work on the next window while the documents of the last one are taken.
 */
export async function* annotateAll(
  documents: AsyncIterable<Document> | Iterable<Document>,
  options: AnnotateOptions,
): AsyncGenerator<AnnotatedVectors> {
  let running: Promise<Analysed> | null = null;
  for await (const drafts of gatherWindows(documents, options)) {
    const done: Analysed | null = await running;
    running = analyse(drafts, options);
    // Should it fail while the last window is being taken, that is told when its own turn comes.
    running.catch(() => undefined);
    if (done !== null) yield* buildAll(done, options);
  }
  if (running !== null) yield* buildAll(await running, options);
}

/** Splits documents into sentences and words, and gives as many at a time as fill a window. */
async function* gatherWindows(
  documents: AsyncIterable<Document> | Iterable<Document>,
  options: AnnotateOptions,
): AsyncGenerator<readonly Draft[]> {
  let drafts: Draft[] = [];
  let [words, characters] = [0, 0];
  for await (const document of documents) {
    const draft = draftDocument(document, options);
    drafts.push(draft);
    for (const { pieces } of draft.sentences) words += pieces.length;
    characters += document.text.length;
    if (words < windowWords && characters < windowCharacters && drafts.length < windowDocuments) continue;
    yield drafts;
    drafts = [];
    [words, characters] = [0, 0];
  }
  if (drafts.length > 0) yield drafts;
}

function draftDocument(document: Document, { model }: AnnotateOptions): Draft {
  const sentences = document.blocks.flatMap(({ kind, start, end }, block) =>
    codedBlockKinds.has(kind)
      ? splitText(document.text, start, end, model.boundaries).map((pieces) => ({ block, pieces }))
      : [],
  );
  return { document, sentences };
}

async function analyse(
  drafts: readonly Draft[],
  { model, vectors = false }: AnnotateOptions,
): Promise<Analysed> {
  const all = drafts.flatMap(({ sentences }) =>
    sentences.map(({ pieces }) => pieces.map(({ text }) => text)),
  );
  return { drafts, analyses: await model.analyse(all, { vectors }) };
}

function* buildAll(
  { drafts, analyses }: Analysed,
  { vectors = false }: AnnotateOptions,
): Generator<AnnotatedVectors> {
  let next = 0;
  for (const { document, sentences } of drafts) {
    const own = analyses.slice(next, next + sentences.length);
    next += sentences.length;
    const built = sentences.map(({ block, pieces }, index) =>
      buildSentence(pieces, own[index]!, index, block),
    );
    const coded = document.blocks.flatMap(({ kind }, index) => (codedBlockKinds.has(kind) ? [index] : []));
    const names = built.flatMap((sentence, index) => buildNames(document, sentence, own[index]!));
    const annotated: Annotated = {
      document,
      sentences: built,
      names,
      times: findTimes(document, built, names),
      quotations: findQuotations(document, coded),
    };
    yield vectors ? { ...annotated, vectors: own.map((analysis) => analysis.vectors!) } : annotated;
  }
}

/** A sentence record from its words and their analysis. */
export function buildSentence(
  pieces: readonly Piece[],
  analysis: Analysis,
  index: number,
  block: number,
): Sentence {
  const { lemmas, upos, xpos, feats, heads, deprels } = analysis;
  return {
    index,
    block,
    start: pieces[0]!.start,
    end: pieces.at(-1)!.end,
    tokens: pieces.map(({ start, end, text }, i) => ({
      index: i,
      start,
      end,
      text,
      lemma: lemmas[i]!,
      upos: upos[i]!,
      xpos: xpos[i]!,
      feats: feats[i]!,
      head: heads[i]!,
      deprel: deprels[i]!,
    })),
  };
}

function buildNames(document: Document, sentence: Sentence, { names }: Analysis): Name[] {
  return names.map(({ kind, first, last }) => {
    const start = sentence.tokens[first]!.start;
    const end = sentence.tokens[last - 1]!.end;
    return { text: document.text.slice(start, end), start, end, kind, sentence: sentence.index, first, last };
  });
}

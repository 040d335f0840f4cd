// The trained annotator, held open: words of sentences in, tags, trees and names out. onnxruntime is passed in,
// so the same code runs in Node and in a browser; reading the files is load-model.ts's business.
import { z } from 'zod';
import { type Batch, cutStretches, fillInputs, makeBatches, type Stretch } from './batches.ts';
import { type Boundaries, readBoundaries } from './boundaries.ts';
import { decodeNames, type NameSpan, prepareNameTags } from './decode-names.ts';
import { decodeTree } from './decode-tree.ts';
import { buildLemmaRules } from './lemma-rules.ts';
import { applyLemmaScript, parseLemmaScript } from './lemma-script.ts';
import { buildWordPieces } from './wordpiece.ts';

/** What is used of onnxruntime-node or onnxruntime-web. */
export type Ort = {
  readonly InferenceSession: {
    create(model: Uint8Array, options?: Record<string, unknown>): Promise<OrtSession>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown;
};

export type OrtSession = {
  // biome-ignore lint/suspicious/noExplicitAny: onnxruntime's feeds are its own Tensor class, which we only pass through.
  run(feeds: any, fetches: readonly string[]): Promise<Record<string, { readonly data: unknown }>>;
};

/** The files of `models/`, read: annotator.onnx, annotator.json and lemmas.json (parsed), vocab.txt, boundaries.bin. */
export type ModelFiles = {
  readonly weights: Uint8Array;
  readonly meta: unknown;
  readonly lemmas: unknown;
  readonly vocab: string;
  readonly boundaries: Uint8Array;
};

/** A sentence analysed, a column a task. Heads count from 0, the root's is -1. */
export type Analysis = {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly feats: readonly string[];
  readonly lemmas: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  readonly names: readonly NameSpan[];
  /** 384 numbers a word, only when asked for. */
  readonly vectors: Float32Array | null;
};

const labelsSchema = z.object({
  upos: z.array(z.string()),
  xpos: z.array(z.string()),
  feats: z.array(z.string()),
  lemma: z.array(z.string()),
  deprel: z.array(z.string()),
  names: z.array(z.string()),
});
const metaSchema = z.object({ version: z.string(), sha256: z.string(), labels: labelsSchema });

const columns = ['upos', 'xpos', 'feats', 'lemma', 'arcs', 'labels', 'names'] as const;
const vectorSize = 384;
/** Pieces in one batch, padding included: enough to fill a core's vector units, few enough to stay in its cache. */
export const batchPieces = 300;

export class AnnotatorModel {
  /** Names the model in a record's version: `0.1.0+e887a69e`. */
  readonly version: string;
  /** Where words and sentences end; for `splitText`. */
  readonly boundaries: Boundaries;
  /** How many runs of the encoder `analyse` keeps going at once. */
  readonly runsAtOnce: number;
  readonly #session: OrtSession;
  readonly #ort: Ort;
  readonly #split;
  readonly #specials;
  readonly #labels;
  readonly #scripts;
  readonly #tags;
  readonly #findLemma;

  private constructor(ort: Ort, session: OrtSession, files: ModelFiles, runsAtOnce: number) {
    this.runsAtOnce = runsAtOnce;
    const meta = metaSchema.parse(files.meta);
    this.version = `${meta.version}+${meta.sha256.slice(0, 8)}`;
    this.boundaries = readBoundaries(files.boundaries);
    this.#ort = ort;
    this.#session = session;
    this.#split = buildWordPieces(files.vocab);
    const pieces = files.vocab.split('\n');
    this.#specials = { cls: pieces.indexOf('[CLS]'), sep: pieces.indexOf('[SEP]') };
    this.#labels = meta.labels;
    this.#scripts = meta.labels.lemma.map(parseLemmaScript);
    this.#findLemma = buildLemmaRules(files.lemmas);
    this.#tags = prepareNameTags(meta.labels.names);
  }

  /** `options` are onnxruntime's own; onnxruntime-web makes one run at a time. */
  static async open(
    files: ModelFiles,
    ort: Ort,
    options: Record<string, unknown> = {},
    runsAtOnce = 1,
  ): Promise<AnnotatorModel> {
    const session = await ort.InferenceSession.create(files.weights, options);
    return new AnnotatorModel(ort, session, files, runsAtOnce);
  }

  /** Analyses sentences of words, in batches by length; the order is kept. A sentence without words gets empty columns. */
  async analyse(
    sentences: readonly (readonly string[])[],
    { vectors = false }: { readonly vectors?: boolean } = {},
  ): Promise<Analysis[]> {
    const parts: Part[][] = sentences.map(() => []);
    const same = groupSame(cutStretches(sentences, this.#split));
    const runs = makeBatches([...same.keys()], batchPieces).map((batch) => async () => {
      const output = await this.#session.run(this.#fill(batch), vectors ? [...columns, 'words'] : columns);
      batch.stretches.forEach((stretch, row) => {
        const part = this.#read(output, batch, stretch, row, vectors);
        for (const one of same.get(stretch)!) parts[one.sentence]!.push({ ...part, first: one.first });
      });
    });
    await runAtOnce(runs, this.runsAtOnce);
    return parts.map((own, index) => joinStretches(own, sentences[index]!.length, vectors));
  }

  /** The encoder's runs that `analyse` would make, tensors filled; for measuring the bare encoder. */
  prepareRuns(sentences: readonly (readonly string[])[]): (() => Promise<unknown>)[] {
    return makeBatches(cutStretches(sentences, this.#split), batchPieces).map((batch) => {
      const feeds = this.#fill(batch);
      return () => this.#session.run(feeds, columns);
    });
  }

  #fill(batch: Batch): Record<string, unknown> {
    const feeds: Record<string, unknown> = {};
    for (const [name, { data, dims }] of Object.entries(fillInputs(batch, this.#specials)))
      feeds[name] = new this.#ort.Tensor('int64', data, dims);
    return feeds;
  }

  #read(
    output: Record<string, { readonly data: unknown }>,
    { count }: Batch,
    stretch: Stretch,
    row: number,
    vectors: boolean,
  ): Part {
    const words = stretch.words.length;
    const ids = (name: string) => {
      const all = output[name]!.data as BigInt64Array;
      const low = new Int32Array(all.buffer, all.byteOffset + 8 * row * count, 2 * words);
      return (i: number) => low[2 * i]!;
    };
    const strings = (name: 'upos' | 'xpos' | 'feats') => {
      const at = ids(name);
      const labels = this.#labels[name];
      return stretch.words.map((_, i) => labels[at(i)]!);
    };
    const script = ids('lemma');
    const xpos = strings('xpos');
    const stride = count + 1;
    const base = row * count * stride;
    const heads = decodeTree(output.arcs!.data as Float32Array, base, stride, words);
    const relations = output.labels!.data as Uint8Array;
    const names = output.names!.data as Float32Array;
    const own = vectors ? (output.words!.data as Float32Array) : null;
    return {
      first: stretch.first,
      upos: strings('upos'),
      xpos,
      feats: strings('feats'),
      lemmas: stretch.words.map((word, i) =>
        this.#findLemma(word, xpos[i]!, applyLemmaScript(word, this.#scripts[script(i)]!)),
      ),
      heads: Array.from(heads, (head) => head - 1),
      deprels: Array.from(heads, (head, i) => {
        if (head === 0) return 'root';
        const label = this.#labels.deprel[relations[base + i * stride + head]!]!;
        return label === 'root' ? 'dep' : label;
      }),
      names: decodeNames(names, row * count * this.#tags.size, words, this.#tags),
      vectors: own && own.slice(row * count * vectorSize, (row * count + words) * vectorSize),
    };
  }
}

/** Runs all, so many at a time, each next one as soon as one is done. */
export async function runAtOnce(runs: readonly (() => Promise<unknown>)[], count: number): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < runs.length) await runs[next++]!();
  };
  await Promise.all(Array.from({ length: count }, lane));
}

/** What occurs twice (captions, "READ MORE") is analysed once: each distinct stretch with all that are like it. */
function groupSame(stretches: readonly Stretch[]): Map<Stretch, Stretch[]> {
  const byWords = new Map<string, Stretch>();
  const same = new Map<Stretch, Stretch[]>();
  for (const stretch of stretches) {
    const key = stretch.words.join(' ');
    const first = byWords.get(key);
    if (first) {
      same.get(first)!.push(stretch);
      continue;
    }
    byWords.set(key, stretch);
    same.set(stretch, [stretch]);
  }
  return same;
}

type Part = Analysis & { readonly first: number };

/** One sentence from its stretches, which come in any order: the roots of the later ones hang from the first one's as parataxis. */
function joinStretches(parts: readonly Part[], words: number, vectors: boolean): Analysis {
  if (parts.length === 1) {
    const { first: _, ...analysis } = parts[0]!;
    return analysis;
  }
  const sorted = [...parts].sort((a, b) => a.first - b.first);
  const root = sorted[0]?.heads.indexOf(-1) ?? -1;
  const all = vectors ? new Float32Array(words * vectorSize) : null;
  for (const part of sorted) if (all && part.vectors) all.set(part.vectors, part.first * vectorSize);
  return {
    upos: sorted.flatMap((part) => part.upos),
    xpos: sorted.flatMap((part) => part.xpos),
    feats: sorted.flatMap((part) => part.feats),
    lemmas: sorted.flatMap((part) => part.lemmas),
    heads: sorted.flatMap(({ heads, first }) =>
      heads.map((head) => (head >= 0 ? head + first : first === 0 ? -1 : root)),
    ),
    deprels: sorted.flatMap(({ deprels, heads, first }) =>
      deprels.map((deprel, i) => (heads[i]! < 0 && first > 0 ? 'parataxis' : deprel)),
    ),
    names: sorted.flatMap(({ names, first }) =>
      names.map((name) => ({ ...name, first: name.first + first, last: name.last + first })),
    ),
    vectors: all,
  };
}

// Opens the annotator in Node: finds `models/`, reads its files, and shares the cores out between runs of onnxruntime.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProblemError, problem } from '../records/index.ts';
import { AnnotatorModel, type Ort } from './model.ts';

export type LoadOptions = {
  /** Folder with annotator.onnx, annotator.json, lemmas.json, vocab.txt and boundaries.bin; the package's own `models/` by default. */
  readonly folder?: string;
  /** Threads for all runs together; all cores by default. */
  readonly threads?: number;
};

// Runs side by side use the cores far better than the threads of one run, which wait for each other at every step.
// Node's pool has four threads for such work: one stays free for files and the database.
const mostRuns = 3;

/** Reads and opens the model (about a second). Throws a ProblemError that says which file is missing. */
export async function loadModel({
  folder = findModels(),
  threads = availableParallelism(),
}: LoadOptions = {}): Promise<AnnotatorModel> {
  const read = async (name: string) => {
    const path = join(folder, name);
    return readFile(path).catch((cause: unknown) => {
      const found = problem(
        'model-missing',
        `cannot read the annotator's ${name}`,
        path,
        'see training/README.md on how models/ is made',
      );
      throw new ProblemError([found], { cause });
    });
  };
  const [weights, meta, lemmas, vocab, boundaries, ort] = await Promise.all([
    read('annotator.onnx'),
    read('annotator.json'),
    read('lemmas.json'),
    read('vocab.txt'),
    read('boundaries.bin'),
    import('onnxruntime-node'),
  ]);
  const runsAtOnce = Math.min(threads, mostRuns);
  return AnnotatorModel.open(
    {
      weights,
      meta: JSON.parse(meta.toString('utf8')),
      lemmas: JSON.parse(lemmas.toString('utf8')),
      vocab: vocab.toString('utf8'),
      boundaries,
    },
    // onnxruntime's Tensor has one constructor per type; ours names the one that is used.
    ort as unknown as Ort,
    {
      executionProviders: ['cpu'],
      graphOptimizationLevel: 'all',
      intraOpNumThreads: Math.floor(threads / runsAtOnce),
      interOpNumThreads: 1,
      // Batches differ in shape, so a memory plan per shape would only grow.
      enableMemPattern: false,
    },
    runsAtOnce,
  );
}

/** `models/` lies beside the sources as well as beside the built files: walk up until it is there. */
export function findModels(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const folder = join(at, 'models');
    if (existsSync(join(folder, 'annotator.json')) || dirname(at) === at) return folder;
  }
}

// Speed of the whole pipeline, from an article's bytes to its record's JSON, as a share of the annotator's alone on the
// same texts: the bundled examples and the golden articles, several times over. Run by `npm run eval -- speed`.
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { annotateAll } from '../src/annotate/annotate.ts';
import { codeAll, type Source, type Tools } from '../src/pipeline.ts';
import { readBytes } from '../src/read/index.ts';

/** Milliseconds a sentence, by the clock and of the processors (other work on the machine slows the clock most). */
type Cost = { readonly wall: number; readonly cpu: number };
/** One round: the annotator alone and the pipeline, one right after the other. */
type Round = { readonly annotator: Cost; readonly pipeline: Cost };
export type PipelineSpeed = {
  readonly sentences: number;
  readonly rounds: readonly Round[];
  readonly load: number;
};

type Article = { readonly name: string; readonly bytes: Uint8Array };

/** Both alternate in one process, so that other work on the machine falls on both alike; a first round warms up. */
export async function measurePipeline(tools: Tools, { rounds = 3, copies = 2 } = {}): Promise<PipelineSpeed> {
  const articles = readArticles();
  const texts = Array.from({ length: copies }, () => articles).flat();
  const sources: Source[] = [];
  for await (const source of readAll(texts)) sources.push(source);
  const documents = sources.flatMap(({ document }) => (document === null ? [] : [document]));
  let sentences = 0;
  const annotator = async (): Promise<void> => {
    sentences = 0;
    for await (const annotated of annotateAll(documents, { model: tools.model }))
      sentences += annotated.sentences.length;
  };
  let written = 0;
  const pipeline = async (): Promise<void> => {
    for await (const { record } of codeAll(readAll(texts), tools)) written += JSON.stringify(record).length;
  };
  const measured: Round[] = [];
  for (let round = 0; round <= rounds; round++) {
    const turns = [annotator, pipeline];
    if (round % 2 === 1) turns.reverse();
    const costs = new Map<typeof annotator, Cost>();
    for (const run of turns) costs.set(run, await measure(run));
    const each = (run: typeof annotator): Cost => {
      const { wall, cpu } = costs.get(run)!;
      return { wall: wall / sentences, cpu: cpu / sentences };
    };
    if (round > 0) measured.push({ annotator: each(annotator), pipeline: each(pipeline) });
  }
  if (written === 0) throw new Error('the pipeline wrote no record: there is nothing to measure');
  return { sentences, rounds: measured, load: loadavg()[0]! };
}

/** Medians over the rounds; the share is the median of each round's own. */
export function formatPipeline({ sentences, rounds, load }: PipelineSpeed): string {
  const rate = (get: (round: Round) => Cost): string => {
    const wall = median(rounds.map((round) => get(round).wall));
    const cpu = median(rounds.map((round) => get(round).cpu));
    return `${(1000 / wall).toFixed(0)} sentences/s (${cpu.toFixed(2)} ms of processor time each)`;
  };
  const shares = rounds.map(({ annotator, pipeline }) => annotator.wall / pipeline.wall);
  const work = rounds.map(({ annotator, pipeline }) => annotator.cpu / pipeline.cpu);
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  return [
    `${sentences} sentences, medians of ${rounds.length} rounds; load of the machine ${load.toFixed(1)}`,
    `annotator alone: ${rate((round) => round.annotator)}`,
    `whole pipeline:  ${rate((round) => round.pipeline)}`,
    `speed: the pipeline runs at ${percent(median(shares))} of the annotator's speed (${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}; ${percent(median(work))} by processor time); bar 75 %`,
  ].join('\n');
}

async function measure(run: () => Promise<void>): Promise<Cost> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

function readArticles(): Article[] {
  return ['examples', 'test/golden'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(txt|html|xml|jsonl)$/.test(name))
      .sort()
      .map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) })),
  );
}

async function* readAll(articles: readonly Article[]): AsyncGenerator<Source> {
  for (const { name, bytes } of articles) yield* readBytes(bytes, { name });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

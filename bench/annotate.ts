// Speed and memory of the annotator in Node: sentences a second, as a share of the bare encoder's, start, memory.
//   npm run bench:annotate [-- ../shared/data]      text of 25 words a sentence on average, made of EWT dev's
// spaCy's small English model runs on the same text after it, where it is installed.
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { readGold } from '../eval/annotate/gold.ts';
import { annotate, annotateAll } from '../src/annotate/annotate.ts';
import { loadModel } from '../src/annotate/load-model.ts';
import { runAtOnce } from '../src/annotate/model.ts';
import type { Document } from '../src/records/index.ts';
import { howToInstall, runSpacy } from './spacy.ts';

const data = process.argv[2] ?? '../shared/data';
const loadedAt = performance.now();
const model = await loadModel();
const tiny = makeDocument('tiny', ['The minister arrived in Geneva on Monday.']);
await annotate(tiny, { model });
console.log(
  `start to first result: ${(performance.now() / 1000).toFixed(2)} s, of it ${((performance.now() - loadedAt) / 1000).toFixed(2)} s model and first sentence`,
);
if (!existsSync(`${data}/ud-ewt/dev.conllu`)) {
  console.log(`skipped: no text under ${data} (give the folder: npm run bench:annotate -- FOLDER)`);
  process.exit(0);
}

// Real sentences of 10 to 60 words, 25 on average, ten to a document.
const sentences: string[] = [];
let words = 0;
for (const { text, sentences: gold } of readGold(`${data}/ud-ewt/dev.conllu`))
  for (const { words: own } of gold) {
    if (own.length < 16 || own.length > 60) continue;
    sentences.push(text.slice(own[0]!.start, own.at(-1)!.end));
    words += own.length;
  }
const documents: Document[] = [];
for (let at = 0; at < sentences.length; at += 10)
  documents.push(makeDocument(`d${at}`, sentences.slice(at, at + 10)));
console.log(
  `${sentences.length} sentences, ${(words / sentences.length).toFixed(1)} words on average, ${documents.length} documents; load of the machine ${loadavg()[0]!.toFixed(1)}`,
);

let best = { wall: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY, cpu: 0, bareCpu: 0 };
for (let round = 0; round < 3; round++) {
  const whole = await measureWhole();
  const bare = await measureBare();
  console.log(`  round ${round + 1}: ${describe(whole)}; bare encoder on the same batches ${describe(bare)}`);
  if (whole.wall < best.wall) best = { ...best, wall: whole.wall, cpu: whole.cpu };
  if (bare.wall < best.bare) best = { ...best, bare: bare.wall, bareCpu: bare.cpu };
}
console.log(
  `best: ${(1000 / best.wall).toFixed(0)} sentences/s, ${((100 * best.bare) / best.wall).toFixed(0)} % of the bare encoder (of its processor time ${((100 * best.bareCpu) / best.cpu).toFixed(0)} %)`,
);
console.log(
  `resident memory: ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB; at most ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`,
);
compareWithSpacy();

function compareWithSpacy(): void {
  const spacy = runSpacy(
    documents.map(({ text }) => text),
    data,
  );
  if (spacy === null) {
    console.log(`spaCy: not installed, so not compared. To install it:\n    ${howToInstall}`);
    return;
  }
  console.log(
    `${spacy.model} (${spacy.pipes.join(', ')}) on the same text; load of the machine ${loadavg()[0]!.toFixed(1)}`,
  );
  for (const [processes, { wall, cpu }] of Object.entries(spacy.speed)) {
    const cost = { wall: (1000 * wall) / sentences.length, cpu: (1000 * cpu) / sentences.length };
    console.log(
      `  ${processes} process${processes === '1' ? '' : 'es'}: ${describe(cost)}; ours is ${(cost.wall / best.wall).toFixed(2)} times as fast, with ${(best.cpu / cost.cpu).toFixed(2)} of its processor time`,
    );
  }
  const accuracy = Object.entries(spacy.accuracy).map(([name, value]) => `${name} ${value.toFixed(2)}`);
  console.log(`  EWT dev, gold words: ${accuracy.join('  ')} (ours: npm run eval:annotate)`);
}

/** Milliseconds a sentence: by the clock, and of the processors (other work on the machine slows the clock only). */
type Cost = { wall: number; cpu: number };

function describe({ wall, cpu }: Cost): string {
  return `${(1000 / wall).toFixed(0)}/s (${cpu.toFixed(1)} ms of processor time each)`;
}

async function measure(run: () => Promise<number>): Promise<Cost> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const count = await run();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (performance.now() - start) / count, cpu: (user + system) / 1000 / count };
}

/** Documents in, annotated documents out. */
async function measureWhole(): Promise<Cost> {
  return measure(async () => {
    let count = 0;
    for await (const annotated of annotateAll(documents, { model })) count += annotated.sentences.length;
    return count;
  });
}

/** onnxruntime alone, as many runs at once: batches and tensors are ready before the clock starts. */
async function measureBare(): Promise<Cost> {
  const all: string[][] = [];
  for await (const annotated of annotateAll(documents, { model }))
    for (const { tokens } of annotated.sentences) all.push(tokens.map(({ text }) => text));
  const batches: (() => Promise<unknown>)[] = [];
  for (let at = 0; at < all.length; at += 320) batches.push(...model.prepareRuns(all.slice(at, at + 320)));
  return measure(async () => {
    await runAtOnce(batches, model.runsAtOnce);
    return all.length;
  });
}

function makeDocument(id: string, paragraphs: readonly string[]): Document {
  let text = '';
  const blocks = paragraphs.map((paragraph) => {
    const start = text.length;
    text += `${paragraph}\n\n`;
    return { kind: 'paragraph' as const, start, end: start + paragraph.length };
  });
  return { id, url: null, source: null, title: null, published: '2024-06-20', language: 'en', text, blocks };
}

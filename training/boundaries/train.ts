// Trains models/boundaries.bin (where tokens and sentences end) on UD EWT and GUM, in about a minute, from a fixed seed:
//   npx tsx training/boundaries/train.ts ../shared/data models/boundaries.bin
import { writeFileSync } from 'node:fs';
import { type Weights, writeBoundaries } from '../../src/annotate/boundaries.ts';
import { SentenceContext } from '../../src/annotate/sentence-features.ts';
import { findCuts, tokenFeatures } from '../../src/annotate/token-features.ts';
import { splitText } from '../../src/annotate/split.ts';
import { readGold } from '../../eval/annotate/gold.ts';

/** A paragraph's text, its words, and the indices of the words that end a sentence. */
type Paragraph = { text: string; words: { start: number; end: number; text: string }[]; ends: Set<number> };
type Example = { features: number[]; gold: boolean };

const [data = '../shared/data', out = 'models/boundaries.bin'] = process.argv.slice(2);
const readParagraphs = (path: string): Paragraph[] =>
  readGold(path).map(({ text, sentences }) => {
    const words = sentences.flatMap((sentence) =>
      // Parts of a contraction that share their letters are one word here.
      sentence.words.filter((word, i, all) => word.start !== all[i - 1]?.start).map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
    );
    const last = new Set(sentences.map((sentence) => sentence.words.at(-1)!.end));
    return { text, words, ends: new Set(words.flatMap(({ end }, i) => (last.has(end) ? [i] : []))) };
  });
const train = [...readParagraphs(`${data}/ud-ewt/train.conllu`), ...readParagraphs(`${data}/ud-gum/train.conllu`)];
let seed = 1;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

function tokenExamples({ text, words }: Paragraph): Example[] {
  const starts = new Set(words.map((word) => word.start));
  const chunks = [...text.matchAll(/\S+/g)];
  return chunks.flatMap((chunk, i) => {
    const own = { text: chunk[0], before: (chunks[i - 1]?.[0] ?? '').slice(-30), after: (chunks[i + 1]?.[0] ?? '').slice(0, 30) };
    let first = 0;
    return findCuts(own.text).flatMap(({ at, sure }) => {
      const features = tokenFeatures(own, at, first);
      const gold = starts.has(chunk.index + at);
      if (gold || sure) first = at;
      return sure ? [] : [{ features, gold }];
    });
  });
}

function sentenceExamples({ words, ends }: Paragraph): Example[] {
  const context = new SentenceContext(words);
  const examples: Example[] = [];
  let first = 0;
  for (let at = 0; at + 1 < words.length; at++) {
    const gold = ends.has(at);
    if (context.isCandidate(at)) examples.push({ features: context.featuresAfter(at, first), gold });
    if (gold) first = at + 1;
  }
  return examples;
}

/** The paragraph as scrapers also deliver it: curly quotation marks. */
function curl(paragraph: Paragraph): Paragraph {
  let open = false;
  const text = paragraph.text.replace(/"|'/g, (mark) => {
    if (mark === "'") return '’';
    open = !open;
    return open ? '“' : '”';
  });
  return { ...paragraph, text, words: paragraph.words.map((w) => ({ ...w, text: text.slice(w.start, w.end) })) };
}

/** Logistic regression by Adagrad; weights are the mean of the second half of the epochs, as int8. */
function fit(examples: Example[], bits: number, epochs: number, rate: number, decay: number): Weights {
  const size = 2 ** bits;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-2);
  const sum = new Float64Array(size);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = examples.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [examples[i], examples[j]] = [examples[j]!, examples[i]!];
    }
    for (const { features, gold } of examples) {
      let score = 0;
      for (const feature of features) score += weights[feature & (size - 1)]!;
      const error = (gold ? 1 : 0) - 1 / (1 + Math.exp(-score));
      for (const feature of features) {
        const at = feature & (size - 1);
        const gradient = error - decay * weights[at]!;
        squares[at]! += gradient * gradient;
        weights[at]! += (rate * gradient) / Math.sqrt(squares[at]!);
      }
    }
    if (epoch >= epochs / 2) for (let i = 0; i < size; i++) sum[i]! += weights[i]!;
  }
  let top = 0;
  for (const value of sum) top = Math.max(top, Math.abs(value));
  const count = epochs - Math.ceil(epochs / 2);
  return { values: Int8Array.from(sum, (value) => Math.round((value / top) * 127)), scale: top / 127 / count };
}

function score(name: string, paragraphs: Paragraph[], boundaries: { token: Weights; sentence: Weights }): void {
  const hits = { token: [0, 0, 0], sentence: [0, 0, 0] };
  const add = (kind: 'token' | 'sentence', gold: Set<string>, mine: Set<string>) => {
    for (const one of mine) if (gold.has(one)) hits[kind][0]!++;
    hits[kind][1]! += gold.size;
    hits[kind][2]! += mine.size;
  };
  for (const { text, words, ends } of paragraphs) {
    const mine = splitText(text, 0, text.length, boundaries);
    add('token', new Set(words.map((w) => `${w.start}-${w.end}`)), new Set(mine.flat().map((w) => `${w.start}-${w.end}`)));
    let first = 0;
    const spans = words.flatMap((word, i) => {
      if (!ends.has(i)) return [];
      const span = `${words[first]!.start}-${word.end}`;
      first = i + 1;
      return [span];
    });
    add('sentence', new Set(spans), new Set(mine.map((s) => `${s[0]!.start}-${s.at(-1)!.end}`)));
  }
  const f1 = ([right, gold, mine]: number[]) => ((200 * right!) / (gold! + mine!)).toFixed(2);
  console.log(`${name}: words F1 ${f1(hits.token)}, sentences F1 ${f1(hits.sentence)} (${hits.sentence.join('/')})`);
}

const all = [...train, ...train.filter((_, i) => i % 4 === 0).map(curl)];
const tokens = all.flatMap(tokenExamples);
const sentences = all.flatMap(sentenceExamples);
console.log(`${tokens.length} token decisions, ${sentences.length} sentence decisions`);
const boundaries = {
  token: fit(tokens, 17, 12, 0.1, 1e-6),
  sentence: fit(sentences, 18, 20, 0.3, 1e-5),
};
writeFileSync(out, writeBoundaries(boundaries));
for (const name of ['ud-ewt', 'ud-gum']) score(name, readParagraphs(`${data}/${name}/dev.conllu`), boundaries);

// Measures the annotator as it is shipped on public development sets: gold words, raw text, other cases, names.
//   npm run eval:annotate [-- ../shared/data]
import { existsSync, readFileSync } from 'node:fs';
import { annotate, buildSentence } from '../src/annotate/annotate.ts';
import { loadModel } from '../src/annotate/load-model.ts';
import type { AnnotatorModel } from '../src/annotate/model.ts';
import type { Document, Sentence } from '../src/records/index.ts';
import { type GoldParagraph, type GoldSentence, readGold } from './annotate/gold.ts';
import { type Measure, Score, scoreSpans } from './annotate/score.ts';

const data = process.argv[2] ?? '../shared/data';
if (!existsSync(`${data}/ud-ewt/dev.conllu`)) {
  console.log(
    `skipped: no development sets under ${data} (give the folder: npm run eval:annotate -- FOLDER)`,
  );
  process.exit(0);
}

const columns: readonly Measure[] = ['upos', 'xpos', 'feats', 'lemmas', 'uas', 'las'];
const model = await loadModel();
console.log(`annotator ${model.version}; per cent, UAS and LAS with punctuation, LAS without subtypes\n`);
for (const [name, path] of [
  ['EWT dev', 'ud-ewt'],
  ['GUM dev', 'ud-gum'],
] as const) {
  const gold = readGold(`${data}/${path}/dev.conllu`);
  print(`${name}, gold words`, await scoreWords(gold, model, (form) => form), columns);
  print(`${name}, raw text`, await scoreRaw(gold, model), ['sentences', 'tokens', 'words', ...columns]);
  if (path === 'ud-gum') continue;
  print(`${name}, lower case`, await scoreWords(gold, model, (form) => form.toLowerCase()), columns);
  print(
    `${name}, Title Case`,
    await scoreWords(gold, model, (form) => form.slice(0, 1).toUpperCase() + form.slice(1)),
    columns,
  );
}
await scoreNames(`${data}/ner/uner-ewt-dev.iob2`);

function print(name: string, score: Score, shown: readonly Measure[]): void {
  console.log(`${name.padEnd(20)} ${shown.map((one) => `${one} ${score.f1(one).toFixed(2)}`).join('  ')}`);
}

async function scoreWords(
  gold: readonly GoldParagraph[],
  model: AnnotatorModel,
  recase: (form: string) => string,
): Promise<Score> {
  const sentences = gold.flatMap((paragraph) => paragraph.sentences).map((sentence) => numberWords(sentence));
  const analyses = await model.analyse(sentences.map(({ words }) => words.map(({ form }) => recase(form))));
  const score = new Score();
  sentences.forEach((sentence, i) => {
    const pieces = sentence.words.map(({ start, end, form }) => ({ start, end, text: form }));
    score.add([sentence], [buildSentence(pieces, analyses[i]!, i, 0)]);
  });
  return score;
}

/** With gold words the span of a word is its number: some contractions' parts share their letters. */
function numberWords(sentence: GoldSentence): GoldSentence {
  return { tokens: [], words: sentence.words.map((word, i) => ({ ...word, start: i, end: i + 1 })) };
}

async function scoreRaw(gold: readonly GoldParagraph[], model: AnnotatorModel): Promise<Score> {
  let text = '';
  const blocks = gold.map((paragraph) => {
    const start = text.length;
    text += `${paragraph.text.trimEnd()}\n\n`;
    return { kind: 'paragraph' as const, start, end: text.length - 2 };
  });
  const document: Document = {
    id: 'dev',
    url: null,
    source: null,
    title: null,
    published: null,
    language: 'en',
    text,
    blocks,
  };
  const { sentences } = await annotate(document, { model });
  const score = new Score();
  const byBlock = new Map<number, Sentence[]>();
  for (const sentence of sentences)
    byBlock.set(sentence.block, [...(byBlock.get(sentence.block) ?? []), sentence]);
  gold.forEach((paragraph, block) => {
    const offset = blocks[block]!.start;
    score.add(
      paragraph.sentences,
      (byBlock.get(block) ?? []).map((sentence) => moveBack(sentence, offset)),
    );
  });
  return score;
}

function moveBack(sentence: Sentence, offset: number): Sentence {
  const move = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    start: one.start - offset,
    end: one.end - offset,
  });
  return { ...move(sentence), tokens: sentence.tokens.map(move) };
}

async function scoreNames(path: string): Promise<void> {
  const sentences: { words: string[]; tags: string[] }[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [id, word, tag] = line.split('\t');
    if (line.startsWith('#') || tag === undefined) continue;
    if (id === '1') sentences.push({ words: [], tags: [] });
    sentences.at(-1)!.words.push(word!);
    sentences.at(-1)!.tags.push(tag);
  }
  const analyses = await model.analyse(sentences.map(({ words }) => words));
  for (const kinds of [['PER'], ['ORG'], ['LOC'], ['PER', 'ORG', 'LOC']]) {
    const gold = new Set<string>();
    const mine = new Set<string>();
    sentences.forEach(({ tags }, s) => {
      tags.forEach((tag, first) => {
        if (!tag.startsWith('B-') || !kinds.includes(tag.slice(2))) return;
        let last = first + 1;
        while (tags[last] === `I-${tag.slice(2)}`) last++;
        gold.add(`${s} ${first} ${last} ${tag.slice(2)}`);
      });
      for (const { kind, first, last } of analyses[s]!.names)
        if (kinds.includes(kind)) mine.add(`${s} ${first} ${last} ${kind}`);
    });
    const { p, r, f1 } = scoreSpans(gold, mine);
    console.log(
      `names ${kinds.join(' ').padEnd(14)} precision ${p.toFixed(2)}  recall ${r.toFixed(2)}  F1 ${f1.toFixed(2)}`,
    );
  }
}

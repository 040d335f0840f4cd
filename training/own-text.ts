// Writes the project's own sentences, split into UD words, as text without gold for training.train --text:
//   npx tsx training/own-text.ts OUT
// From the lexicon's examples and counter-examples, the marked sentences of training/relate, examples/, and what
// treaties oblige to. Nothing of a measuring set: no test/golden, no PLV, no PolNeAR, no acceptance article.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { lexiconCases } from '../eval/lexicon.ts';
import { splitText } from '../src/annotate/split.ts';
import { parseExample } from '../src/knowledge/lexicon/schema.ts';
import { openTools } from '../src/open.ts';
import { readHtml, readText } from '../src/read/index.ts';
import { codedBlockKinds } from '../src/records/index.ts';
import { readOwnSentences } from './relate/own-sentences.ts';

const [out] = process.argv.slice(2);
if (out === undefined) throw new Error('wanted: npx tsx training/own-text.ts OUT, came no file to write');
const tools = await openTools();
const { boundaries } = tools.model;
const split = (text: string, start = 0, end = text.length) => splitText(text, start, end, boundaries);

const articles = readdirSync('examples')
  .filter((name) => /\.(txt|html)$/.test(name))
  .flatMap((name) => {
    const text = readFileSync(`examples/${name}`, 'utf8');
    const { document } = name.endsWith('.html') ? readHtml(text) : readText(text);
    if (document === null) throw new Error(`examples/${name} gives no document`);
    return document.blocks
      .filter(({ kind }) => codedBlockKinds.has(kind))
      .flatMap(({ start, end }) => split(document.text, start, end));
  });
const sentences = [
  ...lexiconCases(tools).flatMap(({ line }) => split(parseExample(line)?.sentence ?? line)),
  ...readOwnSentences().flatMap(({ text }) => split(text)),
  ...tools.knowledge.treaties.treaties.flatMap(({ obligations }) => obligations.flatMap(({ text }) => split(text))),
  ...articles,
];
const lines = [...new Set(sentences.map((words) => words.map(({ text }) => text).join(' ')))];
writeFileSync(out, `${lines.join('\n')}\n`);
console.log(`${out}: ${lines.length} sentences`);

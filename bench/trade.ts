// Accuracy against speed of several annotator models, as a table and as one picture:
//   npx tsx bench/trade.ts "6 layers=models" "4 layers=FOLDER" ... [--data ../shared/data]
// Writes docs/images/annotator-trade.svg. Models are timed in turn, round by round, so that other work hits all alike.
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type GoldSentence, readGold } from '../eval/annotate/gold.ts';
import { Score } from '../eval/annotate/score.ts';
import { buildSentence } from '../src/annotate/annotate.ts';
import { loadModel } from '../src/annotate/load-model.ts';
import type { AnnotatorModel } from '../src/annotate/model.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: '../shared/data' } },
});
const gold = `${values.data}/ud-ewt/dev.conllu`;
if (positionals.length < 2 || !existsSync(gold)) {
  console.error(
    `wanted at least two models, as "LABEL=FOLDER", and ${gold}; came ${positionals.length} models${existsSync(gold) ? '' : ' and no such file'}`,
  );
  process.exit(2);
}

type Row = { readonly label: string; readonly las: number; readonly speed: number };

const sentences = readGold(gold).flatMap((paragraph) => paragraph.sentences);
const models: { label: string; model: AnnotatorModel; best: number }[] = [];
for (const one of positionals) {
  const cut = one.indexOf('=');
  models.push({
    label: one.slice(0, cut),
    model: await loadModel({ folder: one.slice(cut + 1) }),
    best: Number.POSITIVE_INFINITY,
  });
}
const timed = sentences.filter(({ words }) => words.length >= 16 && words.length <= 60);
const texts = timed.map(({ words }) => words.map(({ form }) => form));
for (let round = 0; round < 4; round++)
  for (const one of models) {
    const start = performance.now();
    await one.model.analyse(texts);
    one.best = Math.min(one.best, (performance.now() - start) / texts.length);
  }
const rows: Row[] = [];
for (const { label, model, best } of models)
  rows.push({ label, las: await scoreLas(model), speed: 1000 / best });
for (const { label, las, speed } of rows)
  console.log(`${label.padEnd(12)} EWT dev LAS ${las.toFixed(2)}  ${speed.toFixed(0)} sentences/s`);
writeFileSync('docs/images/annotator-trade.svg', `${draw(rows)}\n`);

async function scoreLas(model: AnnotatorModel): Promise<number> {
  const numbered: GoldSentence[] = sentences.map((sentence) => ({
    tokens: [],
    words: sentence.words.map((word, i) => ({ ...word, start: i, end: i + 1 })),
  }));
  const analyses = await model.analyse(numbered.map(({ words }) => words.map(({ form }) => form)));
  const score = new Score();
  numbered.forEach((sentence, i) => {
    const pieces = sentence.words.map(({ start, end, form }) => ({ start, end, text: form }));
    score.add([sentence], [buildSentence(pieces, analyses[i]!, i, 0)]);
  });
  return score.f1('las');
}

function draw(rows: readonly Row[]): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const picture = Plot.plot({
    document,
    width: 560,
    height: 340,
    marginLeft: 56,
    marginRight: 80,
    marginBottom: 44,
    grid: true,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '13px', background: 'white', color: '#222' },
    x: {
      label: 'sentences of 25 words a second (Node, this machine) →',
      domain: [0, 1.15 * Math.max(...rows.map(({ speed }) => speed))],
    },
    y: {
      label: '↑ LAS, EWT dev, gold words',
      domain: [Math.min(87, ...rows.map(({ las }) => las - 0.5)), 91],
    },
    marks: [
      Plot.ruleY([89], { stroke: '#b00', strokeDasharray: '4 3' }),
      Plot.text([{ x: 0, y: 89, text: 'bar 89' }], {
        x: 'x',
        y: 'y',
        text: 'text',
        fill: '#b00',
        dy: -8,
        textAnchor: 'start',
        dx: 4,
      }),
      Plot.line(rows, { x: 'speed', y: 'las', stroke: '#888' }),
      Plot.dot(rows, { x: 'speed', y: 'las', fill: '#1a5fb4', r: 5 }),
      Plot.text(rows, { x: 'speed', y: 'las', text: 'label', dx: 10, textAnchor: 'start' }),
    ],
  });
  picture.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return picture.outerHTML;
}

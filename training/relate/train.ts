// Fits the relate classifier on our own sentences and PLV's training sentences and writes models/relate.json:
// `npx tsx training/relate/train.ts`.
// What it scores on sentences that it has not seen is told by eval/relate-cv.ts.
import { writeFileSync } from 'node:fs';
import { openTools } from '../../src/open.ts';
import { ownExamples, plvExamples } from './examples.ts';
import { fitWeights } from './fit.ts';

const tools = await openTools();
const plv = await plvExamples(tools);
const own = await ownExamples(tools);
const weights = fitWeights([...plv.map(({ example }) => example), ...own]);
// The features that only our own sentences have are never asked for.
const asked = Object.entries(weights.weights).filter(([feature]) => !feature.startsWith('own '));
const text = `${JSON.stringify({ ...weights, weights: Object.fromEntries(asked) })}\n`;
writeFileSync('models/relate.json', text);
console.log(
  `models/relate.json: ${asked.length} features, ${Math.round(text.length / 1000)} kB, ` +
    `from ${plv.length} rows of PLV and ${own.length} sentences of our own`,
);

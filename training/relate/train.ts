// Fits the relate classifier on all of PLV's training sentences and writes models/relate.json: `npx tsx training/relate/train.ts`.
// What it scores on sentences that it has not seen is told by eval/relate-cv.ts.
import { writeFileSync } from 'node:fs';
import { openTools } from '../../src/open.ts';
import { plvExamples } from './examples.ts';
import { fitWeights } from './fit.ts';

const tools = await openTools();
const plv = await plvExamples(tools);
const weights = fitWeights(plv.map(({ example }) => example));
const text = `${JSON.stringify(weights)}\n`;
writeFileSync('models/relate.json', text);
console.log(
  `models/relate.json: ${Object.keys(weights.weights).length} features, ${Math.round(text.length / 1000)} kB, ` +
    `from ${plv.length} rows of PLV`,
);

// Fits the relate classifier on everything there is and writes models/relate.json: `npx tsx training/relate/train.ts`.
// What it scores on sentences that it has not seen is told by eval/relate-cv.ts.
import { writeFileSync } from 'node:fs';
import { openTools } from '../../src/open.ts';
import { lexiconExamples, plvExamples } from './examples.ts';
import { fitWeights } from './fit.ts';

const tools = await openTools();
const lexicon = await lexiconExamples(tools);
const plv = await plvExamples(tools);
const weights = fitWeights([...lexicon, ...plv.map(({ example }) => example)]);
const text = `${JSON.stringify(weights)}\n`;
writeFileSync('models/relate.json', text);
console.log(
  `models/relate.json: ${Object.keys(weights.weights).length} features, ${Math.round(text.length / 1000)} kB, ` +
    `from ${lexicon.length} examples of the lexicon and ${plv.length} rows of PLV`,
);

// The relate classifier on PLV's training sentences, five-fold cross-validated, beside the lexicon alone:
// `npx tsx eval/relate-cv.ts`. Each fold's classifier has seen the other four folds only.

import { judge } from '../src/code/relate-classifier.ts';
import { openTools } from '../src/open.ts';
import { plvExamples } from '../training/relate/examples.ts';
import { fitWeights, randomFrom, shuffle } from '../training/relate/fit.ts';
import { hasPlv, plvFile, plvRoot, scoreRelate } from './relate.ts';

const folds = 5;

/** Each row's fold: every root is dealt out evenly, by one fixed seed. */
function dealFolds(gold: readonly string[]): number[] {
  const out: number[] = gold.map(() => 0);
  let next = 0;
  for (const root of [...new Set(gold)].sort()) {
    const places = gold.flatMap((one, at) => (one === root ? [at] : []));
    for (const at of shuffle(places, randomFrom(7))) out[at] = next++ % folds;
  }
  return out;
}

if (!hasPlv()) {
  console.log(`skipped, ${plvFile} is not there (development data, see CONTRIBUTING)`);
} else {
  const tools = await openTools();
  const plv = await plvExamples(tools);
  const gold = plv.map(({ row }) => row.gold);
  const foldOf = dealFolds(gold);
  const found: string[] = gold.map(() => '');
  for (let fold = 0; fold < folds; fold++) {
    const seen = plv.filter((_, at) => foldOf[at] !== fold).map(({ example }) => example);
    const weights = fitWeights(seen);
    for (const [at, { example }] of plv.entries())
      if (foldOf[at] === fold) found[at] = judge(example.features, weights).root;
  }
  const alone = scoreRelate(
    gold,
    plv.map((one) => plvRoot(one.lexicon)),
  );
  const both = scoreRelate(gold, found);
  for (const line of both.byType) console.log(line);
  const show = ({ macroF1, accuracy }: typeof both): string =>
    `macro F1 ${macroF1.toFixed(3)}, accuracy ${accuracy.toFixed(3)}`;
  console.log(`lexicon alone: ${show(alone)} on ${gold.length} pairs`);
  console.log(`with the classifier, ${folds}-fold cross-validated: ${show(both)}; bar 0.84 / 0.85`);
}

// The relate classifier on PLV's training sentences, five-fold cross-validated, beside the lexicon alone:
// `npx tsx eval/relate-cv.ts`. Each fold's classifier has seen the other four folds and our own sentences only; three deals.

import { judge } from '../src/code/relate-classifier.ts';
import { openTools } from '../src/open.ts';
import { ownExamples, plvExamples } from '../training/relate/examples.ts';
import { fitWeights, shuffle } from '../training/relate/fit.ts';
import { randomFrom } from './random.ts';
import { hasPlv, plvFile, plvRoot, scoreRelate } from './relate.ts';

const folds = 5;
const deals = [7, 8, 9];

/** Each row's fold: every root is dealt out evenly, by one fixed seed. */
function dealFolds(gold: readonly string[], seed: number): number[] {
  const out: number[] = gold.map(() => 0);
  let next = 0;
  for (const root of [...new Set(gold)].sort()) {
    const places = gold.flatMap((one, at) => (one === root ? [at] : []));
    for (const at of shuffle(places, randomFrom(seed))) out[at] = next++ % folds;
  }
  return out;
}

if (!hasPlv()) {
  console.log(`skipped, ${plvFile} is not there (development data, see CONTRIBUTING)`);
} else {
  const tools = await openTools();
  const plv = await plvExamples(tools);
  const own = await ownExamples(tools);
  const gold = plv.map(({ row }) => row.gold);
  const scores = deals.map((seed) => {
    const foldOf = dealFolds(gold, seed);
    const found: string[] = gold.map(() => '');
    for (let fold = 0; fold < folds; fold++) {
      const seen = plv.filter((_, at) => foldOf[at] !== fold).map(({ example }) => example);
      const weights = fitWeights([...seen, ...own]);
      for (const [at, { example }] of plv.entries())
        if (foldOf[at] === fold) found[at] = judge(example.features, weights).root;
    }
    return scoreRelate(gold, found);
  });
  const alone = scoreRelate(
    gold,
    plv.map((one) => plvRoot(one.lexicon)),
  );
  type Figures = { readonly macroF1: number; readonly accuracy: number };
  const show = ({ macroF1, accuracy }: Figures): string =>
    `macro F1 ${macroF1.toFixed(3)}, accuracy ${accuracy.toFixed(3)}`;
  const mean = (of: (score: Figures) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  for (const line of scores[0]!.byType) console.log(line);
  console.log(`lexicon alone: ${show(alone)} on ${gold.length} pairs`);
  for (const [at, score] of scores.entries()) console.log(`deal ${deals[at]}: ${show(score)}`);
  const all = { macroF1: mean(({ macroF1 }) => macroF1), accuracy: mean(({ accuracy }) => accuracy) };
  console.log(
    `with the classifier, ${folds}-fold cross-validated, mean of the deals: ${show(all)}; bar 0.84 / 0.85`,
  );
}

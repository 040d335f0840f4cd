// Fits the relate classifier: multinomial logistic regression by AdaGrad with L2, classes weighted, one fixed seed.
import { randomFrom } from '../../eval/random.ts';
import type { RelateWeights, Root } from '../../src/code/relate-classifier.ts';

export type Example = { readonly features: readonly string[]; readonly root: Root; readonly weight: number };
export type FitOptions = {
  readonly epochs?: number;
  readonly rate?: number;
  readonly l2?: number;
  /** Features seen in fewer examples are left out. */
  readonly least?: number;
  /** Weights nearer to zero are dropped. */
  readonly prune?: number;
  /** How far rare roots are weighed up: 0 not at all, 1 to equal mass. */
  readonly balance?: number;
  readonly seed?: number;
};

export function shuffle<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list];
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [out[at], out[other]] = [out[other]!, out[at]!];
  }
  return out;
}

export function fitWeights(
  examples: readonly Example[],
  { epochs = 25, rate = 0.03, l2 = 0.002, least = 3, prune = 0.02, balance = 0.5, seed = 1 }: FitOptions = {},
): RelateWeights {
  const roots = [...new Set(examples.map(({ root }) => root))].sort();
  const seen = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const names = [...seen].filter(([, times]) => times >= least).map(([name]) => name).sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const width = roots.length;
  const mass = roots.map((root) =>
    examples.reduce((sum, one) => sum + (one.root === root ? one.weight : 0), 0),
  );
  const mean = mass.reduce((sum, one) => sum + one, 0) / width;
  const rows = examples.map(({ features, root, weight }) => {
    const gold = roots.indexOf(root);
    return {
      gold,
      weight: weight * (mean / mass[gold]!) ** balance,
      at: features.flatMap((feature) => index.get(feature) ?? []),
    };
  });
  const weights = new Float64Array(names.length * width);
  const squares = new Float64Array(names.length * width).fill(1e-6);
  const random = randomFrom(seed);
  const scores = new Float64Array(width);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { at, gold, weight } of shuffle(rows, random)) {
      scores.fill(0);
      for (const one of at) for (let k = 0; k < width; k++) scores[k]! += weights[one * width + k]!;
      const top = Math.max(...scores);
      let sum = 0;
      for (let k = 0; k < width; k++) sum += scores[k] = Math.exp(scores[k]! - top);
      for (let k = 0; k < width; k++) {
        const error = weight * (scores[k]! / sum - (k === gold ? 1 : 0));
        for (const one of at) {
          const place = one * width + k;
          const slope = error + l2 * weights[place]!;
          squares[place]! += slope * slope;
          weights[place]! -= (rate * slope) / (Math.sqrt(squares[place]!) + 0.1);
        }
      }
    }
  }
  const out: Record<string, number[]> = {};
  for (const [at, name] of names.entries()) {
    const row: number[] = [];
    for (let k = 0; k < width; k++) {
      const weight = Math.round(weights[at * width + k]! * 100) / 100;
      if (Math.abs(weight) >= prune) row.push(k, weight);
    }
    if (row.length > 0) out[name] = row;
  }
  return { version: 1, roots, weights: out };
}

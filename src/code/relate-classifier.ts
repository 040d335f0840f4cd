// The trained judge of a marked pair: multinomial logistic regression over relate-features. It speaks where the lexicon
// is silent and may correct it; the lexicon's answer is among what it looks at. Pure: the weights are handed in.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Annotated, EventType } from '../records/index.ts';
import { type MarkedPair, type Relation, relatePair } from './relate.ts';
import { relateFeatures } from './relate-features.ts';

/** PLV's roots: CONCEDE and RETREAT are one, YIELD. */
export type Root = Exclude<EventType, 'CONCEDE' | 'RETREAT'> | 'YIELD';
export type RelateWeights = {
  readonly version: number;
  readonly roots: readonly Root[];
  /** For each feature, pairs of root index and weight, flat: [3, 0.41, 7, -0.2]. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
};
export type Judgement = { readonly root: Root; readonly share: number; readonly reasons: readonly string[] };

/** The likeliest root with its share and the three features that speak for it most. */
export function judge(features: readonly string[], { roots, weights }: RelateWeights): Judgement {
  const scores = roots.map(() => 0);
  for (const feature of features) {
    const row = Object.hasOwn(weights, feature) ? weights[feature]! : [];
    for (let at = 0; at < row.length; at += 2) scores[row[at]!]! += row[at + 1]!;
  }
  const top = scores.indexOf(Math.max(...scores));
  const sum = scores.reduce((all, score) => all + Math.exp(score - scores[top]!), 0);
  const weightOf = (feature: string): number => {
    const row = Object.hasOwn(weights, feature) ? weights[feature]! : [];
    for (let at = 0; at < row.length; at += 2) if (row[at] === top) return row[at + 1]!;
    return 0;
  };
  const reasons = features
    .map((feature) => ({ feature, weight: weightOf(feature) }))
    .filter(({ feature, weight }) => weight > 0 && feature !== 'any')
    .sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1))
    .slice(0, 3)
    .map(({ feature }) => feature);
  return { root: roots[top]!, share: 1 / sum, reasons };
}

/** The lexicon's readings, put in order by the classifier: the reading it agrees with, or one of its own. */
export function classifyPair(
  annotated: Annotated,
  pair: MarkedPair,
  knowledge: Knowledge,
  weights: RelateWeights,
): Relation {
  const relations = relatePair(annotated, pair, knowledge);
  const { root, share, reasons } = judge(relateFeatures(annotated, pair, relations), weights);
  const said = relations.find(({ type }) => rootOf(type) === root);
  const type = said?.type ?? (root === 'YIELD' ? 'RETREAT' : root);
  const first = relations[0];
  const beside =
    first === undefined
      ? 'the lexicon was silent'
      : rootOf(first.type) === root
        ? 'the lexicon agrees'
        : `the lexicon alone would say ${first.type}`;
  return {
    type,
    mode: said?.mode ?? null,
    quad: knowledge.events.types[type].quad,
    confidence: Math.round(share * 100) / 100,
    because: [
      `classifier: ${root} (${Math.round(share * 100)} %), strongest: ${reasons.join('; ') || 'nothing in particular'}`,
      beside,
      ...(said?.because ?? []),
    ],
  };
}

export function rootOf(type: EventType): Root {
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type;
}

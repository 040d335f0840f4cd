// The words by which a party is told: its noun phrase without clauses and appositions, or its name.
import type { PartyContext } from './party-context.ts';
import { perToken, relation, spanOf, subtree, type Tree } from './tree.ts';

/** The words of the noun phrase itself: no clauses, appositions or trailing phrases, no leading article. */
export function nominalText(
  context: PartyContext,
  tree: Tree,
  at: number,
): { text: string; start: number; end: number } {
  return spanOf(tree, nominalTokens(tree, at), context.text);
}

const nominalTokens = perToken((tree, at) => {
  const tokens = subtree(
    tree,
    at,
    (token) =>
      besideNominal.has(relation(token)) ||
      token.deprel === 'nmod' ||
      token.deprel === 'aux' ||
      token.deprel === 'mark' ||
      (token.deprel === 'det' && token.index < at),
  );
  return contiguousAround(tokens, at);
});

const besideNominal = new Set([
  'acl',
  'appos',
  'conj',
  'cc',
  'punct',
  'case',
  'parataxis',
  'advcl',
  'cop',
  'nsubj',
  'advmod',
  'obl',
  'ccomp',
]);

export function wordsOf(
  context: PartyContext,
  tree: Tree,
  at: number,
): { text: string; start: number; end: number } {
  const match = context.mentionsOf(tree).names[at];
  const base = nominalText(context, tree, at);
  if (match == null) return base;
  const name = spanOf(tree, range(match.first, match.last), context.text);
  return name.start >= base.start && name.end <= base.end ? base : name;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, k) => first + k);
}

/** The unbroken run of tokens around the head (hyphens and quotes inside may break it by one). */
function contiguousAround(tokens: readonly number[], at: number): number[] {
  const set = new Set(tokens);
  let first = at;
  while (set.has(first - 1) || set.has(first - 2)) first -= set.has(first - 1) ? 1 : 2;
  let last = at;
  while (set.has(last + 1)) last++;
  return range(first, last + 1);
}

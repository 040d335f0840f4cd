// Persons whom no index knows: introduced once with their whole name and what they are ("the army spokesman, Colonel Amadou
// Traore"), they are called by their surname afterwards. Another bearer of that surname is then not meant.
import type { Name, Party } from '../records/index.ts';
import { childrenBy, relation, type Tree } from './tree.ts';

export type Strangers = {
  /** Keeps a person who was introduced by a name of several words. */
  readonly introduce: (tree: Tree, name: Name, party: Party) => void;
  /** Who is meant by a surname that stands alone, if it was introduced before; null else. */
  readonly called: (tree: Tree, at: number) => Party | null;
};

export function createStrangers(): Strangers {
  const known = new Map<string, { readonly party: Party; readonly start: number }>();
  return {
    introduce: (tree, name, party) => {
      const { text, start } = tree.tokens[name.last - 1]!;
      if (!known.has(text)) known.set(text, { party, start });
    },
    called: (tree, at) => {
      const token = tree.tokens[at]!;
      const found = token.upos === 'PROPN' ? known.get(token.text) : undefined;
      if (found === undefined || token.start <= found.start || !isAlone(tree, at)) return null;
      const { text, start, end } = token;
      return { ...found.party, text, start, end, basis: 'implied' };
    },
  };
}

/** No given name and no title beside it. */
function isAlone(tree: Tree, at: number): boolean {
  const { deprel } = tree.tokens[at]!;
  if (deprel === 'flat' || deprel === 'compound') return false;
  return childrenBy(tree, at, 'flat', 'compound', 'nmod:desc', 'nmod:poss').length === 0;
}

/** The token of a person's name that hangs on something outside it. */
export function headOfPerson(tree: Tree, { first, last }: Name): number {
  for (let at = first; at < last; at++) {
    const { head } = tree.tokens[at]!;
    if (head < first || head >= last) return at;
  }
  return first;
}

/** The noun that tells what a person is: before the name in apposition, or the name stands in apposition to it. */
export function describedBy(tree: Tree, at: number): number[] {
  const token = tree.tokens[at]!;
  const above = relation(token) === 'appos' && token.head >= 0 ? [token.head] : [];
  return [...above, ...childrenBy(tree, at, 'appos')];
}

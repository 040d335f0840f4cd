// Who stands behind a thing: "a report published by the UN", "missiles launched by Iran", "a statement issued in Pyongyang".
import type { Lexicon } from '../knowledge/lexicon/index.ts';
import { logicalSubject } from './roles.ts';
import { childrenBy, markOf, type Tree } from './tree.ts';

const has = (lexicon: Lexicon, name: string, lemma: string): boolean =>
  lexicon.classes.get(name)?.has(lemma.toLowerCase()) ?? false;

/** "signed a law that provides aid": who makes the law does what it does. Another token than `at`, or `at` itself. */
export function lawMaker(lexicon: Lexicon, tree: Tree, at: number): number {
  const { lemma, deprel, head } = tree.tokens[at]!;
  if (deprel !== 'obj' || head < 0 || !has(lexicon, 'act-documents', lemma)) return at;
  return logicalSubject(tree, head) ?? at;
}

/** The tokens of those by whom, or for a paper of where, the noun at `at` was made, sent or published; mostly none. */
export function makersOf(lexicon: Lexicon, tree: Tree, at: number): number[] {
  if (tree.tokens[at]!.upos !== 'NOUN') return [];
  for (const participle of participlesOf(lexicon, tree, at)) {
    const by = childrenBy(tree, participle, 'obl').filter((kid) => markOf(tree, kid) === 'by');
    if (by.length > 0) return by;
    if (!has(lexicon, 'papers', tree.tokens[at]!.lemma)) continue;
    const where = childrenBy(tree, participle, 'obl').filter((kid) => markOf(tree, kid) === 'in');
    if (where.length > 0) return where;
  }
  return [];
}

/** Participles of making behind a noun, also "believed to have been fired". */
function participlesOf(lexicon: Lexicon, tree: Tree, at: number): number[] {
  return childrenBy(tree, at, 'acl').flatMap((kid) => {
    const below = childrenBy(tree, kid, 'xcomp');
    return [kid, ...below].filter(
      (one) =>
        ['VBN', 'VBD'].includes(tree.tokens[one]!.xpos) &&
        has(lexicon, 'making-verbs', tree.tokens[one]!.lemma),
    );
  });
}

// Who stands behind a thing: "a report published by the UN", "missiles launched by Iran", "a statement issued in Pyongyang".
import { isInClass, type Lexicon } from '../knowledge/lexicon/index.ts';
import { logicalSubject } from './roles.ts';
import { childrenBy, markOf, type Tree } from './tree.ts';

const has = (lexicon: Lexicon, name: string, lemma: string): boolean =>
  isInClass(lexicon, name, lemma.toLowerCase());

/** "signed a law that provides aid": who makes the law does what it does. Another token than `at`, or `at` itself. */
export function lawMaker(lexicon: Lexicon, tree: Tree, at: number): number {
  const { lemma, deprel, head } = tree.tokens[at]!;
  if (deprel !== 'obj' || head < 0 || !has(lexicon, 'act-documents', lemma)) return at;
  return logicalSubject(tree, head) ?? at;
}

/** The tokens of those by whom, or for a paper of where, the noun at `at` was made, sent or published; mostly none. */
export function makersOf(lexicon: Lexicon, tree: Tree, at: number): number[] {
  const { upos, xpos, lemma } = tree.tokens[at]!;
  if (upos !== 'NOUN' && xpos !== 'VBG') return [];
  // "shelling by Russian forces"
  if (has(lexicon, 'attack-nouns', lemma) || has(lexicon, 'attack-nouns', tree.tokens[at]!.text)) {
    const by = childrenBy(tree, at, 'nmod', 'obl').filter((kid) => markOf(tree, kid) === 'by');
    if (by.length > 0) return by;
  }
  for (const participle of participlesOf(lexicon, tree, at)) {
    const by = childrenBy(tree, participle, 'obl').filter((kid) => markOf(tree, kid) === 'by');
    if (by.length > 0) return by;
    if (!has(lexicon, 'papers', lemma)) continue;
    const where = childrenBy(tree, participle, 'obl').filter((kid) => markOf(tree, kid) === 'in');
    if (where.length > 0) return where;
  }
  return [];
}

/** "assassinated in a U.S. drone strike", "wounded by shelling": the deed by which somebody was harmed; mostly none. */
export function deedsBelow(lexicon: Lexicon, tree: Tree, head: number): number[] {
  return childrenBy(tree, head, 'obl').filter((kid) => {
    const { lemma, text } = tree.tokens[kid]!;
    const isDeed = has(lexicon, 'attack-nouns', lemma) || has(lexicon, 'attack-nouns', text);
    return isDeed && ['in', 'during', 'by', 'from', 'through'].includes(markOf(tree, kid));
  });
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

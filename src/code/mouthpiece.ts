// Who speaks for the side that a sentence is about: "its premier", "an official" without a side of their own.
import { isInClass, type Lexicon } from '../knowledge/lexicon/index.ts';
import type { Tree } from './tree.ts';

/** "Minsk could expel them, an official warned" speaks for Minsk; "a German official" and "officials in Paris" don't. */
export function isMouthpiece(tree: Tree, at: number, lexicon: Lexicon): boolean {
  const { upos, lemma } = tree.tokens[at]!;
  const speaks = isInClass(lexicon, 'mouthpieces', lemma.toLowerCase());
  if (upos !== 'NOUN' || !speaks) return false;
  const about = tree.kids[at]!.map((kid) => tree.tokens[kid]!);
  if (about.some(({ deprel, upos }) => deprel === 'nmod:poss' && upos === 'PRON')) return true;
  return !about.some(
    ({ deprel, upos, text }) =>
      ['nmod', 'nmod:poss', 'appos', 'flat'].includes(deprel) ||
      (['PROPN', 'ADJ'].includes(upos) && /^\p{Lu}/u.test(text)),
  );
}

// What a sentence must have for a pattern to match in it: a cheap first test, since few of a head's patterns ever match.
// It may let a pattern through that does not match; it never keeps one out that does.
import type { Argument, LexiconPattern } from './pattern.ts';

/** One of these words, or the first word of a phrase of one of these classes, must be in the sentence. */
export type Need = { readonly words: readonly string[]; readonly classes: readonly string[] };

/** The needs of one head of a pattern; the head's own word is taken as found. */
export function needsOf(
  { arguments: args }: LexiconPattern,
  lemmas: readonly string[],
  headAt: number,
): Need[] {
  const beside = lemmas.filter((_, at) => at !== headAt).map((lemma) => ({ words: [lemma], classes: [] }));
  return [...beside, ...args.filter(({ optional }) => !optional).flatMap(needsOfArgument)];
}

function needsOfArgument({ at, prepositions, verbs, filler }: Argument): Need[] {
  const out: Need[] = [];
  const nouns = 'slot' in filler ? filler.only : filler;
  // "to:protect X": any object, or none.
  const open = at === 'purpose' && 'slot' in filler && filler.slot === 'X';
  if (nouns !== undefined && !open) out.push({ words: nouns.words.map(firstWord), classes: nouns.classes });
  if (verbs !== undefined) out.push({ words: verbs.map(firstWord), classes: [] });
  if (prepositions.length > 0 && !prepositions.includes(''))
    out.push({ words: prepositions.map(firstWord), classes: [] });
  return out;
}

/** The first word of a phrase: "state" of "state of emergency". */
export function firstWord(phrase: string): string {
  const blank = phrase.indexOf(' ');
  return blank < 0 ? phrase : phrase.slice(0, blank);
}

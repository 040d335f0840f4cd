// Tells which language a text is in. Short English full of foreign names must not be taken for something else.
import { eld } from 'eld/extrasmall';
import type { Draft } from './type-blocks.ts';

const english = new Set(
  (
    'the of and to in a that for on with said is was it as by from at be has have had not this which its he they will are were ' +
    'an but his after who their or been over says would if into than'
  ).split(' '),
);
/** Words of that list which other languages in Latin letters have too: in a short text they prove nothing. */
const shared = new Set('in to a is was as at by be over not an or said had her will'.split(' '));
/** Enough for a verdict; more would only cost time. */
const sample = 4000;

/** An ISO 639-1 code, or null when the text is too short or too odd to tell. */
export function detectLanguage(drafts: readonly Draft[]): string | null {
  const body = drafts.filter(({ kind }) => kind !== 'link' && kind !== 'boilerplate' && kind !== 'repeat');
  let text = '';
  for (const draft of body) {
    if (text.length > sample) break;
    text += `${draft.text.slice(0, sample)}\n`;
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) => english.has(word));
  const proper = words.length > 15 || common.some((word) => !shared.has(word));
  if (words.length >= 4 && proper && common.length / words.length >= 0.14) return 'en';
  const letters = words.join('').length;
  // Another script needs few letters.
  const latin = (text.match(/\p{Script=Latin}/gu) ?? []).length;
  if (latin < letters * 0.5) return letters >= 4 ? eld.detect(text).language || null : null;
  // Names are in any language ("Orbán meets Vučić"), so the words in lower case decide where there are some.
  const plain = text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}’']*/gu) ?? [];
  const plainLetters = plain.join('').length;
  // "Russia bombed Kharkiv. Zelensky condemned Moscow.": no little words, but verbs as only English has them.
  const verbs = plain.filter((word) => /^[a-z]{4,}(?:ed|ing)$/.test(word)).length;
  if (verbs * 3 >= plain.length && verbs > 0 && plain.length < 9) return null;
  if (plain.length >= 2 && plainLetters >= 8) return judge(plain.join(' '), 1.18);
  return letters >= 60 ? judge(text, 1.25) : null;
}

/** The language of the words; another than English only with a clear lead over it. */
function judge(text: string, lead: number): string | null {
  const result = eld.detect(text);
  if (result.language === '' || result.language === 'en') return result.language || null;
  const scores = result.getScores();
  const best = scores[result.language] ?? 0;
  return result.isReliable() && best > (scores.en ?? 0) * lead ? result.language : null;
}

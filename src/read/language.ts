// Tells which language a text is in. Short English full of foreign names must not be taken for something else.
import { eld } from 'eld/extrasmall';
import type { Draft } from './type-blocks.ts';

const english = new Set(
  (
    'the of and to in a that for on with said is was it as by from at be has have had not this which its he they will are were ' +
    'an but his after who their or been over says would if into than'
  ).split(' '),
);
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
  const common = words.filter((word) => english.has(word)).length;
  if (words.length >= 4 && common / words.length >= 0.14) return 'en';
  const letters = words.join('').length;
  const result = eld.detect(text);
  if (result.language === '') return null;
  const scores = result.getScores();
  const best = scores[result.language] ?? 0;
  if (result.language === 'en') return letters >= 12 ? 'en' : null;
  // Another script needs few letters; another language in Latin letters needs many and a clear lead over English.
  const latin = (text.match(/\p{Script=Latin}/gu) ?? []).length;
  if (latin < letters * 0.5) return letters >= 8 ? result.language : null;
  return letters >= 60 && result.isReliable() && best > (scores.en ?? 0) * 1.25 ? result.language : null;
}

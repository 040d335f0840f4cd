// Which of the single-byte encodings a text is in that declares none: the one whose words look like words.
import iconv from 'iconv-lite';
import { type LetterPairs, letterPairs, smallLetter } from './letter-pairs.ts';

/** A pair of letters may be rare: it counts for less than a sign within a word. */
const unseenPair = 0.3;

/** The likeliest first: what is equally good is taken in this order. */
const candidates = [
  'windows-1252',
  'windows-1254',
  'iso-8859-2',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'windows-1253',
] as const;

/** `hint` is the guess of a statistical detector, which goes first among equals; null when it has none. */
export function guessSingleByte(sample: Uint8Array, hint: string | null): string {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.length);
  const order = hint === null || hint === 'ISO-8859-1' ? candidates : [hint, ...candidates];
  let best: string = candidates[0];
  let least = Number.POSITIVE_INFINITY;
  for (const encoding of order) {
    const cost = strangeness(iconv.decode(bytes, encoding), letterPairs(encoding));
    if (cost < least) [best, least] = [encoding, cost];
  }
  return best;
}

/** How many of the words with accents, marks or foreign letters look like no word. */
function strangeness(text: string, known: LetterPairs | null): number {
  let cost = 0;
  for (const [word] of text.matchAll(
    /[^\s\u0000-\u0040[-`{-~]*[^\u0000-\u007f\s][^\s\u0000-\u0040[-`{-~]*/g,
  )) {
    const letters = word.match(/\p{L}/gu) ?? [];
    // A sign within or before a word: "Wa³êsa", "©kvorecký"; control characters are never text.
    if (/[\u0080-\u009f\ufffd]/.test(word)) cost += 2;
    if (/[^\p{L}\p{M}’‘“”«»„–—…•·¿¡°€£§\u00a0]\p{L}|\p{L}[^\p{L}\p{M}’‘“”«»„–—…•·®™©°ªº\u00a0]/u.test(word))
      cost++;
    // A capital after a small letter: "Ïóòèí" read as KOI8 gives these. "McDonald" has no accent.
    if (/\p{Ll}(?![A-Z])\p{Lu}/u.test(word)) cost++;
    const plain = word.match(/[A-Za-z]/g)?.length ?? 0;
    const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
    // Letters of two scripts in one word, and four letters of which each has an accent.
    if (latin > 0 && latin < letters.length) cost++;
    if (plain === 0 && latin >= 4) cost++;
    // Thorn stands first in a word of Icelandic, edh never.
    if (/\p{L}þ|(?<!\p{L})ð/u.test(word)) cost++;
    if (known !== null) cost += unseenPair * unseenPairs(word, known);
  }
  return cost;
}

/** How many of the letters that only this encoding has stand beside letters that they never stand beside. */
function unseenPairs(word: string, { pairs, telling }: LetterPairs): number {
  const padded = `_${Array.from(word, smallLetter)
    .join('')
    .replace(/[^\p{L}]+/gu, '_')}_`;
  let unseen = 0;
  for (let at = 1; at < padded.length - 1; at++) {
    if (!telling.has(padded[at]!)) continue;
    if (!pairs.has(padded.slice(at - 1, at + 1))) unseen++;
    if (!pairs.has(padded.slice(at, at + 2))) unseen++;
  }
  return unseen;
}

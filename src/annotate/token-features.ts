// What the boundary model sees at a place inside a run of text without blanks: may one token end and the next begin here?
import { hashFeature, hashText } from './boundaries.ts';
import { charShape, normalizeMark, wordShape } from './word-shape.ts';

/** A run without white space, with its neighbours (empty at the block's edges). */
export type Chunk = { readonly text: string; readonly before: string; readonly after: string };

// Written without apostrophe; the places where UD parts them. "its" (for "it's") is left out: far too often right.
const contractions = new Map<string, readonly number[]>(
  [
    'can not',
    'gon na',
    'wan na',
    'got ta',
    'out ta',
    'gim me',
    'lem me',
    'du n no',
    'wan a',
    'sor ta',
    'kind a',
    'do nt',
    'does nt',
    'did nt',
    'wo nt',
    'ca nt',
    'is nt',
    'are nt',
    'was nt',
    'were nt',
    'have nt',
    'has nt',
    'had nt',
    'could nt',
    'would nt',
    'should nt',
    'ai nt',
    'i m',
    'i ve',
    'you re',
    'you ve',
    'you ll',
    'they re',
    'they ve',
    'they ll',
    'we ve',
    'that s',
    'there s',
    'let s',
    'what s',
    'he s',
    'she s',
    'here s',
    'who s',
  ].map((parts) => {
    const cuts: number[] = [];
    let at = 0;
    for (const part of parts.split(' ').slice(0, -1)) {
      at += part.length;
      cuts.push(at);
    }
    return [parts.replaceAll(' ', ''), cuts] as const;
  }),
);

const letterRun = /\p{L}[\p{L}\p{M}]*/gu;
const plainWord = /^[a-z]+$/;

/** A lower-case word that no candidate can part; the usual case. */
export function isWhole(text: string): boolean {
  return plainWord.test(text) && !contractions.has(text);
}

// Addresses are one word each, up to the marks that follow them in a sentence.
const address = /(?:(?:https?|ftp):\/\/|www\.)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
const trailing = /[.,;:!?)\]'"’”]+$/;

// "Russia's", "they've", "don't": always a word of its own, whatever the model would say of the place.
const clitic = /(?<=\p{L}\p{M}*)(?:n['’‘ʼ`]t|['’ʼ](?:s|re|ve|ll|d|m))(?!\p{L})/giu;

/** A place where a token may end; `sure` ones are not asked of the model. */
export type Cut = { readonly at: number; readonly sure: boolean };

/** Places in the chunk, in order, where kinds of characters meet or a contraction parts. */
export function findCuts(text: string): Cut[] {
  const cuts = new Set<number>();
  const sure = new Set<number>();
  let last = '';
  let at = 0;
  for (const char of text) {
    const kind = charShape(char);
    const letter = kind === 'x' || kind === 'X';
    const lastLetter = last === 'x' || last === 'X';
    if (at > 0 && !(letter && lastLetter) && !(kind === '9' && last === '9')) cuts.add(at);
    last = kind;
    at += char.length;
  }
  for (const found of text.matchAll(letterRun))
    for (const cut of contractions.get(found[0].toLowerCase()) ?? []) cuts.add(found.index + cut);
  if (/['’‘ʼ`]/.test(text))
    for (const found of text.matchAll(clitic)) {
      for (let inside = 1; inside < found[0].length; inside++) cuts.delete(found.index + inside);
      cuts.add(found.index);
      sure.add(found.index);
    }
  if (text.includes('/') || text.includes('@') || text.includes('www.'))
    for (const found of text.matchAll(address)) {
      const end = found.index + found[0].replace(trailing, '').length;
      for (const cut of cuts) if (cut > found.index && cut < end) cuts.delete(cut);
    }
  return [...cuts].sort((a, b) => a - b).map((cut) => ({ at: cut, sure: sure.has(cut) }));
}

/** Features of a boundary at `cut`; `tokenStart` is where the current token began. */
export function tokenFeatures({ text, before, after }: Chunk, cut: number, tokenStart: number): number[] {
  const plain = text.length > 60 ? text.slice(Math.max(0, cut - 30), cut + 30) : text;
  const lower = plain.toLowerCase();
  const left = normalizeMarks(text.slice(Math.max(tokenStart, cut - 30), cut).toLowerCase());
  const right = normalizeMarks(text.slice(cut, cut + 30).toLowerCase());
  const run = /^(?:\p{L}[\p{L}\p{M}]*|\p{Nd}+|[^\p{L}\p{Nd}])/u.exec(right)?.[0] ?? '';
  const leftRun = /(?:\p{L}[\p{L}\p{M}]*|\p{Nd}+|[^\p{L}\p{Nd}])$/u.exec(left)?.[0] ?? '';
  const leftShape = wordShape(text.slice(Math.max(tokenStart, cut - 30), cut));
  const rightShape = wordShape(text.slice(cut, cut + 30));
  const h = hashText;
  const [hl, hr, hrun, hlrun, hls, hrs] = [
    h(left),
    h(right),
    h(run),
    h(leftRun),
    h(leftShape),
    h(rightShape),
  ];
  const c1 = h(charAt(text, cut - 1));
  const c2 = h(charAt(text, cut - 2));
  const d1 = h(charAt(text, cut));
  const d2 = h(charAt(text, cut + 1));
  const afterShape = h(wordShape(after));
  const whole = h(normalizeMarks(lower));
  const wholeShape = h(wordShape(plain));
  const atStart = cut === tokenStart ? 1 : tokenStart === 0 ? 2 : 3;
  return [
    hashFeature(0, 0),
    hashFeature(1, c1, d1),
    hashFeature(2, c2, c1, d1),
    hashFeature(3, c1, d1, d2),
    hashFeature(4, hl, d1),
    hashFeature(5, c1, hr),
    hashFeature(6, hl, hr),
    hashFeature(7, hls, hrs),
    hashFeature(8, hls, d1, d2),
    hashFeature(9, hlrun, hrun),
    hashFeature(10, hlrun, d1),
    hashFeature(11, c1, hrun),
    hashFeature(12, whole, h(right)),
    hashFeature(13, wholeShape, hrs),
    hashFeature(14, hl, hrs, afterShape),
    hashFeature(15, hls, hrs, afterShape),
    hashFeature(16, hrun, h(after.toLowerCase()), hlrun),
    hashFeature(17, hrun, h(before.toLowerCase()), hlrun),
    hashFeature(18, hlrun, h(rightShape), atStart),
    hashFeature(19, h(charClasses(text, cut, 4)), atStart),
    hashFeature(20, h(charClasses(text, cut, 6))),
    hashFeature(21, hl, h(after === '' ? '' : 'more'), d1),
    hashFeature(22, h(text.slice(0, 8).toLowerCase()), d1, c1),
    hashFeature(
      23,
      h(
        /^(?:https?:|www\.|ftp:)|@|\.(?:com|org|net|gov|edu|html?|pdf|doc)\b|\//i
          .exec(text.slice(Math.max(0, cut - 60), cut + 60))?.[0]
          .toLowerCase() ?? '',
      ),
      c1,
      d1,
    ),
    hashFeature(24, Math.min(text.length - cut, 6), c1, d1),
    hashFeature(25, Math.min(cut - tokenStart, 6), c1, d1),
    hashFeature(26, h(charAt(before, before.length - 1)), c1, d1),
  ];
}

function normalizeMarks(text: string): string {
  return text.replace(/[\u2018\u2019\u02bc\u201c\u201d]/g, normalizeMark);
}

function charAt(text: string, at: number): string {
  const char = text[at];
  if (char === undefined) return '';
  const kind = charShape(char);
  return kind;
}

function charClasses(text: string, cut: number, reach: number): string {
  let out = '';
  for (let at = cut - reach; at < cut + reach; at++)
    out += at === cut ? `|${charAt(text, at)}` : charAt(text, at);
  return out;
}

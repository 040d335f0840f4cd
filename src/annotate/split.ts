// A block's text into sentences of UD words with exact offsets. Every character that is not white space is in a word.
import { type Boundaries, scoreBoundary } from './boundaries.ts';
import { type Piece, SentenceContext } from './sentence-features.ts';
import { type Cut, findCuts, isWhole, tokenFeatures } from './token-features.ts';

export type { Piece } from './sentence-features.ts';

// A run of more characters than this without a blank is no language: it is cut by length, unread.
const maxRun = 1000;

// Log-odds above which a sentence ends; below 0, since a missed end costs more trees than one too many.
const sentenceThreshold = -0.5;

/** Sentences of the text between two offsets; each has at least one word. Offsets are those of `text`. */
export function splitText(text: string, start: number, end: number, boundaries: Boundaries): Piece[][] {
  return splitSentences(splitWords(text, start, end, boundaries), boundaries);
}

/** UD words of the text between two offsets. */
export function splitWords(text: string, start: number, end: number, { token }: Boundaries): Piece[] {
  const chunks: { from: number; to: number; text: string }[] = [];
  for (const found of text.slice(start, end).matchAll(/\S+/g))
    chunks.push({ from: start + found.index, to: start + found.index + found[0].length, text: found[0] });
  const pieces: Piece[] = [];
  chunks.forEach(({ from, to, text: own }, i) => {
    const candidates = isWhole(own) ? [] : own.length > maxRun ? cutByLength(own) : findCuts(own);
    let first = 0;
    if (candidates.length > 0) {
      const chunk = {
        text: own,
        before: (chunks[i - 1]?.text ?? '').slice(-30),
        after: (chunks[i + 1]?.text ?? '').slice(0, 30),
      };
      for (const { at, sure } of candidates) {
        if (!sure && scoreBoundary(token, tokenFeatures(chunk, at, first)) <= 0) continue;
        pieces.push({ start: from + first, end: from + at, text: own.slice(first, at) });
        first = at;
      }
    }
    pieces.push({ start: from + first, end: to, text: own.slice(first) });
  });
  return pieces;
}

function cutByLength(run: string): Cut[] {
  const cuts: Cut[] = [];
  for (let at = maxRun; at < run.length; at += maxRun) {
    // Not between the halves of one character.
    const low = run.charCodeAt(at);
    cuts.push({ at: low >= 0xdc00 && low <= 0xdfff ? at - 1 : at, sure: true });
  }
  return cuts;
}

/** Words of one block parted into sentences. */
export function splitSentences(pieces: readonly Piece[], { sentence }: Boundaries): Piece[][] {
  if (pieces.length === 0) return [];
  const context = new SentenceContext(pieces);
  const sentences: Piece[][] = [];
  let first = 0;
  for (let at = 0; at + 1 < pieces.length; at++) {
    if (!context.isCandidate(at)) continue;
    if (scoreBoundary(sentence, context.featuresAfter(at, first)) <= sentenceThreshold) continue;
    sentences.push(pieces.slice(first, at + 1));
    first = at + 1;
  }
  sentences.push(pieces.slice(first));
  return sentences;
}

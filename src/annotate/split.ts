// A block's text into sentences of UD words with exact offsets. Every character that is not white space is in a word.
import { type Boundaries, scoreBoundary } from './boundaries.ts';
import { type Piece, SentenceContext } from './sentence-features.ts';
import { findCutCandidates, isWhole, tokenFeatures } from './token-features.ts';

export type { Piece } from './sentence-features.ts';

// Log-odds above which a sentence ends; below 0, since training text ends a little more rarely than the web's.
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
    const candidates = isWhole(own) ? [] : findCutCandidates(own);
    let first = 0;
    if (candidates.length > 0) {
      const chunk = {
        text: own,
        before: (chunks[i - 1]?.text ?? '').slice(-30),
        after: (chunks[i + 1]?.text ?? '').slice(0, 30),
      };
      for (const cut of candidates) {
        if (scoreBoundary(token, tokenFeatures(chunk, cut, first)) <= 0) continue;
        pieces.push({ start: from + first, end: from + cut, text: own.slice(first, cut) });
        first = cut;
      }
    }
    pieces.push({ start: from + first, end: to, text: own.slice(first) });
  });
  return pieces;
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

// The measures of the CoNLL 2018 shared task: F1 of sentences, tokens and words by their characters, and of the
// columns over aligned words. LAS ignores subtypes of relations; a gold lemma `_` is not judged.

import { lastOfSurface } from '../../src/annotate/conllu.ts';
import type { Sentence } from '../../src/records/index.ts';
import type { GoldSentence, GoldWord } from './gold.ts';

export const measures = [
  'sentences',
  'tokens',
  'words',
  'upos',
  'xpos',
  'feats',
  'lemmas',
  'uas',
  'las',
] as const;
export type Measure = (typeof measures)[number];
type Counts = { right: number; gold: number; mine: number };

export class Score {
  readonly #counts = new Map<Measure, Counts>(measures.map((one) => [one, { right: 0, gold: 0, mine: 0 }]));

  f1(measure: Measure): number {
    const { right, gold, mine } = this.#counts.get(measure)!;
    return (200 * right) / Math.max(1, gold + mine);
  }

  /** Adds one paragraph or sentence; offsets of both sides count from the same place. */
  add(gold: readonly GoldSentence[], mine: readonly Sentence[]): void {
    const span = (one: { start: number; end: number }) => `${one.start}-${one.end}`;
    const whole = (words: readonly { start: number; end: number }[]) =>
      `${words[0]!.start}-${words.at(-1)!.end}`;
    this.#compare(
      'sentences',
      gold.map((s) => whole(s.words)),
      mine.map((s) => whole(s.tokens)),
    );
    this.#compare(
      'tokens',
      gold.flatMap((s) => s.tokens.map(span)),
      mine.flatMap((s) => surfaces(s).map(span)),
    );
    const goldKeys = gold.flatMap(({ words }) => words.map((word) => span(word)));
    const ours = mine.flatMap(({ tokens }) => tokens.map((token) => ({ token, head: tokens[token.head] })));
    this.#compare(
      'words',
      goldKeys,
      ours.map(({ token }) => span(token)),
    );
    const bySpan = new Map(ours.map((one) => [span(one.token), one]));
    const hits = { upos: 0, xpos: 0, feats: 0, lemmas: 0, uas: 0, las: 0 };
    for (const { words } of gold)
      for (const word of words) {
        const found = bySpan.get(span(word));
        if (!found) continue;
        const head = sameHead(words[word.head], found.head, span);
        hits.upos += Number(word.upos === found.token.upos);
        hits.xpos += Number(word.xpos === found.token.xpos);
        hits.feats += Number(word.feats === found.token.feats);
        hits.lemmas += Number(word.lemma === '_' || word.lemma === found.token.lemma);
        hits.uas += Number(head);
        hits.las += Number(head && bare(word.deprel) === bare(found.token.deprel));
      }
    for (const [measure, right] of Object.entries(hits) as [Measure, number][])
      this.#add(measure, right, goldKeys.length, ours.length);
  }

  #compare(measure: Measure, gold: readonly string[], mine: readonly string[]): void {
    const known = new Set(gold);
    this.#add(measure, mine.filter((one) => known.has(one)).length, gold.length, mine.length);
  }

  #add(measure: Measure, right: number, gold: number, mine: number): void {
    const counts = this.#counts.get(measure)!;
    counts.right += right;
    counts.gold += gold;
    counts.mine += mine;
  }
}

type Spanned = { readonly start: number; readonly end: number };

function sameHead(
  gold: GoldWord | undefined,
  mine: Spanned | undefined,
  span: (one: Spanned) => string,
): boolean {
  return gold === undefined || mine === undefined ? gold === mine : span(gold) === span(mine);
}

function surfaces({ tokens }: Sentence): Spanned[] {
  const out: Spanned[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const last = lastOfSurface(tokens, first);
    out.push({ start: tokens[first]!.start, end: tokens[last]!.end });
    first = last;
  }
  return out;
}

function bare(deprel: string): string {
  return deprel.split(':')[0]!;
}

/** Precision, recall and F1 of name spans. */
export function scoreSpans(
  gold: ReadonlySet<string>,
  mine: ReadonlySet<string>,
): { p: number; r: number; f1: number } {
  let right = 0;
  for (const one of mine) if (gold.has(one)) right++;
  return {
    p: (100 * right) / Math.max(1, mine.size),
    r: (100 * right) / Math.max(1, gold.size),
    f1: (200 * right) / Math.max(1, gold.size + mine.size),
  };
}

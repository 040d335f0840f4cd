// The stretch of text that a reported clause or phrase covers: its subtree without the reporting words, without the
// introducing "that" and without punctuation at its ends; and whether it is quoted, indirect or mixed.
import type { Quotation } from '../../records/index.ts';
import { spanOf, subtree, type Tree } from '../tree.ts';
import type { Speech, Stretch } from './speech.ts';

/** The tokens below `content`; when the cue hangs below what is reported ("..., he said"), its part is left out. */
export function contentTokens(tree: Tree, content: number, cue: number): number[] {
  return subtree(tree, content, (token) => token.index === cue);
}

/** From the first to the last of the tokens; null when nothing but punctuation is left. */
export function stretchOf(tree: Tree, tokens: readonly number[], text: string): Stretch | null {
  const row = [...tokens].sort((a, b) => a - b);
  while (row.length > 0 && isSoft(tree, row[0]!)) row.shift();
  while (row.length > 0 && tree.tokens[row.at(-1)!]!.upos === 'PUNCT') row.pop();
  if (row.length === 0) return null;
  const { start, end } = spanOf(tree, row, text);
  return { start, end };
}

function isSoft(tree: Tree, at: number): boolean {
  const { upos, deprel, lemma } = tree.tokens[at]!;
  return upos === 'PUNCT' || upos === 'CCONJ' || (deprel === 'mark' && lemma.toLowerCase() === 'that');
}

/** Mixed when some of it stands in quotation marks. */
export function kindOf(stretch: Stretch, quotes: QuoteIndex): Speech['kind'] {
  const inside = quotes.within(stretch);
  if (inside.length === 0) return 'indirect';
  const length = stretch.end - stretch.start;
  return inside.some((quote) => quote.end - quote.start >= length - 3) ? 'direct' : 'mixed';
}

export type QuoteIndex = {
  /** Quotations that lie within the stretch, give or take their marks. */
  within(stretch: Stretch): readonly Quotation[];
  /** The outermost quotation around a place, or null. */
  around(at: number): Quotation | null;
};

/** Looks up a document's quotations by place; they come in order of their starts. */
export function indexQuotes(quotations: readonly Quotation[]): QuoteIndex {
  const outer: Quotation[] = [];
  for (const quote of quotations)
    if (outer.length === 0 || quote.start >= outer.at(-1)!.end) outer.push(quote);
  return {
    within: ({ start, end }) => {
      const out: Quotation[] = [];
      for (
        let at = firstFrom(quotations, start - 2);
        at < quotations.length && quotations[at]!.start < end;
        at++
      )
        if (quotations[at]!.end <= end + 2) out.push(quotations[at]!);
      return out;
    },
    around: (at) => {
      const next = firstFrom(outer, at + 1);
      const found = outer[next - 1];
      return found !== undefined && found.end > at ? found : null;
    },
  };
}

/** Index of the first that starts at or after `start`. */
function firstFrom(rows: readonly Stretch[], start: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Which quotations are speech of their own, and which cue reports them: in their own sentence, before a colon, in the
// short sentence behind them, or that of the quotation they go on from. Scare quotes and titles are no speech.
import type { Annotated, Quotation } from '../../records/index.ts';
import type { Tree } from '../tree.ts';
import type { QuoteIndex } from './content.ts';
import { namedBefore } from './named-before.ts';
import type { Cue } from './speech.ts';

/** A quotation with its reporter; `cue` is null when only the sentence before names who speaks. */
export type Quoted = { readonly quote: Quotation; readonly cue: Cue };

type Scene = {
  readonly text: string;
  readonly trees: readonly Tree[];
  /** The cues of each sentence that stand outside quotation marks and have a source. */
  readonly cues: readonly (readonly Cue[])[];
};

/** The full quotations of a document with their cues, in order of the text. */
export function findQuoted(
  annotated: Annotated,
  trees: readonly Tree[],
  cues: readonly (readonly Cue[])[],
  quotes: QuoteIndex,
): Quoted[] {
  const outside = cues.map((row) =>
    row.filter(({ tree, at, speaker, manner, frame }) => {
      if (speaker === null || (manner !== 'speech' && frame !== 'clause') || frame === 'noun') return false;
      return quotes.around(tree.tokens[at]!.start) === null;
    }),
  );
  const scene: Scene = { text: annotated.document.text, trees, cues: outside };
  const out: Quoted[] = [];
  const waiting: Quotation[] = [];
  let first = 0;
  let previousEnd = -1;
  for (const quote of annotated.quotations) {
    // Quotations inside quotations belong to what is quoted.
    if (quote.start < previousEnd) continue;
    previousEnd = quote.end;
    while (first < trees.length && trees[first]!.sentence.end <= quote.start) first++;
    let last = first;
    while (last + 1 < trees.length && trees[last + 1]!.sentence.start < quote.end) last++;
    if (first >= trees.length) break;
    const before = out.at(-1) ?? null;
    const cue = reporterOf(quote, first, last, scene, before) ?? (leftOpen(quote, before) ? 'next' : null);
    if (cue === null) continue;
    if (cue === 'next') waiting.push(quote);
    else {
      // A quotation left open names its speaker in a later paragraph.
      for (const one of waiting.splice(0)) if (quote.block - one.block <= 4) out.push({ quote: one, cue });
      out.push({ quote, cue });
    }
  }
  return out;
}

function leftOpen(quote: Quotation, before: Quoted | null): boolean {
  return !quote.closed && !(before !== null && quote.continues === before.quote.index);
}

function reporterOf(
  quote: Quotation,
  first: number,
  last: number,
  scene: Scene,
  before: Quoted | null,
): Cue | null {
  const { text, trees, cues } = scene;
  const signed = signature(quote, last, scene);
  if (signed !== null) return signed;
  const own = nearest(quote, [...cues[first]!, ...(last === first ? [] : cues[last]!)]);
  if (!isFull(quote, trees[first]!, text, own, before)) return null;
  if (own !== null) return own;
  const gap = text.slice(trees[first - 1]?.sentence.end ?? 0, quote.start);
  const colon =
    first > 0 &&
    /:$/.test(
      text
        .slice(0, trees[first - 1]!.sentence.end)
        .slice(-2)
        .replace(/["“”\s]+$/, ''),
    );
  if (colon && /^[\s"“”'‘’]*$/.test(gap)) {
    const cue = cues[first - 1]!.at(-1);
    if (cue !== undefined) return cue;
  }
  const next = trees[last + 1];
  if (next !== undefined && next.sentence.block === quote.block && next.sentence.start <= quote.end + 3) {
    const cue = cues[last + 1]!.find((one) => one.content.length === 0 && one.at <= 8);
    if (cue !== undefined && /^[\s"”’']*$/.test(text.slice(quote.end, next.sentence.start))) return cue;
  }
  if (before !== null && quote.block === before.quote.block) return before.cue;
  if (leftOpen(quote, before)) return null;
  // "..., he said. "And ..."": the same speaker goes on, in the paragraph or in the next that opens with a mark.
  if (before !== null && goesOn(quote, before.quote, trees[first]!)) return before.cue;
  // "Putin was defiant about what he had said. "We will not yield."": who was reported last.
  const earlier =
    first > 0 && trees[first]!.sentence.block - trees[first - 1]!.sentence.block <= 1 ? cues[first - 1]! : [];
  return (
    earlier.find((one) => one.speaker !== null) ?? namedBefore(quote, trees[first]!, trees[first - 1] ?? null)
  );
}

/** "..." — Jane Doe, a teacher: the name behind a dash that ends the paragraph, or makes the next one. */
function signature(quote: Quotation, last: number, { text, trees }: Scene): Cue | null {
  if (!/^["”’'.]*\s*[―—–]\s*\p{Lu}/u.test(text.slice(quote.end, quote.end + 12))) return null;
  for (const tree of trees.slice(last, last + 2)) {
    const dash = tree.tokens.findIndex((token) => token.start >= quote.end && /[―—–]/.test(token.text));
    if (dash < 0) continue;
    const { block, end } = tree.sentence;
    if (block > quote.block + 1 || end - quote.end > 120) return null;
    const name = tree.tokens.find(
      (token) => token.index > dash && (token.upos === 'PROPN' || token.upos === 'NOUN'),
    );
    if (
      name === undefined ||
      tree.tokens.some((token) => token.index > dash && token.upos === 'VERB' && token.xpos !== 'VBN')
    )
      return null;
    return {
      tree,
      at: dash,
      speaker: name.index,
      source: name.index,
      manner: 'speech',
      frame: 'quote',
      content: [],
    };
  }
  return null;
}

function goesOn(quote: Quotation, before: Quotation, tree: Tree): boolean {
  if (quote.continues === before.index) return true;
  return quote.block === before.block + 1 && tree.sentence.start >= quote.start - 2;
}

/** The cue that stands nearest to the quotation, one that the parser ties to it first. */
function nearest(quote: Quotation, cues: readonly Cue[]): Cue | null {
  let best: Cue | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const cue of cues) {
    const { tokens } = cue.tree;
    const verb = tokens[cue.at]!;
    const tied = cue.content.some((at) => tokens[at]!.start >= quote.start && tokens[at]!.end <= quote.end);
    const distance =
      (verb.start >= quote.end ? verb.start - quote.end : quote.start - verb.end) - (tied ? 40 : 0);
    if (distance < least) {
      least = distance;
      best = cue;
    }
  }
  return best;
}

/** A whole utterance, as its first letter, the words before it and its last mark tell. */
function isFull(quote: Quotation, tree: Tree, text: string, cue: Cue | null, before: Quoted | null): boolean {
  const lead = text.slice(Math.max(0, quote.start - 40), quote.start).replace(/["“”'‘’\s]+$/, '');
  const opensSentence = quote.start - tree.sentence.start <= 2;
  const ends =
    /[.,!?…—–-]$/.test(quote.text) ||
    /^["”’']*\s*[,.—–]/.test(text.slice(quote.end, quote.end + 3)) ||
    !quote.closed;
  const words = quote.text.split(/\s+/).length;
  const capital = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(quote.text);
  if (quote.continues !== null) return true;
  if (opensSentence) return ends && (words >= 3 || cue !== null);
  const verb = cue?.tree.tokens[cue.at];
  const afterCue = verb !== undefined && quote.start - verb.end <= 3 && quote.start >= verb.end;
  // "No," he said, "never.": the second half of one utterance.
  if (before !== null && cue !== null && before.cue === cue && /,$/.test(lead)) return true;
  if (/[:,;—–-]$/.test(lead) || afterCue) return (capital && ends) || (/:$/.test(lead) && words >= 3);
  return capital && ends && words >= 5 && cue !== null;
}

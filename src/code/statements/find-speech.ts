// Who said what: direct, indirect and mixed speech with its speaker and cue, and attitudes told apart from speech.
// Speakers are still words here; a quotation that runs over paragraphs is one speech with one cue.
import type { Annotated } from '../../records/index.ts';
import { subtree, type Tree } from '../tree.ts';
import { withSpeaker } from './beside.ts';
import { headlineCue } from './colons.ts';
import { indexQuotes, kindOf, type QuoteIndex, stretchOf } from './content.ts';
import { nounCues } from './noun-cues.ts';
import { findQuoted, type Quoted } from './quotes.ts';
import type { Cue, ReportingWords, Speech, Stretch } from './speech.ts';
import { verbCues } from './verb-cues.ts';

/** All speech and attitudes of a document in order of the text. */
export function findSpeech(annotated: Annotated, trees: readonly Tree[], words: ReportingWords): Speech[] {
  const { text } = annotated.document;
  const quotes = indexQuotes(annotated.quotations);
  const cues = trees.map((tree) =>
    [...verbCues(tree, words), ...nounCues(tree, words)]
      .map((cue) => withSpeaker(cue, quotes, words))
      .sort((a, b) => a.at - b.at),
  );
  const quoted = findQuoted(annotated, trees, cues, quotes);
  const byCue = new Map<Cue, Quoted[]>();
  for (const one of quoted) {
    const known = byCue.get(one.cue);
    if (known === undefined) byCue.set(one.cue, [one]);
    else known.push(one);
  }
  const out: Speech[] = [];
  for (const { quote, cue } of quoted)
    out.push({
      ...partsOf(cue),
      start: quote.start,
      // The comma before the closing mark is the frame's.
      end: quote.text.endsWith(',') ? quote.end - 1 : quote.end,
      kind: 'direct',
      manner: 'speech',
      frame: 'quote',
      nested: false,
    });
  const covered = cues.map(coveredBy);
  for (const cue of cues.flat()) {
    if (cue.content.length === 0) continue;
    const quoted = quotes.around(cue.tree.tokens[cue.at]!.start) !== null;
    const nested = quoted || covered[cue.tree.sentence.index]!.has(cue.at);
    // "I think" in a quotation reports nothing that the quotation doesn't.
    if (quoted && isSelf(cue)) continue;
    // What "you" and "one" want is nobody's stand.
    if (cue.manner === 'attitude' && isAnybody(cue)) continue;
    const whole = stretchOf(cue.tree, cue.content, text);
    if (whole === null) continue;
    const rest = without(whole, cue, byCue.get(cue) ?? []);
    if (rest === null) continue;
    const stretch = withOpenQuote(rest, quotes, quoted);
    out.push({
      ...partsOf(cue),
      ...stretch,
      kind: kindOf(stretch, quotes),
      manner: cue.manner,
      frame: cue.frame,
      nested,
    });
  }
  for (const tree of trees) {
    const speech = headlineCue(tree, annotated);
    if (speech !== null) out.push(speech);
  }
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}

function partsOf({ tree, at, speaker, source }: Cue): Pick<Speech, 'speaker' | 'source' | 'cue'> {
  const { start, end } = tree.tokens[at]!;
  return {
    speaker: speaker === null ? null : { tree, at: speaker },
    source: source === null ? null : sourceWords(tree, source, at),
    cue: { start, end },
  };
}

/** The noun phrase without its relative clauses, as far as it doesn't run around the cue. */
function sourceWords(tree: Tree, source: number, cue: number): Stretch {
  const words = subtree(
    tree,
    source,
    ({ index, deprel }) =>
      index === cue || /^(?:acl|parataxis|conj|dep|punct|advcl|ccomp|csubj)/.test(deprel),
  );
  const own = words.filter((at) => at < cue === source < cue);
  let last = own.at(-1)!;
  // "contender Jane Doe said", where the parser cut the name off
  while (
    tree.tokens[last]!.upos !== 'PRON' &&
    last + 1 < tree.tokens.length &&
    last + 1 !== cue &&
    tree.tokens[last + 1]!.upos === 'PROPN'
  )
    last++;
  return { start: tree.tokens[own[0]!]!.start, end: tree.tokens[last]!.end };
}

/** The cues of a sentence that stand within what another one reports: "said that Kyiv had promised". */
function coveredBy(cues: readonly Cue[]): Set<number> {
  const reporters = new Map<number, number[]>();
  const at = new Set(cues.map((cue) => cue.at));
  for (const cue of cues)
    for (const token of cue.content)
      if (at.has(token)) reporters.set(token, [...(reporters.get(token) ?? []), cue.at]);
  const inside = (token: number): boolean =>
    (reporters.get(token) ?? []).some((by) => by !== token && !(reporters.get(by) ?? []).includes(token));
  return new Set([...at].filter(inside));
}

function isAnybody({ tree, source }: Cue): boolean {
  return source !== null && /^(?:you|one)$/i.test(tree.tokens[source]!.text);
}

function isSelf({ tree, source }: Cue): boolean {
  return source === null || /^(?:i|we|you|one)$/i.test(tree.tokens[source]!.text);
}

/** What the cue's clause says beside its quotations: nothing, or the indirect part before or behind them. */
function without(whole: Stretch, { tree, at }: Cue, quoted: readonly Quoted[]): Stretch | null {
  let { start, end } = whole;
  const verb = tree.tokens[at]!.start;
  for (const { quote } of quoted) {
    if (quote.end <= start || quote.start >= end) continue;
    if (quote.start - start > end - quote.end) end = quote.start;
    else start = quote.end;
    // What holds the cue itself is the frame around the quotation.
    if (end - start < 8 || (verb >= start && verb < end)) return null;
  }
  return { start, end };
}

/** "said it was "a mistake. We ..."": the clause runs to the end of the quotation that it ends in. */
function withOpenQuote(stretch: Stretch, quotes: QuoteIndex, quoted: boolean): Stretch {
  const open = quoted ? null : quotes.around(stretch.end - 1);
  return open === null
    ? stretch
    : { start: Math.min(stretch.start, open.start), end: Math.max(stretch.end, open.end) };
}

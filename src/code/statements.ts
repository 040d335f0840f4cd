// Who said what: direct, indirect and mixed speech with its speaker and cue. Speakers are still tokens here;
// a quotation that runs over paragraphs is one speech.
import type { Annotated, Quotation } from '../records/index.ts';
import { logicalSubject } from './roles.ts';
import { childExactly, childrenBy, isVerb, markOf, spanOf, subtree, type Tree } from './tree.ts';

export type Place = { readonly tree: Tree; readonly at: number };
export type Speech = {
  readonly speaker: Place | null;
  readonly cue: { readonly start: number; readonly end: number } | null;
  readonly start: number;
  readonly end: number;
  readonly kind: 'direct' | 'indirect' | 'mixed';
};

type Cue = { readonly tree: Tree; readonly verb: number; readonly speaker: number | null; readonly content: number | null };

/** All speech of a document in order of the text. `isSpeech` says whether a verb or noun lemma reports speech. */
export function findSpeech(annotated: Annotated, trees: readonly Tree[], isSpeech: (lemma: string) => boolean): Speech[] {
  const text = annotated.document.text;
  const cues = trees.flatMap((tree) => findCues(tree, isSpeech));
  const out: Speech[] = [];
  const quotes = annotated.quotations.filter((quote) => isQuoteOfSpeech(quote));
  for (const quote of quotes) {
    const speech = directSpeech(quote, quotes, cues, trees, out, annotated);
    if (speech !== null) out.push(speech);
  }
  for (const cue of cues) {
    if (cue.content === null || cue.speaker === null) continue;
    const span = contentSpan(cue.tree, cue.content, cue.verb, cue.speaker, text);
    if (span === null) continue;
    const inside = quotes.filter((quote) => quote.start >= span.start - 2 && quote.end <= span.end + 2);
    if (out.some((one) => one.kind === 'direct' && one.start <= span.start + 1 && one.end >= span.end - 1)) continue;
    const partial = annotated.quotations.some((quote) => quote.start >= span.start && quote.end <= span.end);
    const verb = cue.tree.tokens[cue.verb]!;
    for (const quote of inside) {
      const at = out.findIndex((one) => one.start === quote.start && one.end === quote.end);
      if (at >= 0 && quote.end - quote.start < (span.end - span.start) * 0.9) out.splice(at, 1);
    }
    out.push({ speaker: { tree: cue.tree, at: cue.speaker }, cue: { start: verb.start, end: verb.end }, ...span, kind: partial ? 'mixed' : 'indirect' });
  }
  for (const tree of trees) out.push(...accordingTo(tree, text, annotated, out));
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Scare quotes ("big mistake") and titles are no speech of their own. */
function isQuoteOfSpeech(quote: Quotation): boolean {
  return quote.text.trim().split(/\s+/).length >= 4;
}

function findCues(tree: Tree, isSpeech: (lemma: string) => boolean): Cue[] {
  const out: Cue[] = [];
  for (const token of tree.tokens) {
    if (!isVerb(token) || !isSpeech(token.lemma.toLowerCase())) continue;
    const speaker = logicalSubject(tree, token.index);
    let content = childExactly(tree, token.index, 'ccomp');
    // "..., Putin said": the speech verb hangs below what is said.
    if (content === null && token.deprel === 'parataxis' && token.head >= 0) content = token.head;
    if (content === null) content = childrenBy(tree, token.index, 'parataxis').find((kid) => kid !== token.index && isVerb(tree.tokens[kid]!)) ?? null;
    if (content === null && ['suggest', 'claim', 'warn', 'add'].includes(token.lemma)) content = childExactly(tree, token.index, 'xcomp');
    out.push({ tree, verb: token.index, speaker, content });
  }
  return out;
}

/** The words of the reported clause, without the reporting ones. */
function contentSpan(tree: Tree, content: number, verb: number, speaker: number, text: string): { start: number; end: number } | null {
  const reporting = new Set([...subtree(tree, verb, (token) => token.index === content)]);
  const tokens = subtree(tree, content).filter((at) => (content === tree.tokens[verb]!.head ? !reporting.has(at) : true) && at !== verb && at !== speaker);
  const words = trim(tree, tokens);
  if (words.length === 0) return null;
  const span = spanOf(tree, words, text);
  return { start: span.start, end: span.end };
}

function trim(tree: Tree, tokens: readonly number[]): number[] {
  const row = [...tokens];
  const soft = (at: number): boolean => tree.tokens[at]!.upos === 'PUNCT' || (tree.tokens[at]!.deprel === 'mark' && tree.tokens[at]!.lemma === 'that');
  while (row.length > 0 && soft(row[0]!)) row.shift();
  while (row.length > 0 && tree.tokens[row.at(-1)!]!.upos === 'PUNCT') row.pop();
  return row;
}

function directSpeech(quote: Quotation, quotes: readonly Quotation[], cues: readonly Cue[], trees: readonly Tree[], earlier: readonly Speech[], annotated: Annotated): Speech | null {
  const text = annotated.document.text;
  const cue = cueOf(quote, quotes, cues, trees, annotated);
  if (cue === null) {
    const before = [...earlier].reverse().find((one) => one.kind === 'direct' || one.kind === 'mixed');
    const according = accordingNear(quote, trees);
    if (according !== null) return { speaker: according, cue: null, start: quote.start, end: quote.end, kind: 'direct' };
    if (before === undefined || before.speaker === null) return null;
    return { speaker: before.speaker, cue: null, start: quote.start, end: quote.end, kind: 'direct' };
  }
  const verb = cue.tree.tokens[cue.verb]!;
  // A quoted stretch inside an indirect clause belongs to that (mixed) clause.
  if (cue.content !== null && cue.speaker !== null) {
    const span = contentSpan(cue.tree, cue.content, cue.verb, cue.speaker, text);
    if (span !== null && span.start < quote.start - 3 && span.end >= quote.end - 2) return null;
  }
  if (cue.speaker === null) return null;
  return { speaker: { tree: cue.tree, at: cue.speaker }, cue: { start: verb.start, end: verb.end }, start: quote.start, end: quote.end, kind: 'direct' };
}

/** The speech verb of a quotation: in its own sentences, at the colon before, in a later part of the same speech. */
function cueOf(quote: Quotation, quotes: readonly Quotation[], cues: readonly Cue[], trees: readonly Tree[], annotated: Annotated): Cue | null {
  const chain = chainOf(quote, quotes);
  const outside = (cue: Cue): boolean => {
    const { start } = cue.tree.tokens[cue.verb]!;
    return cue.speaker !== null && !annotated.quotations.some((one) => start >= one.start && start < one.end);
  };
  const usable = cues.filter(outside);
  let best: { cue: Cue; distance: number } | null = null;
  for (const part of chain) {
    for (const cue of usable) {
      const verb = cue.tree.tokens[cue.verb]!;
      const { sentence } = cue.tree;
      const touches = sentence.start < part.end + 3 && sentence.end > part.start - 3;
      const colon = sentence.end <= part.start && part.start - sentence.end < 4 && /[:,]\s*["“”'‘’]?\s*$/.test(annotated.document.text.slice(sentence.start, part.start));
      if (!touches && !colon) continue;
      const distance = verb.start >= part.end ? verb.start - part.end : part.start - verb.end;
      if (best === null || distance < best.distance) best = { cue, distance };
    }
  }
  if (best !== null) return best.cue;
  // "Putin was defiant. "We will not yield."": no verb of speech: left to the caller.
  void trees;
  return null;
}

function chainOf(quote: Quotation, quotes: readonly Quotation[]): Quotation[] {
  const chain = [quote];
  for (let node = quote.continues; node !== null; ) {
    const before = quotes.find((one) => one.index === node);
    if (before === undefined) break;
    chain.push(before);
    node = before.continues;
  }
  let last = quote.index;
  for (const one of quotes) {
    if (one.continues === last) {
      chain.push(one);
      last = one.index;
    }
  }
  return chain;
}

function accordingNear(quote: Quotation, trees: readonly Tree[]): Place | null {
  for (const tree of trees) {
    if (tree.sentence.start > quote.end + 3 || tree.sentence.end < quote.start - 3) continue;
    const place = accordingPlace(tree);
    if (place !== null) return { tree, at: place };
  }
  return null;
}

function accordingPlace(tree: Tree): number | null {
  for (const token of tree.tokens) {
    if (token.deprel.startsWith('obl') && /^according( to)?$/.test(markOf(tree, token.index))) return token.index;
    if (token.lemma === 'accord' || token.text.toLowerCase() === 'according') {
      const below = childrenBy(tree, token.index, 'obl', 'nmod')[0];
      if (below !== undefined) return below;
      if (token.deprel === 'case' && token.head >= 0) return token.head;
    }
  }
  return null;
}

/** "According to Putin, South Korea will ...": the rest of the sentence is what he says. */
function accordingTo(tree: Tree, text: string, annotated: Annotated, earlier: readonly Speech[]): Speech[] {
  const place = accordingPlace(tree);
  if (place === null) return [];
  let governor = tree.tokens[place]!.head;
  if (governor >= 0 && tree.tokens[governor]!.text.toLowerCase() === 'according') governor = tree.tokens[governor]!.head;
  if (governor < 0) return [];
  const source = new Set(subtree(tree, place));
  const words = trim(tree, subtree(tree, governor).filter((at) => !source.has(at) && tree.tokens[at]!.text.toLowerCase() !== 'according'));
  if (words.length < 2) return [];
  const span = spanOf(tree, words, text);
  if (earlier.some((one) => one.start <= span.start && one.end >= span.end)) return [];
  const mixed = annotated.quotations.some((quote) => quote.start >= span.start && quote.end <= span.end);
  const first = Math.min(...source);
  const cue = tree.tokens[first]!;
  return [{ speaker: { tree, at: place }, cue: { start: cue.start, end: cue.end }, start: span.start, end: span.end, kind: mixed ? 'mixed' : 'indirect' }];
}

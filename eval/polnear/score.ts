// Compares found speech with PolNeAR's attributions. Content agrees when the letters and digits of both have a Jaccard
// overlap of at least one half (pieces of one attribution are taken together, marks and blanks don't count); the source
// agrees when the speaker's noun phrase overlaps the gold source, or when both have none.
import type { Statement } from '../../src/records/index.ts';
import type { GoldArticle, GoldAttribution, Piece } from './gold.ts';

export type Attribution = {
  readonly content: readonly Piece[];
  readonly source: Piece | null;
  readonly cue: Piece | null;
  readonly frame: string;
};
export type Miss = { readonly kind: string; readonly article: string; readonly example: string };
export type Tally = {
  gold: number;
  found: number;
  content: number;
  both: number;
  direct: number;
  directRight: number;
  misses: Miss[];
  frames: Map<string, { found: number; right: number }>;
};

export const emptyTally = (): Tally => ({
  gold: 0,
  found: 0,
  content: 0,
  both: 0,
  direct: 0,
  directRight: 0,
  misses: [],
  frames: new Map(),
});

/** The record's statements as they stand; only those that it says stand within another one are left out, since PolNeAR
 * marks no cue within the content of another attribution (0 of 9,745). */
export function toAttributions(statements: readonly Statement[]): Attribution[] {
  return statements
    .filter(({ within }) => within === null)
    .map(({ content, speaker, cue, kind, manner }) => ({
      content: [content],
      source: speaker.end > speaker.start ? speaker : null,
      cue,
      frame: `${manner} ${kind}`,
    }));
}

export function scoreArticle(
  { document, attributions: gold }: GoldArticle,
  found: readonly Attribution[],
  tally: Tally,
): void {
  const { text } = document;
  const letters = (pieces: readonly Piece[]): Set<number> => {
    const out = new Set<number>();
    for (const { start, end } of pieces)
      for (let at = start; at < end; at++) if (/[\p{L}\p{N}]/u.test(text[at]!)) out.add(at);
    return out;
  };
  const goldSets = gold.map((one) => letters(one.content));
  const foundSets = found.map((one) => letters(one.content));
  const pairs: { g: number; f: number; overlap: number; source: boolean }[] = [];
  for (const [g, one] of gold.entries())
    for (const [f, other] of found.entries()) {
      const overlap = jaccard(goldSets[g]!, foundSets[f]!);
      if (overlap >= 0.5) pairs.push({ g, f, overlap, source: isSource(one, other) });
    }
  pairs.sort((a, b) => Number(b.source) - Number(a.source) || b.overlap - a.overlap);
  const matched = new Map<number, { f: number; source: boolean }>();
  const used = new Set<number>();
  for (const { g, f, source } of pairs) {
    if (matched.has(g) || used.has(f)) continue;
    matched.set(g, { f, source });
    used.add(f);
  }
  tally.gold += gold.length;
  tally.found += found.length;
  tally.content += matched.size;
  const miss = (kind: string, example: string): void =>
    void tally.misses.push({ kind, article: document.id, example });
  const show = (pieces: readonly Piece[]): string =>
    pieces
      .map(({ start, end }) => text.slice(start, end))
      .join(' … ')
      .slice(0, 130);
  for (const [g, one] of gold.entries()) {
    const hit = matched.get(g);
    const words = `[${show(one.source)}] (${show(one.cue)}) ${show(one.content)}`;
    if (hit?.source) tally.both++;
    else if (hit !== undefined) {
      const { source } = found[hit.f]!;
      miss('wrong source', `${words} <> ${source === null ? 'none' : show([source])}`);
    } else {
      const near = found.findIndex(
        (other) => other.cue !== null && one.cue.some((piece) => touches(piece, other.cue!)),
      );
      if (near >= 0) miss('other content', `${words} <> ${show(found[near]!.content)}`);
      else
        miss(
          isDirect(one, text) ? 'missed, quoted' : one.source.length === 0 ? 'missed, no source' : 'missed',
          words,
        );
    }
    if (isDirect(one, text) && one.source.length > 0) {
      tally.direct++;
      const right = found.some(
        (other, f) => isSpeaker(one, other, text) && share(goldSets[g]!, foundSets[f]!) >= 0.5,
      );
      if (right) tally.directRight++;
      else miss('direct', words);
    }
  }
  const right = new Set([...matched.values()].filter((one) => one.source).map((one) => one.f));
  for (const [f, one] of found.entries()) {
    const count = tally.frames.get(one.frame) ?? { found: 0, right: 0 };
    tally.frames.set(one.frame, { found: count.found + 1, right: count.right + (right.has(f) ? 1 : 0) });
    if (used.has(f)) continue;
    const known =
      one.cue !== null && gold.some((other) => other.cue.some((piece) => touches(piece, one.cue!)));
    miss(
      known ? 'spurious, known cue' : 'spurious',
      `${one.frame} [${one.source === null ? '' : show([one.source])}] (${one.cue === null ? '' : show([one.cue])}) ${show(one.content)}`,
    );
  }
}

export function f1({ gold, found, both }: Tally): number {
  return gold + found === 0 ? 0 : (2 * both) / (gold + found);
}

function isSource(gold: GoldAttribution, found: Attribution): boolean {
  if (found.source === null || gold.source.length === 0)
    return found.source === null && gold.source.length === 0;
  if (gold.source.some((piece) => touches(piece, found.source!))) return true;
  // A few markings have source and cue swapped: the source reads "said".
  return (
    found.cue !== null &&
    gold.source.some((piece) => touches(piece, found.cue!)) &&
    gold.cue.some((piece) => touches(piece, found.source!))
  );
}

/** The same words, or the same name at another place: of a quotation over paragraphs one marks this mention, one that. */
function isSpeaker(gold: GoldAttribution, found: Attribution, text: string): boolean {
  if (isSource(gold, found)) return true;
  if (found.source === null) return false;
  const name = text.slice(found.source.start, found.source.end);
  return (
    /^\p{Lu}/u.test(name) &&
    gold.source.some(({ start, end }) =>
      text
        .slice(start, end)
        .split(/[^\p{L}\p{N}]+/u)
        .includes(name),
    )
  );
}

function isDirect({ content }: GoldAttribution, text: string): boolean {
  const first = content[0]!;
  const last = content.at(-1)!;
  return (
    /["“]|''|``/.test(text.slice(first.start, first.start + 2)) &&
    /["”]|''/.test(text.slice(last.end - 2, last.end))
  );
}

function touches(a: Piece, b: Piece): boolean {
  return a.start < b.end && b.start < a.end;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const common = count(a, b);
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

function share(gold: ReadonlySet<number>, found: ReadonlySet<number>): number {
  return gold.size === 0 ? 0 : count(gold, found) / gold.size;
}

function count(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const at of a) if (b.has(at)) common++;
  return common;
}

// Gives each line its block kind. The passes build on each other: what a line is by itself, which line is the
// title, which lines repeat an earlier one, what their place makes of them, and last what the rest is to its neighbours.
import type { BlockKind } from '../records/index.ts';
import { lineKey } from './clean-text.ts';
import { isRelatedHeading } from './lines/boilerplate.ts';
import { findDateline } from './lines/dateline.ts';
import { kindAlone } from './lines/kind-alone.ts';
import type { Phrases } from './lines/phrases.ts';
import { endsSentence, wordCount } from './lines/shape.ts';
import type { Line } from './lines/split-lines.ts';
import { findTitle } from './title.ts';
import { typeByPlace } from './type-by-place.ts';

/** A block before it has a place in the text. `joined`: it follows the block before on the same line. */
export type Draft = { readonly kind: BlockKind; readonly text: string; readonly joined: boolean };

type Open = { text: string; kind: BlockKind | null; hint: BlockKind | null };

const bullet = /^(?:[•▪◦‣●*–-]|\d{1,2}[.)])\s+/;
/** What markup says outright; headings, lists and quotes still depend on their neighbours. */
const knownByMarkup: ReadonlySet<BlockKind> = new Set([
  'caption',
  'link',
  'byline',
  'boilerplate',
  'dateline',
]);
/** In words. */
const longestKicker = 8;
/** So many lines after a heading over comments one of them must look like a comment. */
const commentSigns = 6;
/** Shorter lines ("South Korea") may come twice in good faith. */
const shortestRepeat = 12;

export function typeBlocks(
  lines: readonly Line[],
  metaTitle: string | null,
  phrases: Phrases,
  isMarked = false,
): { readonly drafts: readonly Draft[]; readonly title: string | null } {
  const open: Open[] = lines.filter((line) => line.text !== '').map((line) => ({ ...line, kind: null }));
  typeAlone(open, phrases);
  const { title, index } = findTitle(open, metaTitle);
  if (index === null && title !== null) open.unshift({ text: title, kind: 'headline', hint: null });
  else if (index !== null) open[index]!.kind = 'headline';
  const isSure = index !== null && (metaTitle !== null || open[index]?.hint === 'headline');
  if (isSure) typeKickers(open.slice(0, index));
  typeComments(open, phrases);
  markRepeats(open, title);
  typeByPlace(open, index ?? (title === null ? null : 0), isMarked);
  return { drafts: typeRest(open), title };
}

function typeAlone(open: readonly Open[], phrases: Phrases): void {
  let related = false;
  let links: Open[] = [];
  for (const [index, line] of open.entries()) {
    const { text, hint } = line;
    if (related && (isArticle(line) || isNextPart(line, links, open[index + 1]))) related = false;
    if (isRelatedHeading(text, phrases)) {
      related = true;
      links = [];
      line.kind = 'boilerplate';
    } else {
      const kind =
        kindAlone(text, index, phrases) ?? (hint !== null && knownByMarkup.has(hint) ? hint : null);
      line.kind = kind === null && related && text.length <= 200 ? 'link' : kind;
      if (related) links.push(line);
    }
  }
}

/** Headlines of other stories seldom end in a full stop. */
function isArticle({ text, hint }: Open): boolean {
  return text.length > 25 && (hint === 'quote' || (/[.!”"]$/.test(text) && endsSentence(text)));
}

/**
 * The article's own subheading after links to other stories: text comes next, and it is unlike the links before it - a
 * heading where they are none, or much shorter than any of them.
 */
function isNextPart(line: Open, links: readonly Open[], next: Open | undefined): boolean {
  if (next === undefined || !isArticle(next) || links.length === 0) return false;
  if (line.hint === 'headline') return links.every(({ hint }) => hint !== 'headline');
  const words = wordCount(line.text);
  return line.hint === null && links.length >= 2 && links.every(({ text }) => wordCount(text) >= words * 2);
}

/** Above a title that is surely one: "Middle East", "Breaking". */
function typeKickers(open: readonly Open[]): void {
  for (const line of open)
    if (line.kind === null && !endsSentence(line.text) && wordCount(line.text) <= longestKicker)
      line.kind = 'boilerplate';
}

/** All that follows a heading over readers' comments, where what follows looks like them. */
function typeComments(open: readonly Open[], phrases: Phrases): void {
  const at = open.findIndex(
    ({ text }, index) => index > 2 && phrases.comments.test(text) && open.slice(0, index).some(isArticle),
  );
  if (at === -1) return;
  const signs = open
    .slice(at + 1, at + 1 + commentSigns)
    .some(
      ({ text, kind }) => kind === 'dateline' || /\b(?:says|wrote|writes|replied)\s*:$|^reply$/i.test(text),
    );
  if (!signs) return;
  for (const line of open.slice(at)) line.kind ??= 'boilerplate';
}

function markRepeats(open: readonly Open[], title: string | null): void {
  const seen = new Set<string>();
  const titleKey = title === null ? null : lineKey(title);
  let titled = false;
  for (const line of open) {
    if (line.kind === 'boilerplate' || line.kind === 'link' || line.kind === 'dateline') continue;
    const key = lineKey(line.text);
    if (key === titleKey && !titled && line.kind === 'headline') titled = true;
    else if (key.length >= shortestRepeat && seen.has(key)) line.kind = 'repeat';
    seen.add(key);
    if (titleKey !== null) seen.add(titleKey);
  }
}

function typeRest(open: readonly Open[]): Draft[] {
  const drafts: Draft[] = [];
  let paragraphs = 0;
  for (const [index, line] of open.entries()) {
    const { text } = line;
    if (line.kind !== null) {
      drafts.push({ kind: line.kind, text, joined: false });
      continue;
    }
    const bulleted = isBulleted(open, index);
    if (line.hint === 'list' || bulleted) {
      drafts.push({ kind: 'list', text: bulleted ? text.replace(bullet, '') : text, joined: false });
    } else if (line.hint === 'quote') drafts.push({ kind: 'quote', text, joined: false });
    else if (line.hint === 'headline' || isSubheading(open, index))
      drafts.push({ kind: 'headline', text, joined: false });
    else {
      const dateline = findDateline(text, paragraphs < 3);
      if (dateline !== null) drafts.push({ kind: 'dateline', text: dateline, joined: false });
      const rest = text.slice(dateline?.length ?? 0).trim();
      if (rest !== '') drafts.push({ kind: 'paragraph', text: rest, joined: dateline !== null });
      paragraphs++;
    }
  }
  return drafts;
}

/** A dash or a number is a bullet only in company: "1. FC Köln" and "- Reuters" stand alone. */
function isBulleted(open: readonly Open[], index: number): boolean {
  const text = open[index]!.text;
  if (!bullet.test(text)) return false;
  if (/^[•▪◦‣●]/.test(text)) return true;
  return [open[index - 1], open[index + 1]].some((line) => line !== undefined && bullet.test(line.text));
}

/** "South Korea responds": short, unfinished, alone, and with text under it. */
function isSubheading(open: readonly Open[], index: number): boolean {
  const { text } = open[index]!;
  if (text.length > 80 || wordCount(text) > 12 || wordCount(text) < 2) return false;
  if (!/^["“‘']?[\p{Lu}\p{N}]/u.test(text) || /[,;:—–-]$/.test(text)) return false;
  // "What was agreed?" may stand over a part; a longer question, or one with a speaker, belongs to the text.
  if (endsSentence(text) && (!/^[^"“”:,]+\?$/.test(text) || wordCount(text) > 6)) return false;
  // Step by step rather than by slices: a text may have a hundred thousand lines.
  let at = index - 1;
  while (at >= 0 && open[at]!.kind !== null) at--;
  if (at >= 0 && !endsSentence(open[at]!.text) && open[at]!.hint !== 'headline') return false;
  at = index + 1;
  while (at < open.length && open[at]!.kind !== null && open[at]!.kind !== 'headline') at++;
  const after = open[at];
  return after?.kind === null && (endsSentence(after.text) || after.text.length > 120);
}

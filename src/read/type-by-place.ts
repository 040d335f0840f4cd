// What lines are by their place: names below the title, lines after the article's end, heaps of headlines inside it.
// None of them is told by its own words, so each rule asks what stands around the line.
import type { BlockKind } from '../records/index.ts';
import { isBiography, isNameAlone } from './lines/byline.ts';
import { endsSentence, wordCount } from './lines/shape.ts';

type Placed = { readonly text: string; kind: BlockKind | null; readonly hint: BlockKind | null };

/** A heap of so many unfinished lines between paragraphs is a list of other stories. */
const heap = 3;
/** In words; a longer line under the title says something. */
const longestLabel = 4;
const noteMark = /^(?:\[?\(?\d{1,3}[\]).]|[*†‡¹²³⁴⁵⁶⁷⁸⁹])/;

/** Changes the kinds of the lines that their place gives away; `titleIndex` is null where no line is the title. */
export function typeByPlace(open: readonly Placed[], titleIndex: number | null, isMarked: boolean): void {
  const body = [...open.keys()].filter((index) => isBody(open[index]!));
  const first = body[0];
  const last = body.at(-1);
  if (first === undefined || last === undefined) return;
  typeHead(open, titleIndex === null ? 0 : titleIndex + 1, first);
  // A page of headlines has nothing but unfinished lines, and they are its text.
  const loose = open.slice(first, last).filter((line) => isLoose(line));
  if (loose.length <= body.length * 2) typeHeaps(open, first, last);
  if (isMarked) typeUnmarked(open, titleIndex === null ? 0 : titleIndex + 1, first);
  typeNotes(open);
  for (const line of open.slice(last + 1)) {
    if (line.kind !== null) continue;
    if (isBiography(line.text)) line.kind = 'byline';
    else if (isLoose(line) || (line.hint === 'headline' && !endsSentence(line.text))) line.kind = 'link';
  }
}

/** Between the title and the first paragraph. */
function typeHead(open: readonly Placed[], from: number, first: number): void {
  for (let at = from; at < first; at++) {
    const line = open[at]!;
    const before = open[at - 1]?.kind;
    if (line.kind !== null || line.hint === 'headline') continue;
    if (isBiography(line.text)) line.kind = 'byline';
    // "Guy Example", "Balkans correspondent"; a kicker such as "Middle East" may go the same way.
    else if (
      isNameAlone(line.text) &&
      (/ and | & /.test(line.text) || [before, open[at + 1]?.kind].some((kind) => isAbout(kind)))
    )
      line.kind = 'byline';
    // The words under a picture follow its credit.
    else if (before === 'caption' && isLoose(line)) line.kind = 'caption';
  }
}

/**
 * In a page that has markup, a short unfinished line that nothing calls a heading is no part of the article: "Open fact
 * box", "Loading". Between the title and the text it may be the article's own second title, if it is long enough.
 */
function typeUnmarked(open: readonly Placed[], from: number, first: number): void {
  for (const [at, line] of open.entries()) {
    if (at < from || !isLoose(line) || (at < first && wordCount(line.text) > longestLabel)) continue;
    // "The parties agreed on:" goes on with what comes next.
    if (!/[:,;]$/.test(open[at - 1]?.text ?? '')) line.kind = 'boilerplate';
  }
}

function typeHeaps(open: readonly Placed[], first: number, last: number): void {
  for (let at = first + 1; at < last; at++) {
    let end = at;
    while (end < last && isLoose(open[end]!)) end++;
    // "The parties agreed on:" opens a list.
    if (end - at >= heap && !/[:,;]$/.test(open[at - 1]!.text))
      for (const line of open.slice(at, end)) line.kind = 'link';
    at = end;
  }
}

/** Footnotes: numbered lines after the last heading "Notes" or "References". */
function typeNotes(open: readonly Placed[]): void {
  const heading = open.findLastIndex(({ text }) =>
    /^(?:(?:end|foot)?notes?|references|sources)\s*:?$/i.test(text),
  );
  if (heading <= 0) return;
  const notes = open.slice(heading + 1);
  if (!notes.every(({ text, kind }) => kind !== null || noteMark.test(text))) return;
  for (const line of notes) line.kind ??= 'boilerplate';
}

function isAbout(kind: BlockKind | null | undefined): boolean {
  return kind === 'byline' || kind === 'dateline';
}

/** A sentence of the article. */
function isBody({ text, kind, hint }: Placed): boolean {
  if (kind !== null || isBiography(text)) return false;
  return (
    hint === 'quote' ||
    hint === 'list' ||
    ((endsSentence(text) || /\p{Ll}[.!?]["”’]? +\p{Lu}/u.test(text)) && wordCount(text) >= 4) ||
    text.length > 160
  );
}

/** A line that could be a headline: short, unfinished, and nothing that markup calls text. */
function isLoose({ text, kind, hint }: Placed): boolean {
  // Two sentences are text, though an agency's name stands after the last: "... its ambassador. EFE".
  if (kind !== null || hint !== null || endsSentence(text) || /\p{Ll}[.!?]["”’]? +\p{Lu}/u.test(text))
    return false;
  return (
    text.length <= 110 &&
    wordCount(text) <= 16 &&
    /^["“‘']?[\p{Lu}\p{N}]/u.test(text) &&
    !/[,:;–—-]$/.test(text)
  );
}

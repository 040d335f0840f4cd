// Decides the publication date from the surest source to the weakest; unknown is null, never a guess.
import { type Problem, problem } from '../records/index.ts';
import { dateInUrl, findMonthDay, nearestYear, parseDate } from './calendar-date.ts';
import { isDateLine } from './lines/dateline.ts';
import type { Draft } from './type-blocks.ts';
import { dateFromLinks } from './weekday-bound.ts';

export type DateSources = {
  /** Dates from the caller and the page's metadata, surest first, as they were written. */
  readonly stated: readonly string[];
  readonly url: string | null;
  readonly drafts: readonly Draft[];
  /** The date of `--date`, for articles that tell none. */
  readonly fallback: string | null;
  readonly place: string | null;
};

export function choosePublished(sources: DateSources): { published: string | null; problems: Problem[] } {
  const problems: Problem[] = [];
  for (const text of sources.stated) {
    const date = parseDate(text);
    if (date !== null) return { published: date, problems };
    const message = `the date ${JSON.stringify(text.slice(0, 60))} cannot be read`;
    problems.push(problem('bad-date', message, sources.place, 'write dates as YYYY-MM-DD'));
  }
  const inUrl = sources.url === null ? null : dateInUrl(sources.url);
  const inLines = fromDateLines(sources.drafts);
  const inText = inUrl ?? inLines;
  const inLinks = linkedDate(sources.drafts);
  // A dateline has no year, so the other sources give it one.
  const inDateline = fromDatelines(sources.drafts, inText ?? inLinks ?? sources.fallback);
  return { published: inDateline ?? inText ?? sources.fallback ?? inLinks, problems };
}

function fromDatelines(drafts: readonly Draft[], reference: string | null): string | null {
  for (const { kind, text } of drafts) {
    if (kind !== 'dateline' || isDateLine(text)) continue;
    const found = findMonthDay(text);
    const date = found === null ? parseDate(text) : nearestYear(found, reference);
    if (date !== null) return date;
  }
  return null;
}

/** "Published ..." before "Updated ..."; lines deep in the text belong to something else. */
function fromDateLines(drafts: readonly Draft[]): string | null {
  const lines = drafts
    .filter(({ kind, text }) => kind === 'dateline' && isDateLine(text))
    .map(({ text }) => text);
  const ordered = [...lines.filter((text) => !/updated|modified/i.test(text)), ...lines];
  for (const text of ordered) {
    const date = parseDate(text);
    if (date !== null) return date;
  }
  return null;
}

function linkedDate(drafts: readonly Draft[]): string | null {
  const urls = drafts.flatMap(({ text }) => text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? []);
  const body = drafts.filter(({ kind }) => kind === 'paragraph' || kind === 'quote').map(({ text }) => text);
  return dateFromLinks(urls, body.join('\n'));
}

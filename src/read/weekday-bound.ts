// Dates an article by a page it links to: not earlier than that page, and on the day that makes the weekdays it
// names nearest, past ones behind ("was summoned on Friday") and coming ones ahead ("will visit on Saturday").
import { dateInUrl, dayNumber, isoDay } from './calendar-date.ts';

const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const weekday = /\b(?:sun|mon|tues|wednes|thurs|fri|satur)day\b/gi;
const future =
  /^(?:will|would|shall|'ll|’ll|going|due|expected|scheduled|set|plans?|planned|next|coming|upcoming|until|by)$/i;
const past =
  /^(?:was|were|had|said|told|met|held|took|made|gave|given|went|came|began|signed|last|struck|fell|shot|sent|left|spoke|won|killed|\p{Ll}{2,}ed)$/u;

/** How many days after the linked page an article may still count as written about the same news. */
const window = 4;
/** A past weekday further back than this would have been written with a date. */
const oldest = 4;

type Mention = { readonly weekday: number; readonly past: boolean };

/** The publication date that a linked address and the weekdays agree on, or null when they do not settle it. */
export function dateFromLinks(urls: readonly string[], text: string): string | null {
  const bound = urls
    .map(dateInUrl)
    .filter((date) => date !== null)
    .sort()
    .at(-1);
  if (bound === undefined) return null;
  const mentions = findMentions(text);
  if (!mentions.some((mention) => mention.past)) return null;
  const first = dayNumber(bound);
  const days = Array.from({ length: window + 1 }, (_, index) => first + index);
  const fitting = days.filter((day) => mentions.every((one) => !one.past || distance(one, day) <= oldest));
  const cost = (day: number) => mentions.reduce((sum, mention) => sum + distance(mention, day), 0);
  const best = fitting.sort((one, other) => cost(one) - cost(other) || one - other)[0];
  return best === undefined ? null : isoDay(best);
}

/** Days between a day and the weekday behind it (past) or ahead of it (coming), 0 to 6. */
function distance(mention: Mention, day: number): number {
  const today = new Date(day * 86_400_000).getUTCDay();
  return mention.past ? (today - mention.weekday + 7) % 7 : (mention.weekday - today + 7) % 7;
}

function findMentions(text: string): Mention[] {
  const mentions: Mention[] = [];
  for (const sentence of text.split(/(?<=[.!?]["”’)]*)\s+|\n+/)) {
    for (const found of sentence.matchAll(weekday)) {
      const before = sentence
        .slice(Math.max(0, found.index - 200), found.index)
        .split(/[^\p{L}'’]+/u)
        .reverse();
      const after = sentence
        .slice(found.index + found[0].length)
        .slice(0, 200)
        .split(/[^\p{L}'’]+/u);
      const cue = [...before, ...after].find((word) => future.test(word) || past.test(word));
      if (cue !== undefined)
        mentions.push({ weekday: names.indexOf(found[0].toLowerCase()), past: !future.test(cue) });
    }
  }
  return mentions;
}

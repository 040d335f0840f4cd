// Calendar days as ISO dates, in whole days of UTC, so that no time zone moves them.

/** A stretch of days, both ends included. */
export type DayRange = { readonly from: string; readonly to: string };

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** Number of a day since 1970-01-01. */
export function dayNumber(iso: string): number {
  return Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000);
}

export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The day, or null where the calendar has none (30 February). `month` counts from 1. */
export function makeDay(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

/** Month from 1. */
export function monthOf(day: number): number {
  return new Date(day * 86_400_000).getUTCMonth() + 1;
}

export function range(from: number, to: number = from): DayRange {
  return { from: isoDay(from), to: isoDay(to) };
}

/** A whole month; `month` may run past 1 to 12. */
export function monthRange(year: number, month: number): DayRange {
  const index = year * 12 + month - 1;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return range(makeDay(y, m, 1)!, makeDay(y, m, daysIn(y, m))!);
}

export function yearRange(from: number, to: number = from): DayRange {
  return range(makeDay(from, 1, 1)!, makeDay(to, 12, 31)!);
}

/** Monday to Sunday of the week that holds the day. */
export function weekRange(day: number): DayRange {
  const monday = day - ((weekdayOf(day) + 6) % 7);
  return range(monday, monday + 6);
}

/** A day so many months away, the month's last day where it is shorter. */
export function addMonths(day: number, count: number): number {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + count;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return makeDay(y, m, Math.min(new Date(day * 86_400_000).getUTCDate(), daysIn(y, m)))!;
}

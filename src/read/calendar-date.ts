// Reads calendar dates as sources write them, into ISO days. No clock is read and nothing is guessed.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const dayMonth = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${month}(?:,?[ -](\\d{4})\\b)?`, 'i');
const monthDay = new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})(?!\\d|:))?`, 'i');

/** Days since 1970-01-01, for arithmetic over ISO days. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The date as written (its own time zone), or null: "2024-06-20T10:00+09:00", "20 June 2024", "20240620", epochs. */
export function parseDate(text: string): string | null {
  const numbers =
    /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ??
    /^\s*(\d{4})(\d{2})(\d{2})(?=T|\s|$)/.exec(text);
  if (numbers !== null) return toDate(numbers[1]!, numbers[2]!, numbers[3]!);
  const dotted = /(?<!\d)(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (dotted !== null) return fromOrderless(dotted[1]!, dotted[2]!, dotted[3]!, dotted[4]!);
  const epoch = /^\s*(\d{10})(\d{3})?\s*$/.exec(text);
  if (epoch !== null) return isoDay(Number(epoch[1]) / 86_400);
  const named = findMonthDay(text);
  return named === null || named.year === null ? null : toDate(named.year, named.month, named.day);
}

export type MonthDay = { readonly month: number; readonly day: number; readonly year: number | null };

/** The first date with the month in letters; the year is null when it is not there: "June 19". */
export function findMonthDay(text: string): MonthDay | null {
  const first = dayMonth.exec(text);
  const second = monthDay.exec(text);
  const [day, name, year] =
    first !== null && (second === null || first.index <= second.index)
      ? [first[1]!, first[2]!, first[3]]
      : [second?.[2], second?.[1], second?.[3]];
  if (day === undefined || name === undefined) return null;
  const number = months.indexOf(name.toLowerCase()) + 1;
  if (toDate(year ?? 2024, number, day) === null) return null;
  return { month: number, day: Number(day), year: year === undefined ? null : Number(year) };
}

/** The year that puts the day nearest to the reference: "December 31" read on 2 January is last year's. */
export function nearestYear({ month, day, year }: MonthDay, reference: string | null): string | null {
  if (year !== null) return toDate(year, month, day);
  if (reference === null) return null;
  const around = Number(reference.slice(0, 4));
  const far = (date: string) => Math.abs(dayNumber(date) - dayNumber(reference));
  const dates = [around - 1, around, around + 1]
    .map((one) => toDate(one, month, day))
    .filter((date) => date !== null);
  return dates.sort((one, other) => far(one) - far(other))[0] ?? null;
}

/** A date in an address's path: /2024/06/20/, /2024-06-20-, /20240620. */
export function dateInUrl(url: string): string | null {
  const found =
    /[/_-](\d{4})([/_-])(\d{1,2})\2(\d{1,2})(?=[/_.-]|$|\D)/.exec(url) ??
    /[/_-](\d{4})()(\d{2})(\d{2})(?=[/_.-]|$)/.exec(url);
  if (found !== null) return toDate(found[1]!, found[3]!, found[4]!);
  const named = new RegExp(`/(\\d{4})/${month}/(\\d{1,2})(?=[/_.-]|$)`, 'i').exec(url);
  return named === null ? null : toDate(named[1]!, months.indexOf(named[2]!.toLowerCase()) + 1, named[3]!);
}

/** Dots put the day first; slashes do either, so both readings must be told apart by a number over twelve. */
function fromOrderless(first: string, mark: string, second: string, year: string): string | null {
  if (mark === '.' || Number(first) > 12) return toDate(year, second, first);
  return Number(second) > 12 || first === second ? toDate(year, first, second) : null;
}

function toDate(year: string | number, month: string | number, day: string | number): string | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return null;
  return Number(year) >= 1800 && Number(year) <= 2100 ? date : null;
}

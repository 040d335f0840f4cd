// Days of the calendar: "June 19", "19 June 2024", "on the 19th", "June 18 to 20", "in May 2021", "in 2014", "since 2006".
import {
  addMonths,
  type DayRange,
  daysIn,
  isoDay,
  makeDay,
  monthOf,
  monthRange,
  months,
  range,
  yearOf,
  yearRange,
} from './days.ts';
import { anyCase, type Resolution, type RuleContext, relative, type Tense, type TimeRule } from './rule.ts';

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const dayOfMonth = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?';
const weekday =
  '(?:(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\\.?,?\\s+)?';
const lead = `(?:(?<lead>${anyCase('on|since|until|till|by|from|in|of|for|before|after|during|between')})\\s+)?`;
const year = '(?:19|20)\\d\\d';

function monthNumber(name: string): number {
  return months.findIndex((one) => one.startsWith(name.toLowerCase().replace('.', '').slice(0, 3))) + 1;
}

/** A day without year, on the tense's side of publication; with no tense only where one year is far nearer. */
function placeDay(m: number, d: number, published: number, tense: Tense): number | null {
  const days = [-1, 0, 1].flatMap((step) => makeDay(yearOf(published) + step, m, d) ?? []);
  if (tense === 'past') return days.filter((day) => day <= published).at(-1) ?? null;
  if (tense === 'future') return days.find((day) => day >= published) ?? null;
  return days.find((day) => Math.abs(day - published) < 90) ?? null;
}

function withLead(found: DayRange, leading: string | undefined, { published }: RuleContext): Resolution {
  if (leading !== 'since') return found;
  return { from: found.from, to: published === null ? null : isoDay(published) };
}

function resolveDays(groups: Readonly<Record<string, string | undefined>>, context: RuleContext): Resolution {
  const m = monthNumber(groups.month!);
  const first = Number.parseInt(groups.day!, 10);
  const last = groups.last === undefined ? first : Number.parseInt(groups.last, 10);
  const endMonth = groups.month2 === undefined ? m : monthNumber(groups.month2);
  if (first > daysIn(2024, m) || last > daysIn(2024, endMonth)) return null;
  const resolve = (start: number | null): Resolution => {
    if (start === null) return 'unresolved';
    const end = makeDay(yearOf(start) + (endMonth < m ? 1 : 0), endMonth, last);
    return end === null || end < start ? 'unresolved' : withLead(range(start, end), groups.lead, context);
  };
  if (groups.year !== undefined) return resolve(makeDay(Number(groups.year), m, first));
  return relative(context, (published, tense) =>
    resolve(placeDay(m, first, published, groups.lead === 'since' ? 'past' : tense)),
  );
}

function resolveMonth(
  { month: name, year: y, which, lead: leading }: Readonly<Record<string, string | undefined>>,
  context: RuleContext,
): Resolution {
  const m = monthNumber(name!);
  if (y !== undefined) return withLead(monthRange(Number(y), m), leading, context);
  return relative(context, (published, tense): Resolution => {
    const own = yearOf(published);
    const passed = monthOf(published) - m;
    if (which === 'last') return monthRange(passed > 0 ? own : own - 1, m);
    if (which === 'next') return monthRange(passed < 0 ? own : own + 1, m);
    if (which === 'this' || passed === 0) return withLead(monthRange(own, m), leading, context);
    if (tense === 'past' || leading === 'since')
      return withLead(monthRange(passed > 0 ? own : own - 1, m), leading, context);
    return tense === 'future' ? monthRange(passed < 0 ? own : own + 1, m) : 'unresolved';
  });
}

export const dateRules: readonly TimeRule[] = [
  {
    name: 'iso',
    pattern:
      /(?<![\d/-])(?<year>(?:19|20)\d\d)-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])(?![\d-])/gu,
    resolve: ({ year: y, month: m, day }) => {
      const found = makeDay(Number(y), Number(m), Number(day));
      return found === null ? null : range(found);
    },
  },
  {
    name: 'month-days',
    pattern: new RegExp(
      `\\b${lead}${weekday}(?<month>${month})\\s+(?<day>${dayOfMonth})\\s*(?:-|–|—|to|through|until|and)\\s*(?:(?<month2>${month})\\s+)?(?<last>${dayOfMonth})(?![\\d:%])(?:,?\\s+(?<year>${year}))?\\b`,
      'gu',
    ),
    resolve: resolveDays,
  },
  {
    name: 'days-month',
    pattern: new RegExp(
      `\\b${lead}(?:the\\s+)?(?<day>${dayOfMonth})\\s*(?:-|–|—|to|through|until|and)\\s*(?<last>${dayOfMonth})\\s+(?:of\\s+)?(?<month>${month})(?![\\w])(?:,?\\s+(?<year>${year})\\b)?`,
      'gu',
    ),
    resolve: resolveDays,
  },
  {
    name: 'month-day',
    pattern: new RegExp(
      `\\b${lead}${weekday}(?<month>${month})\\s+(?:the\\s+)?(?<day>${dayOfMonth})(?![\\d:%])(?:,?\\s+(?<year>${year}))?\\b(?!\\s*%)`,
      'gu',
    ),
    resolve: resolveDays,
  },
  {
    name: 'day-month',
    pattern: new RegExp(
      `\\b${lead}${weekday}(?:the\\s+)?(?<day>${dayOfMonth})\\s+(?:of\\s+)?(?<month>${month})(?!\\w)(?:,?\\s+(?<year>${year})\\b)?`,
      'gu',
    ),
    resolve: resolveDays,
  },
  {
    name: 'day-of-the-month',
    pattern:
      /\bon\s+the\s+(?<day>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?!\s+(?:century|anniversary|floor|day|birthday|hour|attempt|street|avenue|parallel|[a-z]+ly))\b/giu,
    resolve: ({ day }, context) => {
      // "on the 38th parallel", "on the 5th try": an ordinal of something else.
      if (context.tokens.at(-1)!.deprel === 'amod' && /^[a-z]/.test(context.after)) return null;
      return relative(context, (published, tense): Resolution => {
        const number = Number.parseInt(day!, 10);
        const days = [-1, 0, 1].flatMap((step) => {
          const base = addMonths(published, step);
          return makeDay(yearOf(base), monthOf(base), number) ?? [];
        });
        const found =
          tense === 'past'
            ? days.filter((one) => one <= published).at(-1)
            : tense === 'future'
              ? days.find((one) => one >= published)
              : undefined;
        return found === undefined ? 'unresolved' : range(found);
      });
    },
  },
  {
    name: 'month-year',
    pattern: new RegExp(
      `\\b${lead}(?:(?:early|late|mid)[\\s-]+)?(?<month>${month}),?\\s+(?:of\\s+)?(?<year>${year})\\b`,
      'gu',
    ),
    resolve: resolveMonth,
  },
  {
    // A month alone needs a word that makes it one: "May said" and "March on" are none.
    name: 'month',
    pattern: new RegExp(
      `\\b(?:(?<lead>${anyCase('in|since|until|till|by|during|from|before|after|for')})\\s+)?(?:(?<which>${anyCase('last|next|this')})\\s+|(?:${anyCase('early|late|mid')})[\\s-]+|the\\s+(?:end|beginning|start|middle)\\s+of\\s+)?(?<month>${month})\\b`,
      'gu',
    ),
    resolve: (groups, context) => {
      const token = context.tokens.at(-1)!;
      if (context.tokens.length === 1 || token.upos !== 'PROPN') return null;
      // "after May resigned", "for March, a city": the surname and the town have no such prepositions in time's sense.
      if (
        /^(?:may|march|august|june|april)$/i.test(groups.month!) &&
        /^(?:for|from|after|before|by|until)$/.test(groups.lead ?? '')
      )
        return 'unresolved';
      return resolveMonth(groups, context);
    },
  },
  {
    name: 'years',
    pattern: new RegExp(
      `\\b(?:(?:from|between|in|during)\\s+)?(?<from>${year})\\s*(?:-|–|—|to|and|until)\\s*(?<to>${year}|\\d\\d)\\b(?![-–,.]?\\d)`,
      'giu',
    ),
    resolve: ({ from, to }) => {
      const start = Number(from);
      const end = to!.length === 2 ? Math.floor(start / 100) * 100 + Number(to) : Number(to);
      return end > start && end - start < 120 ? yearRange(start, end) : null;
    },
  },
  {
    name: 'decade',
    pattern:
      /\b(?:(?:in|during|since)\s+)?the\s+(?:(?:early|late|mid)[\s-]+)?(?<decade>(?:1[89]|20)\d0)s\b/giu,
    resolve: ({ decade }) => yearRange(Number(decade), Number(decade) + 9),
  },
  {
    name: 'year',
    pattern: new RegExp(
      `\\b(?:(?<lead>in|since|from|until|till|by|during|of|after|before)\\s+)?(?:(?:early|late|mid)[\\s-]+|(?:the\\s+)?(?:end|beginning|start|summer|spring|winter|autumn|fall)\\s+(?:of\\s+)?)?(?<the>the\\s+)?(?<year>${year})(?![\\d%:/]|[,.]\\d|-\\w)\\b`,
      'giu',
    ),
    resolve: ({ lead: leading, the, year: y }, context) => {
      if (!isYear(leading, the, context)) return null;
      return withLead(yearRange(Number(y)), leading, context);
    },
  },
];

/** "in 2014", "the 2015 deal": a year; "2000 troops", "of 1950 people": a number. */
function isYear(
  leading: string | undefined,
  the: string | undefined,
  { tokens, sentence, before }: RuleContext,
): boolean {
  const token = tokens.at(-1)!;
  if (before === '$' || before === '€' || before === '£' || before === '#' || before === 'no.') return false;
  const head = token.head < 0 ? undefined : sentence.tokens[token.head];
  const counted =
    /^(?:nummod|compound|nmod)/.test(token.deprel) &&
    leading === undefined &&
    head !== undefined &&
    head.index > token.index;
  if (counted) return the !== undefined && head.xpos !== 'NNS';
  return leading !== undefined && token.upos === 'NUM';
}

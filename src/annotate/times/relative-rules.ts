// Times counted from the day of publication: "yesterday", "two days ago", "last week", "earlier this year", "in two weeks".
import {
  addMonths,
  type DayRange,
  isoDay,
  monthOf,
  monthRange,
  range,
  weekRange,
  yearOf,
  yearRange,
} from './days.ts';
import { type Resolution, relative, type TimeRule } from './rule.ts';

const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const number = `(?<number>a|an|\\d{1,3}|${numbers.slice(1).join('|')})`;
const unit = '(?<unit>day|week|fortnight|month|year|decade)s?';
const plainDays: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  yesterday: -1,
  tomorrow: 1,
  'the day before yesterday': -2,
  'the day after tomorrow': 2,
};

function count(text: string): number {
  if (text === 'a' || text === 'an') return 1;
  const word = numbers.indexOf(text);
  return word > 0 ? word : Number(text);
}

/** The day `steps` units away; months and years step by the calendar. */
function shift(day: number, steps: number, name: string): number {
  if (name === 'month') return addMonths(day, steps);
  if (name === 'year') return addMonths(day, 12 * steps);
  if (name === 'decade') return addMonths(day, 120 * steps);
  return day + steps * (name === 'week' ? 7 : name === 'fortnight' ? 14 : 1);
}

/** The whole unit that holds the shifted day: "last week" is Monday to Sunday. */
function whole(published: number, steps: number, name: string): DayRange {
  if (name === 'week') return weekRange(published + 7 * steps);
  if (name === 'month') return monthRange(yearOf(published), monthOf(published) + steps);
  return yearRange(yearOf(published) + steps);
}

export const relativeRules: readonly TimeRule[] = [
  {
    name: 'today',
    pattern:
      /\b(?:(?:early|late|later|earlier|since|until)\s+)?(?<day>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|tonight|yesterday|tomorrow)\b(?:\s+(?:morning|afternoon|evening|night))?/giu,
    resolve: ({ day }, context) => {
      // "today's youth", "the China of today": these days, not this day.
      if (day === 'today' && (/^['’]s$/.test(context.after) || context.before === 'of')) return null;
      if (/^since|^until/i.test(context.tokens[0]!.text)) return 'unresolved';
      return relative(context, (published) => range(published + plainDays[day!.replace(/\s+/g, ' ')]!));
    },
  },
  {
    name: 'part-of-today',
    pattern:
      /\b(?:earlier\s+|later\s+|late\s+|early\s+)?(?<which>this\s+(?:morning|afternoon|evening)|last\s+night|yesterday\s+(?:morning|evening))\b/giu,
    resolve: ({ which }, context) =>
      relative(context, (published) => range(published - (/^this/.test(which!) ? 0 : 1))),
  },
  {
    name: 'ago',
    pattern: new RegExp(
      `\\b(?:(?<vague>several|many|some|a\\s+few|few|almost|nearly|about|around|over|more\\s+than|just|only|just\\s+over)\\s+)?(?:${number}\\s+)?(?:(?:and\\s+a\\s+half)\\s+)?${unit}\\s+ago\\b`,
      'giu',
    ),
    resolve: ({ vague, number: amount, unit: name }, context) => {
      if (amount === undefined || (vague !== undefined && !/just|only/.test(vague))) return 'unresolved';
      return relative(context, (published): Resolution => {
        const steps = count(amount);
        const day = shift(published, -steps, name!);
        if (name === 'day') return range(day);
        if (name === 'week' || name === 'fortnight') return weekRange(day);
        if (name === 'month') return monthRange(yearOf(day), monthOf(day));
        // "ten years ago" names the year, hardly the day.
        return name === 'year' ? yearRange(yearOf(day)) : 'unresolved';
      });
    },
  },
  {
    name: 'in-units',
    pattern: new RegExp(`\\bin\\s+${number}\\s+${unit}(?:['’]s?\\s+time|\\s+time)?\\b`, 'giu'),
    resolve: ({ number: amount, unit: name }, context) => {
      // "for the first time in ten years", "rebuilt in two years": a span, not a day to come.
      if (context.tense !== 'future' || context.before === 'time') return null;
      return relative(context, (published): Resolution => {
        const day = shift(published, count(amount!), name!);
        if (name === 'day') return range(day);
        if (name === 'week' || name === 'fortnight') return weekRange(day);
        return name === 'month'
          ? monthRange(yearOf(day), monthOf(day))
          : name === 'year'
            ? yearRange(yearOf(day))
            : 'unresolved';
      });
    },
  },
  {
    name: 'past-units',
    pattern: new RegExp(
      `\\b(?:in|over|during|for|within)\\s+the\\s+(?<side>last|past|next|coming)\\s+(?:(?<number>\\d{1,3}|few|${numbers.slice(1).join('|')})\\s+)?${unit}\\b`,
      'giu',
    ),
    resolve: ({ side, number: amount, unit: name }, context) => {
      if (amount === 'few') return 'unresolved';
      return relative(context, (published): Resolution => {
        const steps = amount === undefined ? 1 : count(amount);
        return /last|past/.test(side!)
          ? range(shift(published, -steps, name!), published)
          : range(published, shift(published, steps, name!));
      });
    },
  },
  {
    name: 'whole-unit',
    pattern:
      /\b(?:(?:since|until|by|for)\s+)?(?<side>earlier\s+|later\s+|early\s+|late\s+)?(?<which>last|this|next)\s+(?<unit>week|month|year)\b(?!\s+(?:old|long|later|before))/giu,
    resolve: ({ side, which, unit: name }, context) =>
      relative(context, (published, tense): Resolution => {
        const found = whole(published, ['last', 'this', 'next'].indexOf(which!) - 1, name!);
        const today = isoDay(published);
        // "met this week": the part that has been; "will meet this week": the part to come.
        if (which === 'this' && (/earlier/.test(side ?? '') || (side === undefined && tense === 'past')))
          return { from: found.from, to: today };
        if (which === 'this' && (/later/.test(side ?? '') || (side === undefined && tense === 'future')))
          return { from: today, to: found.to };
        return found;
      }),
  },
  {
    name: 'end-of-unit',
    pattern:
      /\b(?:(?<lead>by|at|before|until|since)\s+)?the\s+(?:end|start|beginning)\s+of\s+(?:the|this|last|next)\s+(?:week|month|year)\b/giu,
    resolve: () => 'unresolved',
  },
];

// Days of the week: "on Wednesday", "Friday and Saturday", "last Monday", "Monday's", "the weekend".
import { type DayRange, range, weekdayOf, weekdays } from './days.ts';
import { anyCase, type Resolution, type RuleContext, relative, type Tense, type TimeRule } from './rule.ts';

const day = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const part = '(?:\\s+(?:morning|afternoon|evening|night|noon))?';
// "Black Friday sale", "Good Friday", "Bloody Sunday": a name, not a day to count from.
const named = new Set([
  'black',
  'good',
  'cyber',
  'ash',
  'bloody',
  'holy',
  'super',
  'easter',
  'palm',
  'fat',
  'shrove',
  'maundy',
  'whit',
  'freaky',
  'casual',
  'man',
  'ruby',
  'sheffield',
  'happy',
]);

function indexOf(name: string): number {
  return weekdays.indexOf(name.toLowerCase() as (typeof weekdays)[number]);
}

/** The weekday on the tense's side of the publication day, which itself counts. */
export function nearestWeekday(weekday: number, published: number, tense: Tense): number | null {
  const back = (weekdayOf(published) - weekday + 7) % 7;
  if (tense === 'past' || back === 0) return published - back;
  return tense === 'future' ? published + 7 - back : null;
}

function isName({ before, after, tokens }: RuleContext): boolean {
  if (named.has(before)) return true;
  // "Friday prayers", "Sunday Times": habits and titles.
  return (
    /^(?:prayers?|times|telegraph|mail|express|mirror|sermons?|school|roast|mass|league)$/.test(after) &&
    tokens.length === 1
  );
}

export const weekdayRules: readonly TimeRule[] = [
  {
    name: 'weekday-pair',
    pattern: new RegExp(
      `\\b(?:(?:${anyCase('on|from|between')})\\s+)?(?<first>${day})${part}\\s*(?:(?<join>and|or|to|through|until|-|–|—))\\s*(?<second>${day})\\b${part}`,
      'gu',
    ),
    resolve: ({ first, second, join }, context) =>
      relative(context, (published, tense): Resolution => {
        const start = nearestWeekday(indexOf(first!), published, tense);
        if (start === null) return 'unresolved';
        const gap = (indexOf(second!) - indexOf(first!) + 7) % 7;
        // "on Monday and Friday" leaves out the days between: no range says that.
        if (/and|or/.test(join!) && gap !== 1) return 'unresolved';
        if (tense === 'past' && start + gap > published) return range(start - 7, start - 7 + gap);
        return range(start, start + gap);
      }),
  },
  {
    name: 'weekday-deictic',
    pattern: new RegExp(
      `\\b(?:(?:on|since|until|by|for|from)\\s+)?(?<which>last|next|this|this\\s+past|this\\s+coming)\\s+(?<day>${day})\\b${part}`,
      'giu',
    ),
    resolve: ({ which, day: name }, context) =>
      relative(context, (published, tense): Resolution => {
        const weekday = indexOf(name!);
        const back = (weekdayOf(published) - weekday + 7) % 7;
        if (/last|past/.test(which!)) return range(published - (back || 7));
        if (/coming/.test(which!)) return range(published + 7 - back);
        const monday = published - ((weekdayOf(published) + 6) % 7);
        const inWeek = monday + ((weekday + 6) % 7);
        if (which === 'next') return range(inWeek + 7);
        if (tense === 'past' && inWeek > published) return range(inWeek - 7);
        return tense === 'future' && inWeek < published ? range(inWeek + 7) : range(inWeek);
      }),
  },
  {
    name: 'weekday',
    pattern: new RegExp(
      `\\b(?:(?<lead>${anyCase('on|since|until|till|by|for|from|before|after')}|[Aa]head\\s+of)\\s+)?(?:(?:${anyCase('early|late')})\\s+)?(?:on\\s+)?(?<day>${day})(?:\\s+of\\s+(?<week>last|this|next)\\s+week|\\s+(?<week2>last|next)\\s+week)?\\b${part}`,
      'gu',
    ),
    resolve: ({ lead, day: name, week, week2 }, context) => {
      if (isName(context)) return null;
      return relative(context, (published, tense): Resolution => {
        const which = week ?? week2;
        const monday = published - ((weekdayOf(published) + 6) % 7);
        if (which)
          return range(monday + ((indexOf(name!) + 6) % 7) + 7 * ['last', 'this', 'next'].indexOf(which) - 7);
        if (lead === 'since')
          return range(published - ((weekdayOf(published) - indexOf(name!) + 7) % 7), published);
        const found = nearestWeekday(indexOf(name!), published, tense);
        return found === null ? 'unresolved' : range(found);
      });
    },
  },
  {
    name: 'weekend',
    pattern:
      /\b(?:(?:over|at|on|during|for|by)\s+)?(?<which>the|this|last|next|this\s+past|this\s+coming|the\s+past|the\s+coming)\s+weekend\b/giu,
    resolve: ({ which }, context) =>
      relative(context, (published, tense): Resolution => {
        const saturday = published - ((weekdayOf(published) + 1) % 7);
        const past: DayRange = range(saturday, saturday + 1);
        const coming: DayRange = range(saturday + 7, saturday + 8);
        // On a weekend's own days "the weekend" may be this one still.
        const inside = saturday + 1 >= published;
        if (/last|past/.test(which!)) return inside ? 'unresolved' : past;
        if (which === 'next') return 'unresolved';
        if (inside) return past;
        if (/coming/.test(which!)) return coming;
        return tense === 'past' ? past : tense === 'future' ? coming : 'unresolved';
      }),
  },
];

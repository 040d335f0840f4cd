// Finds time expressions in annotated sentences and resolves them against the day of publication.
// Never wrong rather than always resolved: what can't be known has null days.
import type { Document, Name, Sentence, TimeMention, Token } from '../../records/index.ts';
import { dateRules } from './date-rules.ts';
import { dayNumber } from './days.ts';
import { relativeRules } from './relative-rules.ts';
import type { TimeRule } from './rule.ts';
import { tenseAt } from './tense.ts';
import { weekdayRules } from './weekday-rules.ts';

// Order matters: an earlier rule's match keeps its words from later ones ("June 19, 2024" before "June" and "2024").
const rules: readonly TimeRule[] = [...dateRules, ...weekdayRules, ...relativeRules];

const worthReading =
  /\d|day|week|month|year|decade|night|morrow|morning|noon|evening|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|fortnight/i;

// More words than this are no sentence, and no verb in them governs anything.
const longest = 500;

/** All time expressions of the sentences, in order of the text. `names` are kept out: the Sunday Times is no day. */
export function findTimes(
  document: Pick<Document, 'text' | 'published'>,
  sentences: readonly Sentence[],
  names: readonly Name[],
): TimeMention[] {
  const published = document.published === null ? null : dayNumber(document.published);
  const namesOf = new Map<number, Name[]>();
  for (const name of names) {
    const own = namesOf.get(name.sentence);
    if (own) own.push(name);
    else namesOf.set(name.sentence, [name]);
  }
  return sentences.flatMap((sentence) =>
    findInSentence(document.text, published, sentence, namesOf.get(sentence.index) ?? []),
  );
}

function findInSentence(
  text: string,
  published: number | null,
  sentence: Sentence,
  names: readonly Name[],
): TimeMention[] {
  const own = text.slice(sentence.start, sentence.end);
  if (!worthReading.test(own)) return [];
  const taken = new Uint8Array(sentence.tokens.length);
  for (const { kind, first, last } of names)
    if ((kind === 'PER' || kind === 'ORG') && !isWeekday(sentence, first, last)) taken.fill(1, first, last);
  const mentions: TimeMention[] = [];
  for (const rule of rules) {
    rule.pattern.lastIndex = 0;
    for (const match of own.matchAll(rule.pattern)) {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      const inside = tokensWithin(sentence.tokens, start, end);
      const [first, last] = [inside[0], inside.at(-1)];
      // Only whole words, and none that an earlier rule or a name has.
      if (!first || !last || first.start !== start || last.end !== end) continue;
      if (inside.some((token) => taken[token.index])) continue;
      const groups = Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([key, value]) => [
          key,
          value?.toLowerCase().replace(/\s+/g, ' '),
        ]),
      );
      const top = inside.find((token) => token.head < first.index || token.head > last.index) ?? last;
      const resolved = rule.resolve(groups, {
        published,
        tense: sentence.tokens.length > longest ? 'unknown' : tenseAt(sentence, top, groups.lead ?? ''),
        sentence,
        tokens: inside,
        before: sentence.tokens[first.index - 1]?.text.toLowerCase() ?? '',
        after: sentence.tokens[last.index + 1]?.text.toLowerCase() ?? '',
      });
      if (resolved === null) continue;
      taken.fill(1, first.index, last.index + 1);
      const { from, to } = resolved === 'unresolved' ? { from: null, to: null } : resolved;
      mentions.push({
        text: text.slice(start, end),
        start,
        end,
        sentence: sentence.index,
        first: first.index,
        last: last.index + 1,
        from,
        to,
      });
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** The tokens that share characters with [start, end), by bisection: sentences may be very long. */
function tokensWithin(tokens: readonly Token[], start: number, end: number): readonly Token[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < tokens.length && tokens[last]!.start < end) last++;
  return tokens.slice(low, last);
}

/** "Friday's vote": the model may take a day for a surname. */
function isWeekday({ tokens }: Sentence, first: number, last: number): boolean {
  return last - first === 1 && /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(tokens[first]!.text);
}

// When a coded event is the one a reader expected: shared by the acceptance and the golden scorer.
import type { Event, Party } from '../src/records/index.ts';

export type Expectation = {
  readonly type: readonly string[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** Words of the text on which the event rests; several where it is told more than once. */
  readonly evidence: readonly string[];
  /** Done together: the actors may stand on either side. */
  readonly reciprocal: boolean;
};
export type DateRange = { readonly from: string; readonly to: string };

/** Type, actors, recipients and place in the text all fit. */
export function fitsExpectation(event: Event, want: Expectation, text: string): boolean {
  return want.type.includes(event.type) && touches(event, want.evidence, text) && fitsParties(event, want);
}

/** The wanted actors act and the wanted recipients receive; more parties than wanted do no harm here. */
export function fitsParties(event: Event, want: Pick<Expectation, 'actors' | 'recipients' | 'reciprocal'>) {
  if (want.reciprocal)
    return covers([...event.actors, ...event.recipients], [...want.actors, ...want.recipients]);
  return covers(event.actors, want.actors) && covers(event.recipients, want.recipients);
}

/** The event rests on some of these words; words that the text lacks are compared loosely. */
export function touches(event: Event, evidence: readonly string[], text: string): boolean {
  const spans = [event.evidence, event.trigger, ...event.mentions];
  return evidence.some((words) => {
    const at = findWords(text, words);
    return at === null
      ? spans.some((span) => overlap(span.text, words))
      : spans.some((span) => span.start < at.end && span.end > at.start);
  });
}

/** Where these words stand in the text, line breaks and runs of blanks being one blank. */
export function findWords(text: string, words: string): Place | null {
  const pattern = words.trim().split(/\s+/).map(escapeRegExp).join('\\s+');
  const found = new RegExp(pattern).exec(text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}
type Place = { readonly start: number; readonly end: number };

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Every wanted code is there: `A|B` is either, a sector counts for a party without a country, `*` is anybody. */
export function covers(parties: readonly Party[], want: readonly string[]): boolean {
  if (want.some((codes) => codes.split('|').includes('*'))) return true;
  return want.every((codes) => parties.some((party) => isOneOf(party, codes)));
}

export function isOneOf(party: Party, codes: string): boolean {
  return codes
    .split('|')
    .some((code) => (party.country === null ? party.sectors.includes(code) : party.country === code));
}

/** A day, or from and to. */
export function asRange(when: string | DateRange): DateRange {
  return typeof when === 'string' ? { from: when, to: when } : when;
}

export function isWhen(event: Event, when: string | DateRange): boolean {
  const want = asRange(when);
  return event.when !== null && event.when.from === want.from && event.when.to === want.to;
}

/** One holds the other, or half of their words are shared. */
export function overlap(a: string, b: string): boolean {
  const [x, y] = [foldWords(a), foldWords(b)];
  return x.includes(y) || y.includes(x) || sharedWords(x, y) >= 0.5;
}

export function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function sharedWords(a: string, b: string): number {
  const words = new Set(a.split(' '));
  const other = b.split(' ');
  return other.filter((word) => words.has(word)).length / Math.max(words.size, other.length);
}

const codesOf = (parties: readonly Party[]): string =>
  parties.map((party) => party.country ?? `${party.name}?`).join('+') || '-';

/** An event in one line, with the first reason for its code. */
export function describeEvent(event: Event): string {
  const mode = event.mode === null ? '' : `/${event.mode}`;
  const auxiliary = event.auxiliary.length === 0 ? '' : `[${event.auxiliary.join(',')}]`;
  return `${event.type}${mode}${auxiliary} ${codesOf(event.actors)} > ${codesOf(event.recipients)} ${event.when?.from ?? ''} "${event.evidence.text.slice(0, 90)}" (${event.because[0]})`;
}

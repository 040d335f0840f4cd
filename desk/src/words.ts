// How codes are shown to people: names of countries, kinds of events, days.
import { countries, organisations, types } from 'virtual:vocabulary';
import type { AuxiliaryMode, Party, Quad } from '../../src/records/index.ts';

export const quadWords: Readonly<Record<Quad, string>> = {
  'verbal-cooperation': 'Verbal cooperation',
  'material-cooperation': 'Material cooperation',
  'verbal-conflict': 'Verbal conflict',
  'material-conflict': 'Material conflict',
};

export const auxiliaryWords: Readonly<Record<AuxiliaryMode, string>> = {
  historical: 'Of the past',
  future: 'Announced or expected',
  hypothetical: 'Hypothetical',
  negation: 'Did not happen',
};

export function countryName(code: string): string {
  return countries[code] ?? organisations[code] ?? code;
}

/** "Russia", "Russia (MIL)", or the words of the text where nothing is known. */
export function partyWords(party: Party): string {
  const name = party.name || party.text;
  return party.basis === 'unknown' ? `“${party.text}”` : name;
}

/** "Austria, Belgium, Bulgaria and 23 others" where there are more than `most`. */
export function partiesWords(parties: readonly Party[], most = 8): string {
  if (parties.length === 0) return 'nobody named';
  if (parties.length <= most + 1) return parties.map(partyWords).join(', ');
  const named = parties.slice(0, most).map(partyWords).join(', ');
  return `${named} and ${parties.length - most} others`;
}

/** A sentence of the rules with names for its codes: "AUT, BEL (defense): ...". */
export function nameCodes(text: string): string {
  return text.replace(/\b[A-Z]{3}\b/g, (code) => countryName(code));
}

export function typeMeaning(type: string): string {
  return types[type]?.means ?? '';
}

/** What a facet's value is called. */
export function valueWords(key: string, value: string): string {
  if (key === 'quad') return quadWords[value as Quad] ?? value;
  if (key === 'auxiliary') return auxiliaryWords[value as AuxiliaryMode] ?? 'Plain: it happened';
  if (key === 'party' || key === 'country' || key === 'actor' || key === 'recipient')
    return countryName(value);
  if (key === 'type') return sentenceCase(value);
  return value;
}

export function sentenceCase(text: string): string {
  return text === '' ? '' : text[0]!.toUpperCase() + text.slice(1).toLowerCase();
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "23 Nov 2023"; what is no day stays as it is. */
export function dayWords(day: string | null): string {
  if (day === null) return 'no date';
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? day : dayFormat.format(time);
}

const timeFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** "23 Nov 2023, 14:05" in the reader's own time. */
export function timeWords(time: string | number): string {
  return timeFormat.format(new Date(time));
}

/** "1–31 Aug 2024" */
export function whenWords(when: { from: string | null; to: string | null } | null): string {
  if (when === null || when.from === null || when.to === null) return dayWords(when?.from ?? null);
  const [from, to] = [when.from, when.to].map((day) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`));
  if (when.from === when.to || from === undefined || to === undefined) return dayWords(when.from);
  if (Number.isNaN(from) || Number.isNaN(to)) return `${dayWords(when.from)} – ${dayWords(when.to)}`;
  return dayFormat.formatRange(from, to);
}

export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** The two sides of `RUS-UKR`; a side without a code is a name that may hold a hyphen of its own. */
export function splitDyad(dyad: string): [string, string] {
  const at = /^[A-Z]{3}-/.test(dyad)
    ? 3
    : /-[A-Z]{3}$/.test(dyad)
      ? dyad.length - 4
      : dyad.indexOf('-') < 0
        ? dyad.length
        : dyad.indexOf('-');
  return [dyad.slice(0, at), dyad.slice(at + 1)];
}

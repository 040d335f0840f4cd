// What queries need of an event, as a row of columns; the record itself stays whole beside it. Texts that come again
// and again (parties, types, goods) are terms, which `terms.ts` numbers.
import { DuckDBDateValue, type DuckDBValue, listValue } from '@duckdb/node-api';
import type { CasusRecord, Event, Party } from '../records/index.ts';

const day = 86_400_000;

/** An ISO day as DuckDB's; null for none, and for a day that no calendar has. */
export function dateValue(date: string | null | undefined): DuckDBDateValue | null {
  const time = date === null || date === undefined ? Number.NaN : Date.parse(date.slice(0, 10));
  return Number.isNaN(time) ? null : new DuckDBDateValue(Math.floor(time / day));
}

/** How a party is counted: by its country or organisation, else by its name. */
export function partyKey({ country, name }: Party): string {
  return country === null || country === 'IGO' ? name : country;
}

/** All that finds a party: its code as it is, its names in small letters. */
export function partyKeys(parties: readonly Party[]): string[] {
  return [
    ...new Set(
      parties.flatMap(({ country, name, text }) => [
        ...(country === null ? [] : [country]),
        name.toLowerCase(),
        text.toLowerCase(),
      ]),
    ),
  ];
}

/** Ordered pairs of actor and recipient; an event of several actors and no recipient goes both ways, a protest none. */
export function dyadsOf(event: Event): string[] {
  const actors = [...new Set(event.actors.map(partyKey))];
  const reciprocal = event.recipients.length === 0 && actors.length > 1 && event.type !== 'PROTEST';
  const others = reciprocal ? actors : [...new Set(event.recipients.map(partyKey))];
  return actors.flatMap((actor) =>
    others.filter((other) => !reciprocal || other !== actor).map((other) => `${actor}-${other}`),
  );
}

/** The terms of an event, by column. */
export type EventTerms = {
  readonly type: string;
  readonly mode: string | null;
  readonly quad: string;
  readonly contexts: readonly string[];
  readonly items: readonly string[];
  readonly auxiliary: readonly string[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly parties: readonly string[];
  readonly dyads: readonly string[];
  readonly country: string | null;
  readonly place: string | null;
  readonly source: string | null;
};

export function termsOf(event: Event, source: string | null): EventTerms {
  return {
    type: event.type,
    mode: event.mode,
    quad: event.quad,
    contexts: event.contexts,
    items: [...new Set(event.items.map(({ category }) => category))],
    auxiliary: event.auxiliary,
    actors: partyKeys(event.actors),
    recipients: partyKeys(event.recipients),
    parties: [...new Set([...event.actors, ...event.recipients].map(partyKey))],
    dyads: dyadsOf(event),
    country: event.place?.country ?? null,
    place: event.place?.text ?? null,
    source,
  };
}

export type EventPlace = { readonly seq: bigint; readonly n: number };

/** The row of `events`, in the order of its columns. */
export function eventRow(
  { document }: CasusRecord,
  event: Event,
  terms: EventTerms,
  { seq, n }: EventPlace,
  numbers: ReadonlyMap<string, number>,
): DuckDBValue[] {
  const one = (term: string | null): DuckDBValue => (term === null ? null : numbers.get(term)!);
  const list = (given: readonly string[]): DuckDBValue => listValue(given.map((term) => numbers.get(term)!));
  const words = [event.evidence.text, ...event.mentions.map(({ text }) => text), document.title ?? ''];
  return [
    seq, n, event.id, dateValue(event.when?.from ?? document.published), one(terms.type), one(terms.mode), one(terms.quad),
    event.quad.endsWith('conflict'), event.cameo, event.score, list(terms.contexts), list(terms.items),
    list(terms.auxiliary), list(terms.actors), list(terms.recipients), list(terms.parties), list(terms.dyads),
    one(terms.country), one(terms.place), one(terms.source), event.confidence, words.join('\n').toLowerCase(),
  ]; // biome-ignore format: one row
}

// What queries need of a record, as rows of columns; the record itself stays whole beside them.
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

/** The day that an event is counted on. */
export function dayOf(event: Event, published: string | null): string | null {
  return event.when?.from ?? published;
}

export function eventRow(
  { document }: CasusRecord,
  event: Event,
  { seq, n, story }: { readonly seq: bigint; readonly n: number; readonly story: string },
): DuckDBValue[] {
  const parties = [...new Set([...event.actors, ...event.recipients].map(partyKey))];
  const words = [event.evidence.text, ...event.mentions.map(({ text }) => text), document.title ?? ''];
  return [
    seq,
    n,
    event.id,
    document.id,
    dateValue(dayOf(event, document.published)),
    event.type,
    event.mode,
    event.cameo,
    event.quad,
    event.score,
    listValue(event.contexts),
    listValue([...new Set(event.items.map(({ category }) => category))]),
    listValue(event.auxiliary),
    listValue(partyKeys(event.actors)),
    listValue(partyKeys(event.recipients)),
    listValue(parties),
    listValue(dyadsOf(event)),
    event.place?.country ?? null,
    document.source,
    story,
    event.confidence,
    words.join('\n').toLowerCase(),
  ];
}

// The dictionary: events name parties, types, goods and the like by whole numbers, which DuckDB compares several times
// faster than texts. A term keeps its number for good, and the numbers run from 1 without gaps.
import { type DuckDBConnection, listValue } from '@duckdb/node-api';
import type { Database } from './database.ts';
import type { Filter } from './store.ts';

export type Terms = {
  /** The numbers of those texts that the store has ever seen. */
  ids(values: readonly string[]): number[];
  /** The numbers of these texts however they are written. */
  idsInAnyCase(values: readonly string[]): number[];
};

const exactKeys = ['type', 'quad', 'mode', 'context', 'item', 'country', 'auxiliary', 'source'] as const;

/** Looks up all that a filter names, at once. */
export async function findTerms(database: Database, filter: Filter): Promise<Terms> {
  const exact = new Set<string>(exactKeys.flatMap((key) => filter[key] ?? []));
  for (const key of ['party', 'actor', 'recipient'] as const)
    for (const value of filter[key] ?? []) for (const one of bothCases(value)) exact.add(one);
  for (const dyad of filter.dyad ?? []) for (const one of bothWays(dyad)) exact.add(one);
  const places = (filter.place ?? []).map((place) => place.toLowerCase());
  const known = new Map<string, number>();
  const byCase = new Map<string, number[]>();
  if (exact.size > 0) {
    const marks = [...exact].map((_, at) => `$${at + 1}`).join(', ');
    const rows = await database.read(`select value, id from terms where value in (${marks})`, [...exact]);
    for (const { value, id } of rows) known.set(value as string, id as number);
  }
  if (places.length > 0) {
    const marks = places.map((_, at) => `$${at + 1}`).join(', ');
    const rows = await database.read(
      `select lower(value) as value, list(id) as ids from terms where lower(value) in (${marks}) group by all`,
      places,
    );
    for (const { value, ids } of rows) byCase.set(value as string, ids as number[]);
  }
  return {
    ids: (values) => [...new Set(values.flatMap((value) => known.get(value) ?? []))],
    idsInAnyCase: (values) => [...new Set(values.flatMap((value) => byCase.get(value.toLowerCase()) ?? []))],
  };
}

/** The number of each of these texts; those that are new get one, in the writer's transaction. */
export async function numberTerms(
  connection: DuckDBConnection,
  values: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  if (values.size === 0) return new Map();
  await connection.run(
    `insert into terms
     select (select coalesce(max(id), 0) from terms) + row_number() over (order by value), value
     from (select unnest($1) as value) where value not in (select value from terms)`,
    [listValue([...values])],
  );
  const reader = await connection.runAndReadAll(
    'select value, id from terms where value in (select unnest($1))',
    [listValue([...values])],
  );
  return new Map(reader.getRowsJson().map(([value, id]) => [value as string, id as number]));
}

/** Names are kept in small letters, codes as they are. */
export function bothCases(text: string): string[] {
  return [...new Set([text, text.toLowerCase()])];
}

/** Both directions of a dyad; a hyphen may belong to a name, so each is tried as the one between. */
export function bothWays(dyad: string): string[] {
  const parts = dyad.split('-');
  const turned = parts
    .slice(1)
    .map((_, at) => `${parts.slice(at + 1).join('-')}-${parts.slice(0, at + 1).join('-')}`);
  return [...new Set([dyad, ...turned])];
}

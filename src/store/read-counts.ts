// Counts over a filter: by day, month, year, party, dyad and the like, and the facets beside a list.
import type { Database } from './database.ts';
import { eventWhere } from './filter-sql.ts';
import {
  type CountKey,
  type CountRow,
  type FacetName,
  type Facets,
  type Filter,
  facetNames,
} from './store.ts';

/** Each key as SQL over `events`; lists count once for each member. */
const keys: Record<CountKey, string> = {
  day: "strftime(date, '%Y-%m-%d')",
  month: "strftime(date, '%Y-%m')",
  year: "strftime(date, '%Y')",
  type: 'type',
  quad: 'quad',
  mode: 'mode',
  context: 'unnest(contexts)',
  item: 'unnest(items)',
  country: 'country',
  source: 'source',
  party: 'unnest(parties)',
  dyad: 'unnest(dyads)',
  'dyad-month': "unnest(dyads) || ' ' || strftime(date, '%Y-%m')",
  'dyad-year': "unnest(dyads) || ' ' || strftime(date, '%Y')",
};
const overTime: ReadonlySet<CountKey> = new Set(['day', 'month', 'year', 'dyad-month', 'dyad-year']);

/** Rows in the order of time, or the most frequent first. */
export async function readCounts(database: Database, by: CountKey, filter: Filter): Promise<CountRow[]> {
  const { sql, values } = eventWhere(filter);
  const rows = await database.read(
    `select key, count(*)::integer as count, (count(*) filter (conflict))::integer as conflict,
       (count(*) filter (not conflict))::integer as cooperation, round(avg(score), 3) as score
     from (select ${keys[by]} as key, ends_with(quad, 'conflict') as conflict, score from events where ${sql})
     where key is not null group by key
     order by ${overTime.has(by) ? 'key' : 'count desc, key'}`,
    values,
  );
  return rows as unknown as CountRow[];
}

const facetKeys: Record<FacetName, string> = {
  type: 'type',
  quad: 'quad',
  mode: 'mode',
  party: 'unnest(parties)',
  country: 'country',
  context: 'unnest(contexts)',
  item: 'unnest(items)',
  source: 'source',
  auxiliary: 'unnest(auxiliary)',
};
const columns = 'type, quad, mode, parties, country, contexts, items, source, auxiliary';
/** A facet is for choosing from; the rest is found by searching. */
const facetRows = 100;

/** The filter is applied once, and what it finds is counted nine times. */
export async function readFacets(database: Database, filter: Filter): Promise<Facets> {
  const { sql, values } = eventWhere(filter);
  // Without a filter a copy of all events would cost more than reading their columns.
  const isAll = sql === 'true';
  const counted = facetNames.map(
    (name) =>
      `select '${name}' as facet, value, count(*)::integer as count from (select ${facetKeys[name]} as value from ${isAll ? 'events' : 'hits'})
       where value is not null group by value`,
  );
  const rows = await database.read(
    `${isAll ? '' : `with hits as materialized (select ${columns} from events where ${sql})`}
     select facet, value, count from (${counted.join(' union all ')})
     qualify row_number() over (partition by facet order by count desc, value) <= ${facetRows}
     order by facet, count desc, value`,
    values,
  );
  const of = (name: FacetName) =>
    rows
      .filter(({ facet }) => facet === name)
      .map(({ value, count }) => ({ value: value as string, count: count as number }));
  // One entry for each name of the list that the type is made from.
  return Object.fromEntries(facetNames.map((name) => [name, of(name)])) as unknown as Facets;
}

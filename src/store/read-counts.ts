// Counts over a filter: by time, type, party, dyad and the like, and the facets beside a list.
import { listValue } from '@duckdb/node-api';
import type { Database } from './database.ts';
import { eventWhere } from './filter-sql.ts';
import {
  type CountKey,
  type CountRow,
  type CountTerm,
  type CountUnit,
  countTerms,
  countUnits,
  type FacetName,
  type Facets,
  type Filter,
  facetNames,
} from './store.ts';
import { findTerms } from './terms.ts';

/** The numbers of terms as SQL over `events`; lists count once for each member. */
const termColumns: Record<CountTerm, string> = {
  type: 'type',
  quad: 'quad',
  mode: 'mode',
  context: 'unnest(contexts)',
  item: 'unnest(items)',
  auxiliary: 'unnest(auxiliary)',
  country: 'country',
  place: 'place',
  source: 'source',
  party: 'unnest(parties)',
  dyad: 'unnest(dyads)',
};
const dayMs = 86_400_000;
const unitLengths: Record<CountUnit, number> = { day: 10, month: 7, year: 4 };

/** Rows in the order of time (`dyad-month`: of dyads, then of time), or the most frequent first. */
export async function readCounts(database: Database, by: CountKey, filter: Filter): Promise<CountRow[]> {
  const where = eventWhere(filter, await findTerms(database, filter));
  const term = countTerms.find((one) => by === one || by.startsWith(`${one}-`));
  const unit = countUnits.find((one) => by === one || by.endsWith(`-${one}`));
  // Ten years by dyad and month are 180,000 rows, so only numbers come out of the database.
  const [terms = [], times = [], counts = [], conflicts = [], scores = []] = (await database.columns(
    `select term, (epoch(time) // 86400)::integer, sum(count)::integer, sum(conflicts)::integer, sum(scores) / sum(count)
     from (${tallies(term, unit, where.sql)}) where term is not null ${unit === undefined ? '' : 'and time is not null'}
     group by term, time`,
    where.values,
  )) as number[][];
  const names = term === undefined ? new Map<number, string>() : await readNames(database, terms);
  const dates = new Map<number, string>();
  const dateOf = (day: number, length: number): string => {
    const known = dates.get(day);
    if (known !== undefined) return known;
    const date = new Date(day * dayMs).toISOString().slice(0, length);
    dates.set(day, date);
    return date;
  };
  const ranks = new Map([...names].sort(byText).map(([id], rank) => [id, rank]));
  const order = Uint32Array.from(terms, (_, at) => at);
  const rank = Float64Array.from(terms, (id) => ranks.get(id) ?? 0);
  if (unit === undefined) order.sort((a, b) => counts[b]! - counts[a]! || rank[a]! - rank[b]!);
  else order.sort((a, b) => rank[a]! - rank[b]! || times[a]! - times[b]!);
  return Array.from(order, (at): CountRow => {
    const name = names.get(terms[at]!);
    const date = unit === undefined ? undefined : dateOf(times[at]!, unitLengths[unit]);
    const [count, conflict] = [counts[at]!, conflicts[at]!];
    return {
      key: name === undefined ? date! : date === undefined ? name : `${name} ${date}`,
      count,
      conflict,
      cooperation: count - conflict,
      score: Math.round(scores[at]! * 1000) / 1000,
    };
  });
}

/** Sums by term and time; without a term first by day, which is the fastest there is. */
function tallies(term: CountTerm | undefined, unit: CountUnit | undefined, where: string): string {
  const time = unit === undefined ? 'null::date' : `date_trunc('${unit}', date)`;
  if (term === undefined)
    return `select 0 as term, ${time} as time, count, conflicts, scores from (
      select date, count(*) as count, count(*) filter (conflict) as conflicts, sum(score) as scores
      from events where ${where} group by date)`;
  return `select term, time, count(*) as count, count(*) filter (conflict) as conflicts, sum(score) as scores
    from (select ${termColumns[term]} as term, ${time} as time, conflict, score from events where ${where})
    group by term, time`;
}

async function readNames(database: Database, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map(); // an empty list has no type to bind
  const rows = await database.read('select id, value from terms where id in (select unnest($1))', [
    listValue([...new Set(ids)]),
  ]);
  return new Map(rows.map(({ id, value }) => [id as number, value as string]));
}

function byText([, one]: [number, string], [, other]: [number, string]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const facetColumns = 'type, quad, mode, parties, country, contexts, items, source, auxiliary';
/** A facet is for choosing from; the rest is found by searching. */
const facetRows = 100;

/** The filter is applied once, and what it finds is counted nine times. */
export async function readFacets(database: Database, filter: Filter): Promise<Facets> {
  const { sql, values } = eventWhere(filter, await findTerms(database, filter));
  // Without a filter a copy of all events would cost more than reading their columns.
  const isAll = sql === 'true';
  const counted = facetNames.map(
    (name) =>
      `select '${name}' as facet, term, count(*)::integer as count
       from (select ${termColumns[name]} as term from ${isAll ? 'events' : 'hits'}) where term is not null group by term`,
  );
  const rows = await database.read(
    `${isAll ? '' : `with hits as materialized (select ${facetColumns} from events where ${sql})`}
     select facet, value, count from (${counted.join(' union all ')}) join terms on id = term
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

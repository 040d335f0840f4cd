// One page of a table in the stable order, and the records that its rows point into.
import type { CasusRecord } from '../records/index.ts';
import { afterCursor, limitOf, noDay, pageOf } from './cursor.ts';
import type { Database, Row } from './database.ts';
import type { Where } from './filter-sql.ts';
import type { ArticleHead, Correction, Page, Paging } from './store.ts';

export type PageQuery = {
  readonly from: string;
  readonly columns: string;
  readonly day: string;
  readonly where: Where;
};

/** Rows of a page with `day` and `id`, and how many there are in all. */
export async function readPage(database: Database, query: PageQuery, paging: Paging): Promise<Page<Row>> {
  const { from, columns, day, where } = query;
  const limit = limitOf(paging);
  const after = afterCursor(paging.cursor, day, where.values.length + 1);
  const [rows, totals] = await Promise.all([
    database.read(
      `select id, coalesce(${day}, date '${noDay}')::varchar as day, ${columns} from ${from}
       where ${where.sql} and ${after.sql}
       order by ${day} desc nulls last, id limit ${limit + 1}`,
      [...where.values, ...after.values],
    ),
    database.read(`select count(*)::integer as total from ${from} where ${where.sql}`, where.values),
  ]);
  return pageOf(
    rows as (Row & { day: string; id: string })[],
    limit,
    totals[0]!.total as number,
    (row) => row,
  );
}

/** The records behind rows that name them by `seq`, each parsed once. */
export async function readRecords(
  database: Database,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, CasusRecord>> {
  const seqs = [...new Set(rows.map(({ seq }) => seq as string))];
  if (seqs.length === 0) return new Map();
  const found = await database.read(
    `select seq::varchar as seq, record from records where seq in (${seqs.join(', ')})`,
  );
  return new Map(
    found.map(({ seq, record }) => [seq as string, JSON.parse(record as string) as CasusRecord]),
  );
}

export function headOf({ document }: CasusRecord): ArticleHead {
  const { id, title, published, source, url } = document;
  return { id, title, published, source, url };
}

/** The latest correction of each event. */
export async function readCorrections(
  database: Database,
  events: readonly string[],
): Promise<ReadonlyMap<string, Correction>> {
  if (events.length === 0) return new Map();
  const rows = await database.read(
    `select correction from corrections where event in (${events.map((_, at) => `$${at + 1}`).join(', ')})
     order by made`,
    events,
  );
  const corrections = rows.map(({ correction }) => JSON.parse(correction as string) as Correction);
  return new Map(corrections.map((one) => [one.event, one]));
}

// Events as they are asked for: pages, one by its id, and all of a filter for exports.
import type { CasusRecord } from '../records/index.ts';
import type { Database, Row } from './database.ts';
import type { ExportEvent } from './exports/rows.ts';
import { eventWhere } from './filter-sql.ts';
import { articleWhere } from './read-articles.ts';
import { headOf, readCorrections, readPage, readRecords } from './read-page.ts';
import type { EventRow, Filter, Page, Paging } from './store.ts';
import { findTerms } from './terms.ts';

const columns = 'seq::varchar as seq, n';

export async function readEvents(
  database: Database,
  filter: Filter,
  paging: Paging,
): Promise<Page<EventRow>> {
  const where = eventWhere(filter, await findTerms(database, filter));
  const page = await readPage(database, { from: 'events', columns, day: 'date', where }, paging);
  return { ...page, items: await toEvents(database, page.items) };
}

export async function readEvent(database: Database, id: string): Promise<EventRow | null> {
  const rows = await database.read(
    `select id, ${columns} from events where id = $1 order by seq desc limit 1`,
    [id],
  );
  return (await toEvents(database, rows))[0] ?? null;
}

/** Rows of `seq` and `n` as whole events, in the rows' order. */
export async function toEvents(database: Database, rows: readonly Row[]): Promise<EventRow[]> {
  return (await toExportEvents(database, rows)).map(
    ({ document: _, coder: _c, told: _t, ...event }) => event,
  );
}

async function toExportEvents(database: Database, rows: readonly Row[]): Promise<ExportEvent[]> {
  const [records, corrections] = await Promise.all([
    readRecords(database, rows),
    readCorrections(
      database,
      rows.map(({ id }) => id as string),
    ),
  ]);
  return rows.flatMap(({ seq, n, id }) => {
    const record = records.get(seq as string);
    const event = record?.events[n as number];
    // The record was coded again between the two reads: its new events are on the next page asked for.
    if (record === undefined || event === undefined) return [];
    const correction = corrections.get(id as string) ?? null;
    return [
      {
        ...event,
        article: headOf(record),
        correction,
        document: record.document,
        coder: record.version.coder,
        told: record.statements.find((one) => one.id === event.statement) ?? null,
      },
    ];
  });
}

export async function* streamEvents(database: Database, filter: Filter): AsyncGenerator<ExportEvent> {
  const { sql, values } = eventWhere(filter, await findTerms(database, filter));
  const rows = database.stream(
    `select id, ${columns} from events where ${sql} order by date desc nulls last, seq, n`,
    values,
  );
  for await (const portion of rows)
    for (let from = 0; from < portion.length; from += 256)
      yield* await toExportEvents(database, portion.slice(from, from + 256));
}

export async function* streamRecords(database: Database, filter: Filter): AsyncGenerator<CasusRecord> {
  const { sql, values } = articleWhere(filter, await findTerms(database, filter));
  const rows = database.stream(
    `select seq::varchar as seq from articles where ${sql} order by published nulls first, id`,
    values,
  );
  for await (const portion of rows)
    for (let from = 0; from < portion.length; from += 64) {
      const part = portion.slice(from, from + 64);
      const records = await readRecords(database, part);
      for (const { seq } of part) {
        const record = records.get(seq as string);
        if (record !== undefined) yield record;
      }
    }
}

// Writes records, many at a time: an article's rows go in together or not at all, and what it replaces is kept.
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBTimestampValue,
  type DuckDBValue,
  listValue,
} from '@duckdb/node-api';
import type { CasusRecord } from '../records/index.ts';
import type { Database } from './database.ts';
import { dateValue, eventRow, partyKeys, termsOf } from './event-columns.ts';
import type { Added, NewRecord } from './store.ts';
import { numberTerms } from './terms.ts';

/** DuckDB's own portion: a chunk holds no more. */
const chunkRows = 2048;

export async function addRecords(database: Database, entries: readonly NewRecord[]): Promise<Added> {
  // The same article twice in one call: the later telling stands.
  const byId = new Map(entries.map((entry) => [entry.record.document.id, entry]));
  if (byId.size === 0) return { added: 0, replaced: 0, unchanged: 0, events: 0 };
  const events = [...byId.values()].reduce((sum, { record }) => sum + record.events.length, 0);
  return database.write(async (connection) => {
    const known = await findKnown(connection, [...byId.keys()]);
    const news: (NewRecord & { readonly json: string })[] = [];
    const old: { readonly seq: string; readonly story: string }[] = [];
    let unchanged = 0;
    for (const entry of byId.values()) {
      const json = JSON.stringify(entry.record);
      const before = known.get(entry.record.document.id);
      if (before !== undefined && before.record === json) unchanged++;
      else {
        news.push({ ...entry, story: entry.story ?? before?.story ?? entry.record.document.id, json });
        if (before !== undefined) old.push(before);
      }
    }
    if (old.length > 0)
      await moveToHistory(
        connection,
        old.map(({ seq }) => seq),
      );
    await insert(connection, news);
    if (news.length > 0) await connection.run("update meta set value = value + 1 where key = 'revision'");
    return { added: news.length - old.length, replaced: old.length, unchanged, events };
  });
}

type Known = { readonly seq: string; readonly story: string; readonly record: string };

async function findKnown(connection: DuckDBConnection, ids: readonly string[]): Promise<Map<string, Known>> {
  const marks = ids.map((_, at) => `$${at + 1}`).join(', ');
  const found = await connection.runAndReadAll(
    `select id, seq::varchar as seq, story from articles where id in (${marks})`,
    [...ids],
  );
  const heads = found.getRowObjectsJson() as unknown as { id: string; seq: string; story: string }[];
  if (heads.length === 0) return new Map();
  const records = await connection.runAndReadAll(
    `select seq::varchar as seq, record from records where seq in (${heads.map(({ seq }) => seq).join(', ')})`,
  );
  const bySeq = new Map(records.getRowsJson().map(([seq, record]) => [seq as string, record as string]));
  return new Map(heads.map(({ id, seq, story }) => [id, { seq, story, record: bySeq.get(seq) ?? '' }]));
}

async function moveToHistory(connection: DuckDBConnection, seqs: readonly string[]): Promise<void> {
  const among = `seq in (${seqs.join(', ')})`;
  await connection.run(
    `insert into history select id, coder, knowledge, model, coded, now()::timestamp, record
     from articles join records using (seq) where ${among}`,
  );
  for (const table of ['articles', 'records', 'events', 'statements'])
    await connection.run(`delete from ${table} where ${among}`);
}

type Placed = { readonly record: CasusRecord; readonly seq: bigint };

async function insert(
  connection: DuckDBConnection,
  news: readonly (NewRecord & { readonly json: string })[],
): Promise<void> {
  if (news.length === 0) return;
  const reader = await connection.runAndReadAll(
    `update meta set value = value + ${news.length} where key = 'seq' returning value::varchar`,
  );
  const last = BigInt(reader.getRowsJson()[0]![0] as string);
  const placed = news.map((one, at) => ({ ...one, seq: last - BigInt(news.length - 1 - at) }));
  const coded = new DuckDBTimestampValue(BigInt(Date.now()) * 1000n);
  await append(
    connection,
    'articles',
    placed.map(({ record, seq, story }) => articleRow(record, seq, story ?? record.document.id, coded)),
  );
  await append(
    connection,
    'records',
    placed.map(({ seq, json }) => [seq, json]),
  );
  await insertEvents(connection, placed);
  await append(connection, 'statements', placed.flatMap(statementRows));
}

async function insertEvents(connection: DuckDBConnection, placed: readonly Placed[]): Promise<void> {
  const events = placed.flatMap(({ record, seq }) =>
    record.events.map((event, n) => ({
      record,
      event,
      place: { seq, n },
      terms: termsOf(event, record.document.source),
    })),
  );
  const all = new Set<string>();
  for (const { terms } of events)
    for (const value of Object.values(terms)) {
      if (Array.isArray(value)) for (const one of value) all.add(one as string);
      else if (value !== null) all.add(value as string);
    }
  const numbers = await numberTerms(connection, all);
  const rows = events.map(({ record, event, terms, place }) =>
    eventRow(record, event, terms, place, numbers),
  );
  await append(connection, 'events', rows);
}

function statementRows({ record, seq, story }: NewRecord & Placed): DuckDBValue[][] {
  const { document } = record;
  return record.statements.map(({ id, kind, speaker, content }, n) => [
    seq, n, id, document.id, dateValue(document.published), kind, listValue(partyKeys([speaker])), document.source,
    story ?? document.id, content.text.toLowerCase(),
  ]); // biome-ignore format: one row
}

/** Writes the rows of `events` from the records, for a file that an older Casus wrote. */
export async function deriveEvents(connection: DuckDBConnection): Promise<void> {
  const portion = 500;
  for (let after = -1n; ; ) {
    const reader = await connection.runAndReadAll(
      `select seq::varchar as seq, record from records where seq > ${after} order by seq limit ${portion}`,
    );
    const rows = reader.getRowsJson();
    if (rows.length === 0) return;
    const placed = rows.map(([seq, record]) => ({
      seq: BigInt(seq as string),
      record: JSON.parse(record as string) as CasusRecord,
    }));
    await insertEvents(connection, placed);
    after = placed.at(-1)!.seq;
  }
}

function articleRow(
  record: CasusRecord,
  seq: bigint,
  story: string,
  coded: DuckDBTimestampValue,
): DuckDBValue[] {
  const { document, version } = record;
  return [
    seq, document.id, document.title, dateValue(document.published), document.source, document.url, story,
    document.language, version.coder, version.knowledge, version.model, coded, record.events.length,
    record.statements.length, record.commitments.length, record.problems.length, (document.title ?? '').toLowerCase(),
  ]; // biome-ignore format: one row
}

/** Appends within the connection's transaction, a chunk of columns at a time. */
export async function append(
  connection: DuckDBConnection,
  table: string,
  rows: readonly DuckDBValue[][],
): Promise<void> {
  if (rows.length === 0) return;
  const appender = await connection.createAppender(table);
  try {
    const types = Array.from({ length: appender.columnCount }, (_, at) => appender.columnType(at));
    for (let from = 0; from < rows.length; from += chunkRows) {
      const chunk = DuckDBDataChunk.create(types);
      chunk.setRows(rows.slice(from, from + chunkRows));
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

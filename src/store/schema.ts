// The tables of a store and how a file written by an older Casus is brought up to date. The whole record is kept as
// JSON; the columns beside it are what queries need, so every number leads back to the record.
import type { DuckDBConnection } from '@duckdb/node-api';
import { ProblemError, problem } from '../records/index.ts';

/** Each migration runs once, in order, in one transaction; never edit one that was released. */
export const migrations: readonly (readonly string[])[] = [
  // 1: whole records, and beside them what queries need.
  [
    `create table articles (
      seq bigint not null, id varchar not null, title varchar, published date, source varchar, url varchar,
      story varchar not null, language varchar, coder varchar not null, knowledge varchar not null,
      model varchar not null, coded timestamp not null, events integer not null, statements integer not null,
      commitments integer not null, problems integer not null, words varchar not null)`,
    'create table records (seq bigint not null, record varchar not null)',
    `create table history (
      id varchar not null, coder varchar not null, knowledge varchar not null, model varchar not null,
      coded timestamp not null, replaced timestamp not null, record varchar not null)`,
    `create table events (
      seq bigint not null, n integer not null, id varchar not null, article varchar not null, date date,
      type varchar not null, mode varchar, cameo varchar not null, quad varchar not null, score double not null,
      contexts varchar[] not null, items varchar[] not null, auxiliary varchar[] not null,
      actors varchar[] not null, recipients varchar[] not null, parties varchar[] not null,
      dyads varchar[] not null, country varchar, source varchar, story varchar not null,
      confidence double not null, words varchar not null)`,
    `create table statements (
      seq bigint not null, n integer not null, id varchar not null, article varchar not null, date date,
      kind varchar not null, speaker varchar[] not null, source varchar, story varchar not null,
      words varchar not null)`,
    `create table commitments (
      id varchar not null, article varchar not null, made date, kind varchar not null, status varchar not null,
      makers varchar[] not null, others varchar[] not null, words varchar not null, commitment varchar not null)`,
    `create table corrections (
      id varchar not null, event varchar not null, made timestamp not null, correction varchar not null)`,
    'create table watches (id varchar not null, name varchar not null, pattern varchar not null, created timestamp not null)',
    `create table matches (
      watch varchar not null, event varchar not null, article varchar not null, tell varchar not null,
      told timestamp not null)`,
    // Without these, a page of fifty records would read all of them.
    'create index records_seq on records (seq)',
    'create index articles_id on articles (id)',
    'create table meta (key varchar not null, value bigint not null)',
    "insert into meta values ('seq', 0), ('revision', 0), ('commitments', 0)",
  ],
  // 2: what the desk remembers.
  [
    'create table queries (id varchar not null, name varchar not null, query varchar not null)',
    'create table feeds (id varchar not null, feed varchar not null)',
  ],
  // 3: events name their terms by number, several times faster to compare; places can be asked for. The rows are
  // derived anew from the records.
  [
    'create table terms (id integer not null, value varchar not null)',
    'create index terms_value on terms (value)',
    'drop table events',
    `create table events (
      seq bigint not null, n integer not null, id varchar not null, date date, type integer not null, mode integer,
      quad integer not null, conflict boolean not null, cameo varchar not null, score double not null,
      contexts integer[] not null, items integer[] not null, auxiliary integer[] not null,
      actors integer[] not null, recipients integer[] not null, parties integer[] not null,
      dyads integer[] not null, country integer, place integer, source integer,
      confidence double not null, words varchar not null)`,
    `create view readable_events as
      with t as (select list(value order by id) as term from terms)
      select e.id, a.id as article, e.date, t.term[e.type] as type, t.term[e.mode] as mode, e.cameo,
        t.term[e.quad] as quad, e.score, list_transform(e.contexts, x -> t.term[x]) as contexts,
        list_transform(e.items, x -> t.term[x]) as items, list_transform(e.auxiliary, x -> t.term[x]) as auxiliary,
        list_transform(e.actors, x -> t.term[x]) as actors, list_transform(e.recipients, x -> t.term[x]) as recipients,
        list_transform(e.parties, x -> t.term[x]) as parties, list_transform(e.dyads, x -> t.term[x]) as dyads,
        t.term[e.country] as country, t.term[e.place] as place, a.source, a.story, e.confidence, e.seq, e.n
      from events e join articles a using (seq) cross join t`,
  ],
];
/** Migrations after which the rows of `events` are written again from the records. */
const derived: ReadonlySet<number> = new Set([3]);

export const schemaVersion = migrations.length;

/**
 * Brings the file to this version, in one transaction; refuses one that a newer Casus wrote. `deriveEvents` writes the
 * rows of `events` from the records.
 */
export async function migrate(
  connection: DuckDBConnection,
  file: string,
  deriveEvents: (connection: DuckDBConnection) => Promise<void>,
): Promise<void> {
  await connection.run(
    'create table if not exists schema_version (version integer not null, applied timestamp not null)',
  );
  const reader = await connection.runAndReadAll(
    'select coalesce(max(version), 0)::integer from schema_version',
  );
  const current = reader.getRowsJson()[0]![0] as number;
  if (current > schemaVersion)
    throw new ProblemError([
      problem(
        'newer-store',
        `the store has schema ${current}, and this Casus knows ${schemaVersion}`,
        file,
        'update Casus',
      ),
    ]);
  if (current === schemaVersion) return;
  await connection.run('begin');
  try {
    let isDerived = false;
    for (let version = current + 1; version <= schemaVersion; version++) {
      for (const sql of migrations[version - 1]!) await connection.run(sql);
      await connection.run('insert into schema_version values ($1, now()::timestamp)', [version]);
      isDerived ||= derived.has(version);
    }
    // Once, at the end: the rows are those of the newest tables.
    if (isDerived && current > 0) await deriveEvents(connection);
    await connection.run('commit');
  } catch (error) {
    await connection.run('rollback').catch(() => undefined); // a failed commit has rolled back already
    throw error;
  }
}

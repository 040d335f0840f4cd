// The tables of a store and how a file written by an older Casus is brought up to date. The whole record is kept as
// JSON; the columns beside it are what queries need, so every number leads back to the record.
import type { DuckDBConnection } from '@duckdb/node-api';
import { ProblemError, problem } from '../records/index.ts';

/** Each migration runs once, in order, in one transaction; never edit one that was released. */
const migrations: readonly (readonly string[])[] = [
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
  [
    'create table queries (id varchar not null, name varchar not null, query varchar not null)',
    'create table feeds (id varchar not null, feed varchar not null)',
  ],
];

export const schemaVersion = migrations.length;

/** Brings the file to this version; refuses one that a newer Casus wrote. */
export async function migrate(connection: DuckDBConnection, file: string): Promise<void> {
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
  for (let version = current; version < schemaVersion; version++) {
    await connection.run('begin');
    try {
      for (const sql of migrations[version]!) await connection.run(sql);
      await connection.run('insert into schema_version values ($1, now()::timestamp)', [version + 1]);
      await connection.run('commit');
    } catch (error) {
      await connection.run('rollback');
      throw error;
    }
  }
}

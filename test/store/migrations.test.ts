// Files that an older Casus wrote are brought up to date, whole or not at all; those of a newer one are refused.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { migrations, schemaVersion } from '../../src/store/schema.ts';
import { event, record } from './make-record.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casus-migrate-'));
  file = join(folder, 'casus.duckdb');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function withFile(work: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await work(connection);
  connection.closeSync();
  instance.closeSync();
}

const first = record('a1', [
  event('e1'),
  event('e2', { place: { text: 'Sibiu', country: 'ROU', latitude: 45.8, longitude: 24.15, geonames: 1 } }),
]);

/** A store of schema 1: its tables, one article with its history, and a correction. */
async function writeSchemaOne(json: string): Promise<void> {
  await withFile(async (connection) => {
    await connection.run(
      'create table schema_version (version integer not null, applied timestamp not null)',
    );
    for (const sql of migrations[0]!) await connection.run(sql);
    await connection.run('insert into schema_version values (1, now()::timestamp)');
    await connection.run(
      `insert into articles values (1, 'a1', 'Title of a1', date '2024-06-20', 'Example Times', null, 'story-1', 'en', '1', 'k',
         'm', now()::timestamp, 2, 0, 0, 0, 'title of a1')`,
    );
    await connection.run('insert into records values (1, $1)', [json]);
    await connection.run(
      "insert into history values ('a1', '0', 'k', 'm', now()::timestamp, now()::timestamp, '{}')",
    );
    await connection.run("update meta set value = 1 where key in ('seq', 'revision')");
    const correction = { id: 'c1', event: 'e1', made: '2024-07-01', reason: 'a sale', reject: false };
    await connection.run("insert into corrections values ('c1', 'e1', now()::timestamp, $1)", [
      JSON.stringify(correction),
    ]);
  });
}

describe('a store of schema 1', () => {
  it('opens with all that it held, and takes in more', async () => {
    await writeSchemaOne(JSON.stringify(first));
    for (const opening of ['first', 'second']) {
      const store = await openStore(file);
      const { items } = await store.events({ party: ['IRN'], article: ['a1'] });
      expect(items.map(({ id }) => id)).toEqual(['e1', 'e2']);
      expect(items[0]!.correction).toMatchObject({ reason: 'a sale' });
      expect((await store.events({ place: ['sibiu'] })).items.map(({ id }) => id)).toEqual(['e2']);
      expect((await store.events({ story: ['story-1'] })).total).toBe(2);
      expect((await store.article('a1'))!.versions).toHaveLength(2);
      const { added } = await store.add([{ record: record('a2', [event('e3', { type: 'ASSAULT' })]) }]);
      expect(added).toBe(opening === 'first' ? 1 : 0);
      expect(await store.counts('type', {})).toMatchObject([
        { key: 'AID', count: 2 },
        { key: 'ASSAULT', count: 1 },
      ]);
      await store.close();
    }
  });

  it('stays as it was when it cannot be brought up to date', async () => {
    await writeSchemaOne('this is no record');
    await expect(openStore(file)).rejects.toThrow();
    await withFile(async (connection) => {
      const tables = await connection.runAndReadAll('select table_name from duckdb_tables()');
      expect(tables.getRowsJson().flat()).not.toContain('terms');
      const rows = await connection.runAndReadAll('select version from schema_version');
      expect(rows.getRowsJson()).toEqual([[1]]);
    });
  });
});

it('a store of a newer Casus is refused and left alone', async () => {
  await (await openStore(file)).close();
  await withFile(async (connection) => {
    await connection.run(`insert into schema_version values (${schemaVersion + 1}, now()::timestamp)`);
  });
  await expect(openStore(file)).rejects.toThrow(`schema ${schemaVersion + 1}`);
});

it('the readable view tells what the numbers mean', async () => {
  const store = await openStore(file);
  await store.add([{ record: first }]);
  await store.close();
  await withFile(async (connection) => {
    const rows = await connection.runAndReadAll(
      'select id, article, type, parties, dyads, place, source from readable_events order by id',
    );
    expect(rows.getRowsJson()).toEqual([
      ['e1', 'a1', 'AID', ['RUS', 'IRN'], ['RUS-IRN'], null, 'Example Times'],
      ['e2', 'a1', 'AID', ['RUS', 'IRN'], ['RUS-IRN'], 'Sibiu', 'Example Times'],
    ]);
  });
});

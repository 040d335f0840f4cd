// Parquet as others read it: the columns and types of events, and whole records that go out and come in again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { readParquetRecords } from '../../src/store/read-parquet.ts';
import { event, party, record } from './make-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'casus-parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string): string => join(folder, name);

const aid = event('e1', {
  actors: [party('Olaf Scholz', 'DEU', ['GOV']), party('rebels', null)],
  recipients: [party('Ukraine', 'UKR')],
  place: { text: 'Kyiv', country: 'UKR', latitude: 50.45, longitude: 30.52, geonames: 703448 },
});
const records = [record('a1', [aid, event('e2', { type: 'CONSULT', place: null })]), record('a2', [])];

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function lines(file: string): Promise<string[]> {
  const found: string[] = [];
  for await (const line of readParquetRecords(file)) found.push(line);
  return found;
}

describe('Parquet', () => {
  it('holds events with types, lists and the place', async () => {
    const store = await openStore(fileOf('one.duckdb'));
    await store.add(records.map((one) => ({ record: one })));
    await store.correct({
      event: 'e1',
      reject: true,
      reason: 'a test',
      type: null,
      mode: null,
      actors: null,
      recipients: null,
      when: null,
    });
    const file = fileOf("it's events.parquet");
    await store.writeParquet(file, {});
    const from = `read_parquet('${file.replaceAll("'", "''")}')`;
    const types = await query(`describe select * from ${from}`);
    expect(Object.fromEntries(types.map((one) => [one.column_name, one.column_type]))).toMatchObject({
      id: 'VARCHAR',
      date: 'DATE',
      score: 'DOUBLE',
      contexts: 'VARCHAR[]',
      actor_names: 'VARCHAR[]',
      actor_countries: 'VARCHAR[]',
      evidence_start: 'INTEGER',
      latitude: 'DOUBLE',
      claimed: 'BOOLEAN',
      corrected: 'BOOLEAN',
      published: 'DATE',
      event: 'VARCHAR',
    });
    const rows = await query(`select * from ${from} order by id`);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      id: 'e1',
      actor_names: ['Olaf Scholz', 'rebels'],
      actor_countries: ['DEU', null],
      place: 'Kyiv',
      place_country: 'UKR',
      latitude: 50.45,
      corrected: true,
      article: 'a1',
    });
    expect(rows[1]).toMatchObject({ place: null, latitude: null, corrected: false });
    expect(JSON.parse(rows[0]!.event as string)).toEqual(aid);
    await store.close();
  });

  it('takes whole records out and in again', async () => {
    const one = await openStore(fileOf('two.duckdb'));
    await one.add(records.map((each) => ({ record: each })));
    await one.writeParquet(fileOf('records.parquet'), {}, 'records');
    await one.writeParquet(fileOf('some.parquet'), { article: ['a2'] }, 'records');
    await one.close();
    const read = (await lines(fileOf('records.parquet'))).map((line) => JSON.parse(line));
    expect(read).toEqual(records);
    expect(await lines(fileOf('some.parquet'))).toHaveLength(1);
  });

  it('takes the lines that Spark wrote, and says what is wrong with another file', async () => {
    await query(`copy (select '{"casus":1}' as value) to '${fileOf('spark.parquet')}' (format parquet)`);
    expect(await lines(fileOf('spark.parquet'))).toEqual(['{"casus":1}']);
    await query(`copy (select 1 as number, 2 as record) to '${fileOf('other.parquet')}' (format parquet)`);
    await expect(lines(fileOf('other.parquet'))).rejects.toThrow('its columns are number, record');
    writeFileSync(fileOf('no.parquet'), 'text');
    await expect(lines(fileOf('no.parquet'))).rejects.toThrow('cannot be read as Parquet');
  });
});

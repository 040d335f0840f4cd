// The store as a program that imports the library sees it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Filter, openStore, type Store } from '../../src/index.ts';
import { event, record } from './make-record.ts';

it('the library opens, fills and asks a store', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casus-library-'));
  const store: Store = await openStore(join(folder, 'casus.duckdb'));
  try {
    await store.add([{ record: record('a1', [event('e1')]) }]);
    const filter: Filter = { party: ['Russia'], type: ['AID'] };
    expect((await store.events(filter, { limit: 1 })).items[0]).toMatchObject({
      id: 'e1',
      article: { id: 'a1' },
    });
    expect(await store.counts('type-month', filter)).toMatchObject([{ key: 'AID 2024-06', count: 1 }]);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
});

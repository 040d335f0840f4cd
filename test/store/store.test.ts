// The store over small files in a temp folder: whole articles, history, filters, counts, stable pages.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFile, readLock } from '../../src/store/lock.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Filter, Store } from '../../src/store/store.ts';
import { event, party, record } from './make-record.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casus-store-'));
  store = await openStore(join(folder, 'casus.duckdb'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const meeting = event('e2', {
  type: 'CONSULT',
  mode: 'meet',
  quad: 'verbal-cooperation',
  score: 1,
  actors: [party('Xi Jinping', 'CHN', ['GOV']), party('Vladimir Putin', 'RUS', ['GOV'])],
  recipients: [],
  contexts: ['diplomatic'],
  when: { from: '2024-07-01', to: '2024-07-01', text: '', basis: 'stated' },
  place: { text: 'Astana', country: 'KAZ', latitude: 51.1, longitude: 71.4, geonames: 1526273 },
});
const attack = event('e3', {
  type: 'ASSAULT',
  quad: 'material-conflict',
  score: -9,
  actors: [party('al-Shabaab', null, ['REB'])],
  recipients: [party('Somalia', 'SOM')],
  auxiliary: ['negation'],
  items: [{ text: 'missiles', start: 0, end: 8, category: 'missile' }],
});

describe('the store', () => {
  it('gives back what went in', async () => {
    const one = record('a1', [event('e1'), meeting]);
    expect(await store.add([{ record: one, story: 's1' }])).toEqual({
      added: 1,
      replaced: 0,
      unchanged: 0,
      events: 2,
    });
    expect(await store.totals()).toEqual({ articles: 1, events: 2 });
    const { story, corrections, versions, ...back } = (await store.article('a1'))!;
    expect(back).toEqual(one);
    expect([story, corrections, versions.length]).toEqual(['s1', [], 1]);
    expect(await store.event('e2')).toMatchObject({
      ...meeting,
      article: { id: 'a1', title: 'Title of a1' },
    });
    expect(await store.article('none')).toBeNull();
    expect(await store.event('none')).toBeNull();
  });

  it('keeps the old record when an article is coded again', async () => {
    await store.add([{ record: record('a1', [event('e1'), attack]) }]);
    expect(await store.add([{ record: record('a1', [event('e1'), attack]) }])).toMatchObject({
      unchanged: 1,
    });
    const newer = { ...record('a1', [event('e9')]), version: { coder: '2', knowledge: 'k', model: 'm' } };
    expect(await store.add([{ record: newer }])).toMatchObject({ added: 0, replaced: 1 });
    expect((await store.article('a1'))!.versions.map(({ coder, current }) => [coder, current])).toEqual([
      ['2', true],
      ['1', false],
    ]);
    expect((await store.events({})).items.map(({ id }) => id)).toEqual(['e9']);
  });

  it('takes a batch whole or not at all', async () => {
    // Only the database sees that this is wrong, when the article's other rows are in already.
    const broken = record('a2', [event('e4', { type: null as never })]);
    await expect(store.add([{ record: record('a1', [event('e1')]) }, { record: broken }])).rejects.toThrow();
    expect(await store.totals()).toEqual({ articles: 0, events: 0 });
    expect((await store.events({})).total).toBe(0);
  });

  it.each<[Filter, string[]]>([
    [{ party: ['RUS'] }, ['e2', 'e1']],
    [{ party: ['putin', 'Vladimir Putin'] }, ['e2']],
    [{ actor: ['al-Shabaab'] }, ['e3']],
    [{ recipient: ['IRN', 'SOM'] }, ['e1', 'e3']],
    [{ dyad: ['IRN-RUS'] }, ['e1']],
    [{ dyad: ['RUS-CHN'] }, ['e2']],
    [{ dyad: ['SOM-al-Shabaab'] }, ['e3']],
    [{ type: ['AID', 'CONSULT'] }, ['e2', 'e1']],
    [{ quad: ['material-conflict'] }, ['e3']],
    [{ mode: ['meet'] }, ['e2']],
    [{ context: ['diplomatic'] }, ['e2']],
    [{ item: ['missile'] }, ['e3']],
    [{ country: ['KAZ'] }, ['e2']],
    [{ place: ['ASTANA'] }, ['e2']],
    [{ auxiliary: ['negation'] }, ['e3']],
    [{ auxiliary: ['none'] }, ['e2', 'e1']],
    [{ from: '2024-06-21' }, ['e2']],
    [{ to: '2024-06-20', q: 'Missiles IRAN' }, ['e1', 'e3']],
    [{ q: 'no such words' }, []],
    [{ article: ['a2'] }, ['e3']],
    [{ source: ['Other Post'] }, ['e3']],
    [{ story: ['s1'] }, ['e2', 'e1']],
    [{ type: ["'; drop table events; --"] }, []],
  ])('finds events by %j', async (filter, ids) => {
    await store.add([
      { record: record('a1', [event('e1'), meeting]), story: 's1' },
      { record: record('a2', [attack], { source: 'Other Post' }), story: 's2' },
    ]);
    const { items, total } = await store.events(filter);
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(total).toBe(ids.length);
    const streamed: string[] = [];
    for await (const { id } of store.eachEvent(filter)) streamed.push(id);
    expect(streamed.sort()).toEqual([...ids].sort());
    const articles = await store.articles(filter);
    expect(articles.total).toBe(articles.items.length);
  });

  it('counts and gives facets', async () => {
    await store.add([{ record: record('a1', [event('e1'), meeting, attack]) }]);
    expect(await store.counts('month', {})).toEqual([
      { key: '2024-06', count: 2, conflict: 1, cooperation: 1, score: -1 },
      { key: '2024-07', count: 1, conflict: 0, cooperation: 1, score: 1 },
    ]);
    expect((await store.counts('dyad', {})).map(({ key }) => key)).toEqual([
      'CHN-RUS',
      'RUS-CHN',
      'RUS-IRN',
      'al-Shabaab-SOM',
    ]);
    expect((await store.counts('dyad-month', { party: ['IRN'] }))[0]!.key).toBe('RUS-IRN 2024-06');
    for (const [by, keys] of [
      ['day', ['2024-06-20', '2024-07-01']],
      ['year', ['2024']],
      ['type-year', ['AID 2024', 'ASSAULT 2024', 'CONSULT 2024']],
      [
        'quad-month',
        ['material-conflict 2024-06', 'material-cooperation 2024-06', 'verbal-cooperation 2024-07'],
      ],
      ['mode-month', ['meet 2024-07']],
      ['context-day', ['diplomatic 2024-07-01']],
      ['item-month', ['missile 2024-06']],
      ['place-month', ['Astana 2024-07']],
      ['country', ['KAZ']],
      ['source-year', ['Example Times 2024']],
      ['auxiliary', ['negation']],
    ] as const)
      expect((await store.counts(by, {})).map(({ key }) => key)).toEqual(keys);
    expect(await store.counts('month', { q: 'no such words' })).toEqual([]);
    const facets = await store.facets({ party: ['RUS'] });
    expect(facets.type).toEqual([
      { value: 'AID', count: 1 },
      { value: 'CONSULT', count: 1 },
    ]);
    expect(facets.context).toEqual([{ value: 'diplomatic', count: 1 }]);
  });

  it('pages stay put while newer events come in', async () => {
    const many = Array.from({ length: 25 }, (_, at) => event(`e${String(at).padStart(2, '0')}`));
    await store.add([{ record: record('a1', many) }]);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Store['events']>> = await store.events({}, { limit: 10, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
      const later = event(`z${seen.length}`, {
        when: { from: '2025-01-01', to: '2025-01-01', text: '', basis: 'stated' },
      });
      await store.add([{ record: record(`b${seen.length}`, [later]) }]);
    } while (cursor !== null);
    expect(seen).toEqual(many.map(({ id }) => id));
    // Those without a day come last, and are paged through as well.
    const undated = Array.from({ length: 5 }, (_, at) => event(`u${at}`, { when: null }));
    await store.add([{ record: record('a3', undated, { published: null }) }]);
    const ids: string[] = [];
    cursor = null;
    do {
      const page: Awaited<ReturnType<Store['events']>> = await store.events(
        { article: ['a1', 'a3'] },
        { limit: 4, cursor },
      );
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(ids).toEqual([...many, ...undated].map(({ id }) => id));
    await expect(store.events({}, { cursor: 'nonsense' })).rejects.toThrow('is no cursor');
  });

  it('keeps corrections beside the record, and watches with their matches', async () => {
    await store.add([{ record: record('a1', [event('e1')]) }]);
    const given = { event: 'e1', reason: 'it was a sale', reject: false, type: 'COOPERATE', mode: null };
    await store.correct({ ...given, actors: null, recipients: null, when: null });
    expect(await store.event('e1')).toMatchObject({ type: 'AID', correction: { type: 'COOPERATE' } });
    const watch = await store.addWatch({ name: 'arms', pattern: 'type: AID' });
    const match = { watch: watch.id, event: 'e1', article: 'a1', tell: 'arms' };
    expect(await store.addMatches([match])).toHaveLength(1);
    expect(await store.addMatches([match])).toHaveLength(0);
    expect((await store.matches(watch.id)).items[0]).toMatchObject({ article: 'a1', event: { id: 'e1' } });
    expect(await store.removeWatch(watch.id)).toBe(true);
    expect(await store.watches()).toEqual([]);
  });

  it('opens again with all that was acknowledged, and knows a stale lock', async () => {
    await store.add([{ record: record('a1', [event('e1')]) }]);
    await store.close();
    writeFileSync(
      lockFile(store.file),
      JSON.stringify({ pid: 2 ** 22 + 1, began: null, address: null, token: null }),
    );
    expect(readLock(store.file)).toBeNull();
    store = await openStore(store.file);
    expect(await store.totals()).toEqual({ articles: 1, events: 1 });
    expect(readLock(store.file)?.pid).toBe(process.pid);
  });

  it('is not opened twice', async () => {
    await expect(openStore(store.file)).rejects.toThrow('has the store open');
    // A process that lives and is not this one: the one that started the tests.
    await store.close();
    writeFileSync(
      lockFile(store.file),
      JSON.stringify({ pid: process.ppid, began: null, address: 'http://127.0.0.1:1', token: null }),
    );
    await expect(openStore(store.file)).rejects.toThrow('http://127.0.0.1:1');
    rmSync(lockFile(store.file));
    store = await openStore(store.file);
  });

  it('says what is wrong with a file that is no store', async () => {
    const file = join(folder, 'other.duckdb');
    writeFileSync(file, 'this is text and no database at all, however long it is'.repeat(1000));
    await expect(openStore(file)).rejects.toThrow('no Casus store');
  });
});

describe('readers beside a writer', () => {
  it('see whole articles only', async () => {
    let isDone = false;
    const writing = (async () => {
      for (let round = 0; round < 30; round++) {
        const articles = Array.from({ length: 5 }, (_, at) => {
          const id = `w${round % 10}-${at}`;
          return record(
            id,
            Array.from({ length: 7 }, (_, n) => event(`${id}-${round}-${n}`)),
          );
        });
        await store.add(articles.map((one) => ({ record: one })));
      }
      isDone = true;
    })();
    let looks = 0;
    while (!isDone) {
      const { articles, events } = await store.totals();
      expect(events).toBe(articles * 7);
      for (const { count } of await store.counts('source', {})) expect(count % 7).toBe(0);
      const some = await store.article('w0-0');
      if (some !== null) expect(some.events).toHaveLength(7);
      looks++;
    }
    await writing;
    expect(looks).toBeGreaterThan(3);
    expect(await store.totals()).toEqual({ articles: 50, events: 350 });
  });
});

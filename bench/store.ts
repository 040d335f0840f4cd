// Speed and memory of the store: synthetic events (a million in 100,000 articles by default), stored as coded records,
// then asked as the desk asks. Prints one JSON line a measure.
//   npx tsx bench/store.ts [events] [file]
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { syntheticRecords } from './store-records.ts';

const wanted = Number(process.argv[2] ?? 1_000_000);
const file = process.argv[3] ?? '/tmp/casus-bench.duckdb';
const perArticle = 10;
let highest = 0;
const sampler = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 100);

function tell(measure: string, values: Record<string, number>): void {
  process.stdout.write(`${JSON.stringify({ measure, ...values })}\n`);
}

async function fill(store: Store): Promise<void> {
  const started = performance.now();
  let events = 0;
  let generating = 0;
  const articles = wanted / perArticle;
  for (let from = 0; from < articles; from += 500) {
    const before = performance.now();
    const records = syntheticRecords(from, Math.min(500, articles - from), perArticle);
    generating += performance.now() - before;
    await store.add(records.map((record) => ({ record })));
    events += records.length * perArticle;
    if (from % 10_000 === 0)
      process.stderr.write(`${events} events, ${round((performance.now() - started) / 1000)} s\n`);
  }
  const seconds = (performance.now() - started - generating) / 1000;
  tell('ingest', { events, seconds: round(seconds), perSecond: Math.round(events / seconds) });
}

async function time(measure: string, ask: (at: number) => Promise<unknown>, times = 11): Promise<void> {
  const took: number[] = [];
  for (let at = 0; at < times; at++) {
    const before = performance.now();
    await ask(at);
    took.push(performance.now() - before);
  }
  took.sort((one, other) => one - other);
  tell(measure, { medianMs: round(took[took.length >> 1]!), slowestMs: round(took.at(-1)!) });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const isNew = !existsSync(file);
const before = performance.now();
const store = await openStore(file);
tell('open', { ms: round(performance.now() - before) });
if (isNew) await fill(store);
tell('totals', await store.totals());

const parties = ['RUS', 'UKR', 'CHN', 'USA', 'IRN', 'ISR', 'IND', 'PAK', 'TUR', 'FRA', 'DEU'];
const party = (at: number): string => parties[at % parties.length]!;
await time('faceted search: list and facets, one party and type', (at) => {
  const filter = { party: [party(at)], type: ['AID', 'ASSAULT'] };
  return Promise.all([store.events(filter), store.facets(filter)]);
});
await time('faceted search with words', (at) => {
  const filter = { party: [party(at)], q: 'missiles' };
  return Promise.all([store.events(filter), store.facets(filter)]);
});
await time('list and facets, no filter', () => Promise.all([store.events({}), store.facets({})]));
await time('dyad-month counts, ten years, one dyad', (at) =>
  store.counts('dyad-month', { dyad: [`${party(at)}-${party(at + 1)}`] }),
);
await time('dyad-month counts, ten years, one party', (at) =>
  store.counts('dyad-month', { party: [party(at)] }),
);
await time('counts by month, all', () => store.counts('month', {}));
await time('article', (at) => store.article(`article-${(at * 7919) % (wanted / perArticle)}`));
await time('event', (at) => store.event(`e${(at * 7919) % (wanted / perArticle)}-3`));
await time('articles of a party', (at) => store.articles({ party: [party(at)] }));
clearInterval(sampler);
tell('memory', { highestMB: Math.round(highest / 1024 / 1024) });
await store.close();

// Speed and memory of the store: synthetic events (a million in 100,000 articles by default), stored as coded records,
// then asked as the desk asks, with parameters that vary. Prints one JSON line a measure: the wall clock's median, the
// slowest, the first after opening, and the processor's time, which other work on the machine does not lengthen.
//   npx tsx bench/store.ts [events] [file]
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { openStore } from '../src/store/open-store.ts';
import type { Filter, Store } from '../src/store/store.ts';
import { states, syntheticRecords } from './store-records.ts';

const wanted = Number(process.argv[2] ?? 1_000_000);
const file = process.argv[3] ?? '/tmp/million.duckdb';
const perArticle = 10;
const times = 15;
let highest = 0;
const sampler = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 50);

function tell(measure: string, values: Record<string, number>): void {
  process.stdout.write(`${JSON.stringify({ measure, ...values, load: round(loadavg()[0]!) })}\n`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
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

function median(values: readonly number[]): number {
  return round([...values].sort((one, other) => one - other)[values.length >> 1]!);
}

async function time(measure: string, ask: (at: number) => Promise<unknown>): Promise<void> {
  const [took, cpu]: [number[], number[]] = [[], []];
  for (let at = 0; at < times; at++) {
    const [before, used] = [performance.now(), process.cpuUsage()];
    await ask(at);
    took.push(performance.now() - before);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  tell(measure, {
    medianMs: median(took),
    slowestMs: round(Math.max(...took)),
    firstMs: round(took[0]!),
    cpuMs: median(cpu),
  });
}

const isNew = !existsSync(file);
const before = performance.now();
const store = await openStore(file);
tell('open', { ms: round(performance.now() - before) });
if (isNew) await fill(store);
const { articles, events } = await store.totals();
tell('totals', { articles, events });

const state = (at: number): string => states[(at * 7) % states.length]!;
const year = (at: number): number => 2015 + (at % 10);
const search = (filter: Filter) => Promise.all([store.events(filter), store.facets(filter)]);
const searches: Readonly<Record<string, (at: number) => Filter>> = {
  'no filter': () => ({}),
  party: (at) => ({ party: [state(at)] }),
  'party and types': (at) => ({ party: [state(at)], type: ['AID', 'ASSAULT'] }),
  dyad: (at) => ({ dyad: [`${state(at)}-${state(at + 1)}`] }),
  'a year': (at) => ({ from: `${year(at)}-01-01`, to: `${year(at)}-12-31` }),
  'a country and goods': (at) => ({
    country: ['UKR', 'SYR', 'YEM'],
    item: [at % 2 === 0 ? 'missile' : 'oil'],
  }),
  'a quad, plain events only': (at) => ({
    quad: [at % 2 === 0 ? 'material-conflict' : 'verbal-cooperation'],
    auxiliary: ['none'],
  }),
  'a source and a context': (at) => ({ source: [`Source ${at}`], context: ['military'] }),
  words: (at) => ({ q: at % 2 === 0 ? 'missiles officials' : 'grain' }),
  'party and words': (at) => ({ party: [state(at)], q: 'missiles' }),
};
for (const [name, filter] of Object.entries(searches))
  await time(`faceted search (page and facets): ${name}`, (at) => search(filter(at)));

await time('dyad-month counts, ten years: one dyad', (at) =>
  store.counts('dyad-month', { dyad: [`${state(at)}-${state(at + 1)}`] }),
);
await time('dyad-month counts, ten years: one party', (at) =>
  store.counts('dyad-month', { party: [state(at)] }),
);
await time('dyad-month counts, ten years: conflict only', () =>
  store.counts('dyad-month', { quad: ['material-conflict'] }),
);
await time('dyad-month counts, ten years: all 1,600 dyads', () => store.counts('dyad-month', {}));
await time('month counts: all', () => store.counts('month', {}));
await time('month counts: one party', (at) => store.counts('month', { party: [state(at)] }));

const number = (at: number): number => (at * 7919) % articles;
await time('article', (at) => store.article(`article-${number(at)}`));
await time('event', (at) => store.event(`e${number(at)}-3`));
await time('articles: all', () => store.articles({}));
await time('articles: of a party', (at) => store.articles({ party: [state(at)] }));
await time('stories', () => store.stories({}));
let cursor: string | null = null;
await time('events: page after page', async () => {
  const page: Awaited<ReturnType<Store['events']>> = await store.events({}, { limit: 100, cursor });
  cursor = page.next;
});
clearInterval(sampler);
tell('memory', { highestMB: Math.round(highest / 1024 / 1024) });
await store.close();

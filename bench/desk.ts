// How long until a page of the desk can be used over a large store: from the navigation until the view's rows stand
// and the page answers a key, in Chromium through the real server. Fill a store first with bench/store.ts.
//   npm run build && npx tsx bench/desk.ts [store] [times]
// Prints one JSON line a view: the median and the slowest, with an empty cache and with a full one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type Browser, chromium } from 'playwright-core';

const store = process.argv[2] ?? '/tmp/casus-bench.duckdb';
const times = Number(process.argv[3] ?? 7);
const chromiumPath = process.env.CASUS_CHROMIUM ?? '/usr/bin/chromium';
/** A view, and what stands in it once it has its answer. */
const views = [
  ['read', '/read', '.paper .text .block'],
  ['events', '/events', 'table.events tbody tr'],
  ['events, facets chosen', '/events?party=RUS&type=AID&type=ASSAULT', 'table.events tbody tr'],
  ['statements', '/statements', 'main h1'],
  ['dyad', '/dyads?dyad=RUS-UKR', '.chart svg rect'],
  ['network', '/network', '.graph canvas'],
  ['map', '/map?of=party', '.chart svg path'],
] as const;

if (!existsSync(store)) {
  process.stderr.write(`there is no store ${store}: fill one with npx tsx bench/store.ts 1000000 ${store}\n`);
  process.exit(2);
}
const server = spawn(
  process.execPath,
  ['dist/cli.js', 'desk', '--no-open', '--port', '0', '--store', store],
  { stdio: ['ignore', 'ignore', 'pipe'] },
);
const address = await new Promise<string>((done, fail) => {
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const found = /open at (http:\S+)/.exec(said)?.[1];
    if (found !== undefined) done(found.replace(/\/$/, ''));
  });
  server.once('exit', (code) => fail(new Error(`the desk ended with ${code}: ${said}`)));
});
const browser: Browser = await chromium.launch({
  executablePath: chromiumPath,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const [view, path, shown] of views) {
    const empty: number[] = [];
    const full: number[] = [];
    for (let at = 0; at < times; at++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
      const page = await context.newPage();
      for (const took of [empty, full]) {
        const started = performance.now();
        await page.goto(address + path, { waitUntil: 'commit' });
        await page.locator(shown).first().waitFor({ state: 'attached', timeout: 60_000 });
        // Usable, not only painted: the help opens at its key, which needs the script to be free.
        await page.keyboard.press('?');
        await page.locator('dialog.help[open]').waitFor();
        took.push(performance.now() - started);
      }
      await context.close();
    }
    tell(view, { emptyCache: empty, fullCache: full });
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
}

function tell(view: string, measures: Record<string, number[]>): void {
  const values = Object.entries(measures).flatMap(([name, took]) => {
    const sorted = took.toSorted((one, other) => one - other);
    const median = sorted[sorted.length >> 1] ?? Number.NaN;
    return [
      [`${name}MedianMs`, Math.round(median)],
      [`${name}SlowestMs`, Math.round(sorted.at(-1) ?? Number.NaN)],
    ];
  });
  process.stdout.write(`${JSON.stringify({ view, ...Object.fromEntries(values) })}\n`);
}

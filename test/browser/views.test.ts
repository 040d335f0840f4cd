// Questions to the law, watches, feeds, commitments and a look at every view, through the real desk in Chromium.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chromiumPath, type OpenedDesk, openDesk, root } from './open-desk.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const feed = `<rss version="2.0"><channel><title>World</title><item><title>Japan sends food aid to Nepal</title>
<link>https://news.example/1</link><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>
<description>Japan delivered food aid to Nepal on Friday.</description></item></channel></rss>`;

describe.skipIf(chromiumPath === null)('the views of the desk in Chromium', () => {
  let desk: OpenedDesk;
  let site: Server;
  let asked: string[] = [];
  beforeAll(async () => {
    site = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url !== '/world.xml') response.writeHead(404).end();
      else if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"', 'content-type': 'application/rss+xml' }).end(feed);
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    desk = await openDesk('--allow-private');
    await ingest(
      {
        text: 'France will send tanks to Ukraine if Russia attacks Poland, President Emmanuel Macron said on Friday.',
        published: '2024-05-03',
      },
      { text: 'Russia attacked Poland on Monday.', published: '2024-06-03' },
      { text: readFileSync(join(root, 'examples', 'iran-saudi-restore-ties.txt'), 'utf8') },
      { text: readFileSync(join(root, 'examples', 'niger-france-troops-withdraw.txt'), 'utf8') },
    );
  });
  afterAll(async () => {
    await desk?.close();
    site?.close();
  });

  async function ingest(...items: readonly Record<string, string>[]): Promise<void> {
    const reply = await fetch(`${desk.address}/api/ingest`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items }),
    });
    const { job } = (await reply.json()) as { job: string };
    const isDone = async () => {
      const { state } = (await (await fetch(`${desk.address}/api/jobs/${job}`)).json()) as { state: string };
      if (state !== 'done') throw new Error(`the job is ${state}`);
    };
    await vi.waitFor(isDone, { timeout: 60_000, interval: 200 });
  }

  test('a transfer is checked, with citations', async () => {
    const { page, faults } = await desk.open('/check');
    const form = page.getByRole('region', { name: 'May this be supplied?' });
    await form.getByLabel('From').fill('Russia');
    await form.getByLabel('To', { exact: true }).fill('North Korea');
    await form.getByLabel('Goods').fill('artillery shells');
    await form.getByLabel('On', { exact: true }).fill('2023-08-01');
    await form.getByRole('button', { name: 'Check' }).click();
    await form.getByText('prohibited').first().waitFor();
    await form
      .getByText(/S\/RES\/1718/)
      .first()
      .waitFor();
    await desk.shoot(page, 'check');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('what if shows what a treaty obliges', async () => {
    const { page, faults } = await desk.open('/what-if');
    await page.getByLabel('Sentence').fill('Russia attacks Poland.');
    await page.getByLabel('On', { exact: true }).fill('2024-06-01');
    await page.getByRole('button', { name: 'Assume it' }).click();
    await page.locator('.tree .verdict', { hasText: 'obliges' }).first().waitFor({ timeout: 60_000 });
    await page
      .getByText(/North Atlantic Treaty/)
      .first()
      .waitFor();
    await desk.shoot(page, 'what-if');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a watch tells of a new article at once', async () => {
    const { page, faults } = await desk.open('/watches');
    await page.getByLabel('Name').fill('Help for Mali');
    await page.getByLabel('Does what').selectOption('AID');
    await page.getByLabel('To whom').fill('Mali');
    expect(await page.getByRole('textbox', { name: 'Pattern' }).inputValue()).toBe(
      '{type: AID, recipient: MLI}',
    );
    await page.getByRole('button', { name: 'Watch for it' }).click();
    await page.getByRole('heading', { name: 'Help for Mali' }).waitFor();
    expect(await page.getByRole('region', { name: 'Help for Mali' }).innerText()).toContain('AID');
    const text = 'Germany delivered food aid to Mali on Monday.';
    await fetch(`${desk.address}/api/ingest`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [{ text, published: '2024-05-06' }] }),
    });
    await page.locator('.news').getByText('Help for Mali').waitFor({ timeout: 60_000 });
    await desk.shoot(page, 'watch-fired');
    await page.locator('.news a').click();
    await page.getByRole('article', { name: 'Record: Aid' }).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a feed is followed: read at once, listed with its result, paused, removed', async () => {
    const { port } = site.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/world.xml`;
    const { page, faults } = await desk.open('/add');
    await page.getByLabel('Address of the feed').fill(url);
    await page.getByRole('button', { name: 'Follow it' }).click();
    const card = page.getByRole('article', { name: url });
    await card.getByText('1 article, 1 new event').waitFor({ timeout: 60_000 });
    expect(asked).toEqual(['/robots.txt', '/world.xml']);
    await card.getByRole('button', { name: 'Read it now' }).click();
    await card.getByText('nothing new').waitFor();
    await desk.shoot(page, 'feed-followed');
    await card.getByRole('button', { name: 'Pause' }).click();
    await card.getByText('paused').waitFor();
    await card.getByRole('button', { name: 'Remove' }).click();
    await card.waitFor({ state: 'detached' });
    asked = [];
    expect(await (await fetch(`${desk.address}/api/events?party=NPL`)).json()).toMatchObject({ total: 1 });
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a commitment shows its condition, and what triggered it leads to its words', async () => {
    const { page, faults } = await desk.open('/commitments?status=triggered');
    const card = page.locator('.commitment', { hasText: 'tanks' });
    await card.waitFor({ timeout: 60_000 });
    const words = await card.innerText();
    expect(words).toContain('Russia attacks Poland');
    expect(words).toContain('Assault by Russia towards Poland');
    await desk.shoot(page, 'commitment-triggered');
    await card.getByRole('list', { name: 'History' }).getByRole('link').last().click();
    await page.getByRole('article', { name: 'Record: Assault' }).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a month of a dyad leads to the events behind it', async () => {
    const { page, faults } = await desk.open('/dyads?dyad=RUS-POL');
    const bar = page.locator('.chart a[*|href*="2024-06"]').first();
    await bar.waitFor({ state: 'attached' });
    await bar.dispatchEvent('click');
    await expect.poll(() => page.url()).toContain('month=2024-06');
    await page.getByRole('link', { name: /Russia attacked Poland/ }).waitFor();
    await desk.shoot(page, 'dyad');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a question over events becomes a watch', async () => {
    const { page, faults } = await desk.open('/events?party=RUS&type=ASSAULT');
    await page.getByRole('link', { name: 'Watch for this' }).click();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Pattern' }).inputValue())
      .toBe('{type: ASSAULT, any: [{actor: RUS}, {recipient: RUS}]}');
    await page.getByLabel('Name').fill('Attacks by or on Russia');
    await page.getByRole('button', { name: 'Watch for it' }).click();
    await page.getByRole('link', { name: /Russia attacked Poland/ }).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  const paths: readonly (readonly [name: string, path: string])[] = [
    ['read', '/read'], ['read-record', '/read?q=embassies&event=first'], ['events', '/events'],
    ['statements', '/statements'], ['commitments', '/commitments'], ['dyads', '/dyads'], ['dyad', '/dyads?dyad=IRN-SAU'],
    ['network', '/network'], ['map', '/map'], ['map-parties', '/map?of=party&at=FRA'], ['check', '/check'],
    ['check-transfer', '/check?from=Russia&to=North+Korea&item=artillery+shells&date=2023-08-01'],
    ['check-attack', '/check?attacked=Poland&attacker=Russia&date=2024-06-20'],
    ['what-if', '/what-if?text=Russia+attacks+Poland.&date=2024-06-01'], ['watches', '/watches'],
    ['sources', '/sources'], ['add', '/add'],
  ]; // biome-ignore format: one row each

  test.each(paths)('%s has a JSON twin that answers', async (_name, path) => {
    const { page, faults } = await desk.open(path);
    const twin = page.getByRole('link', { name: 'JSON', exact: true }).first();
    await twin.waitFor();
    const address = (await twin.getAttribute('href'))!;
    const reply = await fetch(new URL(address, desk.address));
    expect(reply.status, address).toBe(200);
    expect(faults).toEqual([]);
    await page.close();
  });

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)(
    'every view at %i pixels, %s: WCAG AA by axe, nothing cut off, nothing asked of others',
    async (width, colorScheme) => {
      for (const [name, given] of paths) {
        const path = given.replace('event=first', `event=${await firstEvent('embassies')}`);
        const { page, faults } = await desk.open(path, { width, colorScheme });
        await page.getByRole('main').locator(':is(h1, h2, .title):visible').first().waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined); // the stream of news never ends
        await page.waitForTimeout(500); // the drawn views settle
        expect(await accessFaults(page), name).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
        expect(faults, name).toEqual([]);
        await desk.shoot(page, `${name}-${width}${colorScheme === 'dark' ? '-dark' : ''}`);
        await page.close();
      }
    },
    300_000,
  );

  async function firstEvent(words: string): Promise<string> {
    const reply = await fetch(`${desk.address}/api/events?q=${words}&limit=1`);
    return ((await reply.json()) as { items: { id: string }[] }).items[0]!.id;
  }

  test('the API is described on a page of its own, which axe finds no fault with', async () => {
    const { page, faults } = await desk.open('/api/docs');
    await page.getByRole('heading', { name: /POST.*\/api\/feeds$/ }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await desk.shoot(page, 'api-docs');
    expect(faults).toEqual([]);
    await page.close();
  });
});

/** What axe finds against WCAG 2.2, levels A and AA. */
async function accessFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Found = { id: string; nodes: { html: string; failureSummary: string }[] };
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Found[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  });
}

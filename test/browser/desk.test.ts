// Journeys of an analyst through the real desk in Chromium: from an empty store to a corrected record.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, type OpenedDesk, openDesk, root } from './open-desk.ts';

const article = `France sends tanks to Ukraine

PARIS, 3 May 2024 - France will send twenty tanks to Ukraine, President Emmanuel Macron said on Friday.

Russia condemned the decision. "If Paris delivers the tanks, Moscow will expel the French ambassador," Foreign Minister Sergei Lavrov said.`;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

if (chromiumPath === null)
  process.stderr.write(
    'Browser tests are skipped: no Chromium here (apt-get install chromium, or set CASUS_CHROMIUM)\n',
  );

describe.skipIf(chromiumPath === null)('the desk in Chromium', () => {
  let desk: OpenedDesk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => desk?.close());

  test('first start: an empty store says how to begin', async () => {
    const { page, faults } = await desk.open('/');
    await page.getByText('Nothing here yet.').waitFor();
    await page.getByRole('link', { name: 'Add articles' }).click();
    await page.getByRole('heading', { name: 'Add articles' }).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a pasted text is read, coded and can be opened', async () => {
    const { page, faults } = await desk.open('/add');
    await page.getByLabel('Text', { exact: true }).fill(article);
    await page.getByLabel('Published on').fill('2024-05-03');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('link', { name: 'Open article' }).click({ timeout: 60_000 });
    await page.getByRole('heading', { name: 'France sends tanks to Ukraine' }).waitFor();
    await desk.shoot(page, 'read-pasted');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a dropped file is read', async () => {
    const { page, faults } = await desk.open('/add');
    const file = join(root, 'examples', 'niger-france-troops-withdraw.txt');
    const box = (await page.locator('.drop').boundingBox())!;
    const at = { x: box.x + 20, y: box.y + 20, data: { items: [], files: [file], dragOperationsMask: 1 } };
    const browser = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await browser.send('Input.dispatchDragEvent', { type, ...at });
    await page.getByText('Read: niger-france-troops-withdraw.txt.').waitFor({ timeout: 60_000 });
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a click on a mark shows its record with the words and the reason', async () => {
    const { page, faults } = await desk.open('/read?q=tanks');
    await page.locator('.paper [data-stop].trigger').first().click();
    const record = page.getByRole('article', { name: /^Record: / });
    await record.waitFor();
    const evidence = await record.locator('blockquote').innerText();
    expect(article.replaceAll('\n', ' ')).toContain(evidence);
    expect(await record.locator('.because li').count()).toBeGreaterThan(0);
    expect(page.url()).toMatch(/[?&]event=/);
    await desk.shoot(page, 'read-record');
    await page.keyboard.press('Escape');
    await record.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await page.close();
  });

  test('facets narrow the events, and the address keeps the question', async () => {
    const { page, faults } = await desk.open('/events');
    const rows = page.locator('table.events tbody tr');
    await rows.first().waitFor();
    const before = await rows.count();
    await page.getByRole('checkbox', { name: /Verbal conflict/ }).check();
    await expect.poll(() => rows.count()).toBeLessThan(before);
    await expect.poll(() => page.url()).toContain('quad=verbal-conflict');
    for (const quad of await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-quad'))))
      expect(quad).toBe('verbal-conflict');
    await page.reload();
    await page.getByRole('button', { name: /quad Verbal conflict/ }).waitFor();
    await rows.first().waitFor();
    const shown = await rows.count();
    await page.locator('summary', { hasText: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'JSON Lines' }).click(),
    ]);
    const lines = readFileSync((await download.path())!, 'utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(shown);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a correction is kept beside the record', async () => {
    const { page, faults } = await desk.open('/read?q=tanks');
    await page.locator('.paper [data-stop].trigger').first().click();
    await page.getByRole('button', { name: 'Correct this record' }).click();
    await page.getByLabel('This is no event at all').check();
    await page.getByLabel('Reason (wanted)').fill('a test of the form');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    await page.getByText('a test of the form').waitFor();
    const gold = await (await fetch(`${desk.address}/api/gold.jsonl`)).text();
    expect(JSON.parse(gold)).toMatchObject({ gold: null, reason: 'a test of the form' });
    expect(faults).toEqual([]);
    await page.close();
  });

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
    await page.getByLabel('Pattern (YAML)').fill('{type: AID, recipient: MLI}');
    await page.getByRole('button', { name: 'Watch for it' }).click();
    await page.getByRole('heading', { name: 'Help for Mali' }).waitFor();
    const text = 'Germany delivered food aid to Mali on Monday.';
    await fetch(`${desk.address}/api/ingest`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [{ text, published: '2024-05-06' }] }),
    });
    await page.locator('.news').getByText('Help for Mali').waitFor({ timeout: 60_000 });
    expect(faults).toEqual([]);
    await page.close();
  });

  test('what an article says is only ever text', async () => {
    const hostile = `<img src=x onerror="document.title='run'"> attacks <script>document.title='run'</script> Poland`;
    await fetch(`${desk.address}/api/ingest`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [{ text: `Russia attacked Poland. ${hostile}`, title: hostile }] }),
    });
    const { page, faults } = await desk.open('/read');
    await expect
      .poll(async () => (await fetch(`${desk.address}/api/articles`)).text(), { timeout: 60_000 })
      .toContain('onerror');
    await page.reload();
    await page.locator('.articles .title', { hasText: 'onerror' }).click();
    await page.locator('.paper .text', { hasText: 'Russia attacked Poland' }).waitFor();
    expect(await page.title()).not.toBe('run');
    expect(await page.locator('.paper img').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  const paths = ['/read', '/events', '/dyads', '/network', '/map', '/commitments', '/check', '/what-if', '/sources', '/watches', '/add']; // biome-ignore format: one row
  test.each([1280, 390])(
    'every view at %i pixels: no serious fault of access, nothing cut off',
    async (width) => {
      for (const path of paths) {
        const { page, faults } = await desk.open(path, width);
        await page.waitForLoadState('domcontentloaded');
        await page.getByRole('main').locator(':is(h1, h2, .title):visible').first().waitFor();
        await page.waitForTimeout(600); // the drawn views settle
        expect(await seriousFaults(page), path).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          path,
        ).toBeLessThanOrEqual(0);
        expect(faults, path).toEqual([]);
        await desk.shoot(page, `${path.slice(1)}-${width}`);
        await page.close();
      }
    },
    240_000,
  );
});

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
      );
  });
}

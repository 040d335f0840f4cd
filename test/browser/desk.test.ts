// Journeys of an analyst through the real desk in Chromium: from an empty store to a corrected record. The questions,
// the watches, the feeds and a look at every view are in views.test.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, type OpenedDesk, openDesk, root } from './open-desk.ts';

const article = `France sends tanks to Ukraine

PARIS, 3 May 2024 - France will send twenty tanks to Ukraine, President Emmanuel Macron said on Friday.

Russia condemned the decision. "If Paris delivers the tanks, Moscow will expel the French ambassador," Foreign Minister Sergei Lavrov said.`;

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
    await desk.shoot(page, 'first-start');
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
    await desk.shoot(page, 'add-dropped');
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
    const reasons = await record.locator('.because li').allInnerTexts();
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.join(' ')).toMatch(/act [\w.-]+/); // the rule is named, so that a reader can disagree
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
    await desk.shoot(page, 'events-filtered');
    await page.reload();
    await page.getByRole('button', { name: /class Verbal conflict/ }).waitFor();
    await rows.first().waitFor();
    const shown = await rows.count();
    await page.locator('summary', { hasText: 'Export' }).click();
    await desk.shoot(page, 'events-export');
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
    await desk.shoot(page, 'read-corrected');
    // The machine's record stands as it was, and the correction beside it.
    const { items } = (await (await fetch(`${desk.address}/api/events?q=tanks`)).json()) as {
      items: { correction: { reject: boolean } | null; type: string }[];
    };
    expect(items.filter(({ correction }) => correction?.reject === true)).toHaveLength(1);
    const gold = await (await fetch(`${desk.address}/api/gold.jsonl`)).text();
    expect(JSON.parse(gold)).toMatchObject({ gold: null, reason: 'a test of the form' });
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

  test('type, parties and day can be corrected, and gold says what is right', async () => {
    const { page, faults } = await desk.open('/read?q=tanks');
    await page.locator('.paper [data-stop].trigger').last().click();
    await page.getByRole('article', { name: /^Record: / }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: 'Type' }).selectOption('AID');
    await page.getByLabel('Who (codes or names, with commas)').fill('FRA, DEU');
    await page.getByLabel('Day', { exact: true }).fill('2024-05-02');
    await page.getByLabel('Reason (wanted)').fill('another test of the form');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    await page.getByText('another test of the form').waitFor();
    const lines = (await (await fetch(`${desk.address}/api/gold.jsonl`)).text()).trim().split('\n');
    const gold = lines.map((line) => JSON.parse(line)).find(({ reason }) => reason.startsWith('another'));
    expect(gold).toMatchObject({ gold: { type: 'AID', actors: ['FRA', 'DEU'], when: '2024-05-02' } });
    expect(faults).toEqual([]);
    await page.close();
  });

  test('statements are listed by who said them, and lead to their words', async () => {
    const { page, faults } = await desk.open('/statements');
    const rows = page.locator('.said-row');
    await rows.first().waitFor();
    await page.getByLabel('Speaker').fill('Sergei Lavrov');
    await page.getByLabel('Speaker').press('Enter');
    await expect.poll(() => page.url()).toContain('speaker=');
    await page.locator('.said-row', { hasText: 'Moscow will expel' }).waitFor();
    // The rows of before stay until the answer comes.
    await expect.poll(() => page.locator('.said-row', { hasNotText: 'Lavrov' }).count()).toBe(0);
    await desk.shoot(page, 'statements-of-lavrov');
    await rows.locator('a.words').first().click();
    const record = page.getByRole('article', { name: 'Record: statement' });
    await record.waitFor();
    expect(await record.innerText()).toContain('claimed, not observed');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a saved query is there after a restart, in another browser', async () => {
    const first = await desk.open('/events?party=RUS');
    await first.page.locator('summary', { hasText: 'Saved queries' }).click();
    await first.page.getByLabel('Keep this question as').fill('All of Russia');
    await first.page.getByRole('button', { name: 'Save' }).click();
    await first.page.getByRole('link', { name: 'All of Russia' }).waitFor();
    expect(first.faults).toEqual([]);
    await first.page.close();
    await desk.restart();
    const { page, faults } = await desk.open('/events');
    await page.locator('summary', { hasText: 'Saved queries' }).click();
    await desk.shoot(page, 'events-saved-queries');
    await page.getByRole('link', { name: 'All of Russia' }).click();
    await expect.poll(() => page.url()).toContain('party=RUS');
    await page.getByRole('button', { name: /party Russia/ }).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('the keys alone lead from a view to the words of an event and on', async () => {
    const { page, faults } = await desk.open('/add');
    await page.getByRole('heading', { name: 'Add articles' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.locator('table.events tbody tr').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    const record = page.getByRole('article', { name: /^Record: / });
    await record.waitFor();
    const before = page.url();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect.poll(() => page.url()).toBe(before);
    await page.keyboard.press('Escape');
    await record.waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    await desk.shoot(page, 'keys');
    expect(faults).toEqual([]);
    await page.close();
  });
});

// The page under docs/browser in Chromium gives the same CoNLL-U as Node. Skipped where there is no Chromium.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/annotate/annotate.ts';
import { writeConllu } from '../../src/annotate/conllu.ts';
import { makeDocument, openModel } from './open-model.ts';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
if (!browserPath)
  console.warn('browser test skipped: no Chromium on this machine (apt-get install chromium)');

const text = `North Korea’s leader Kim Jong Un hosted Russia's president on Wednesday, June 19, and signed a pact.
"We won't forget," he told Reuters. “The U.S. cannot stop us.”`;

describe.skipIf(!browserPath)('in Chromium', () => {
  it('annotates as Node does', { timeout: 120_000 }, async () => {
    const root = join(import.meta.dirname, '../../docs/browser');
    const server = await createServer({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      server: { port: 0, host: '127.0.0.1' },
    });
    await server.listen();
    const browser = await chromium.launch({
      executablePath: browserPath!,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    try {
      const page = await browser.newPage();
      const failures: string[] = [];
      page.on('pageerror', (error) => failures.push(error.message));
      await page.goto(server.resolvedUrls!.local[0]!);
      await page.locator('#run:not([disabled])').waitFor({ timeout: 100_000 });
      await page.fill('#text', text);
      await page.locator('#output').evaluate((element) => {
        element.textContent = '';
      });
      await page.click('#run');
      await page.locator('#output', { hasText: 'TokenRange' }).waitFor();
      expect(failures).toEqual([]);
      const document = { ...makeDocument(text), id: 'browser' };
      expect(await page.locator('#output').textContent()).toBe(
        writeConllu(await annotate(document, { model: await openModel() })),
      );
    } finally {
      await browser.close();
      await server.close();
    }
  });
});

// Starts the real desk (node dist/cli.js desk) over a store of its own, and Chromium in front of it.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.env.CASUS_DESK_PROGRAM ?? join(root, 'dist', 'cli.js');
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Where Chromium is, or null. CASUS_CHROMIUM names another. */
export const chromiumPath =
  [process.env.CASUS_CHROMIUM ?? '', ...places].find((path) => path !== '' && existsSync(path)) ?? null;

export type Look = { readonly width?: number; readonly colorScheme?: 'light' | 'dark' };
export type OpenedDesk = {
  readonly address: string;
  /** A page that notes what went wrong in it and what it asked of others. */
  open(path: string, look?: Look): Promise<{ page: Page; faults: string[] }>;
  /** A look at it for people: test/browser/screenshots/NAME.png. */
  shoot(page: Page, name: string): Promise<void>;
  /** Ends the desk and starts it again over the same store, at the same address. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export async function openDesk(...flags: readonly string[]): Promise<OpenedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'casus-desk-'));
  const start = (port: string): ChildProcess =>
    spawn(
      process.execPath,
      [program, 'desk', '--no-open', '--port', port, '--store', join(folder, 'desk.duckdb'), ...flags],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
  let server = start('0');
  const address = await readAddress(server);
  const end = async (): Promise<void> => {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
  };
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const pictures = join(root, 'test', 'browser', 'screenshots');
  mkdirSync(pictures, { recursive: true });
  return {
    address,
    open: async (path, { width = 1280, colorScheme = 'light' } = {}) => {
      const page = await browser.newPage({ viewport: { width, height: 860 }, colorScheme });
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (message) => {
        // Refusals by the content security policy come here too. A 4xx is the API's answer and shown on the page.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          faults.push(message.text());
      });
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address))
          faults.push(`asked ${request.url()}`);
      });
      await page.goto(address + path);
      return { page, faults };
    },
    shoot: async (page, name) => {
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    restart: async () => {
      await end();
      server = start(new URL(address).port);
      await readAddress(server);
    },
    close: async () => {
      await browser.close();
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readAddress(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    server.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /open at (http:\S+)/.exec(said)?.[1];
      if (address !== undefined) done(address.replace(/\/$/, ''));
    });
    server.once('exit', (code) => fail(new Error(`the desk ended with ${code}: ${said}`)));
  });
}

// The commands over a store as users run them (dist/ is built before the tests): beside a desk and without one, cut short
// and run again, over Parquet, for a language model, and following feeds of a server that fails.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, describe, expect, it } from 'vitest';

const program = resolve('dist', 'cli.js');
const folder = mkdtempSync(join(tmpdir(), 'casus-commands-'));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

type Ended = { readonly code: number; readonly out: string; readonly err: string };
function casus(...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code ?? -1), out, err }),
    );
  });
}

/** A child whose standard error has said what is waited for. */
function begin(args: string[], said: RegExp): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  running.push(child);
  return new Promise((done, fail) => {
    let text = '';
    child.stderr!.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (said.test(text)) done(child);
    });
    child.once('exit', (code) => fail(new Error(`ended with ${code}: ${text}`)));
  });
}

/** Many starts of a program each, on a machine that may be busy. */
const patience = 600_000;
const ended = (child: ChildProcess): Promise<unknown> => new Promise((done) => child.once('exit', done));
const capitals = ['Oslo', 'Rome', 'Cairo', 'Tokyo', 'Seoul', 'Paris', 'Berlin', 'Warsaw', 'Ankara', 'Delhi'];
const article = (at: number): string =>
  `Russia delivered ${at + 2} missiles to Iran on Thursday. Officials in ${capitals[at % 10]} called round ${at} of the talks useful.`;

describe('commands over a store', () => {
  it(
    'ask the desk that has it, and open it themselves when its desk was killed',
    async () => {
      const store = join(folder, 'shared.duckdb');
      const text = join(folder, 'one.txt');
      writeFileSync(text, article(0));
      const desk = await begin(['desk', '--no-open', '--port', '0', '--store', store], /open at http/);
      const lock = JSON.parse(readFileSync(`${store}.lock`, 'utf8')) as { pid: number; address: string };
      expect(lock.pid).toBe(desk.pid);
      // Into the desk's store through the desk: both see it.
      expect(await casus('ingest', '--store', store, '--date', '2024-06-20', text)).toMatchObject({
        code: 0,
      });
      const { events } = (await (await fetch(`${lock.address}/api/health`)).json()) as { events: number };
      expect(events).toBeGreaterThan(0);
      const asked = await casus('events', '--store', store, '--party', 'Iran', '--format', 'jsonl');
      expect(JSON.parse(asked.out.split('\n')[0]!)).toMatchObject({ type: 'AID' });
      const second = await casus('desk', '--no-open', '--port', '0', '--store', store);
      expect([second.code, second.err]).toEqual([1, expect.stringContaining(lock.address)]);
      const gone = ended(desk);
      desk.kill('SIGKILL');
      await gone;
      expect(existsSync(`${store}.lock`)).toBe(true);
      expect((await casus('events', '--store', store, '--party', 'Iran', '--format', 'jsonl')).out).toBe(
        asked.out,
      );
    },
    patience,
  );

  it(
    'ingest goes on where it was killed, and takes reprints into one story',
    async () => {
      const store = join(folder, 'cut.duckdb');
      const news = join(folder, 'news');
      mkdirSync(news);
      for (let at = 0; at < 24; at++)
        writeFileSync(join(news, `${String(at).padStart(2, '0')}.txt`), `Round ${at}\n\n${article(at)}`);
      const first = spawn(process.execPath, [program, 'ingest', '--store', store, news], { stdio: 'ignore' });
      running.push(first);
      const gone = ended(first);
      // Something is stored, not all of it.
      for (let at = 0; at < 400 && !existsSync(`${store}.wal`); at++) await wait(50);
      await wait(400);
      first.kill('SIGKILL');
      await gone;
      const { code, err } = await casus('ingest', '--store', store, news);
      expect([code, err]).toEqual([0, expect.stringContaining('24 articles')]);
      const again = await casus('ingest', '--store', store, news);
      expect(again.err).toContain('24 articles, 0 events');
      const file = join(folder, 'records.parquet');
      await casus('export', '--store', store, '--format', 'records-parquet', '--output', file);
      const copy = join(folder, 'copy.duckdb');
      expect((await casus('ingest', '--store', copy, file)).err).toContain('24 articles');
      const [one, other] = await Promise.all(
        [store, copy].map((each) => casus('export', '--store', each, '--format', 'csv')),
      );
      // Events without a date stand in the order in which their articles came.
      const rows = ({ out }: Ended): string[] => out.split('\r\n').sort();
      expect(rows(other!)).toEqual(rows(one!));
      expect(new Set(one!.out.match(/Round \d+(?=,)/g)).size).toBe(24);
    },
    patience,
  );

  it(
    'serve a language model over standard input and output',
    async () => {
      const client = new Client({ name: 'test', version: '0' });
      const store = join(folder, 'model.duckdb');
      await client.connect(
        new StdioClientTransport({ command: process.execPath, args: [program, 'mcp', '--store', store] }),
        { timeout: patience },
      );
      const call = async (name: string, given: Record<string, unknown>) => {
        const { content } = await client.callTool({ name, arguments: given }, undefined, {
          timeout: patience,
        });
        return JSON.parse((content as [{ text: string }])[0].text);
      };
      await call('code_text', { text: article(1), published: '2024-06-20' });
      expect((await call('search_events', { party: 'Iran', type: 'AID' })).items[0]).toMatchObject({
        evidence: expect.stringContaining('delivered 3 missiles to Iran'),
        citation: { published: '2024-06-20' },
      });
      await client.close();
    },
    patience,
  );
});

describe('casus follow', () => {
  const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  let answer: 'feed' | 'busy' = 'feed';
  const item = `<item><title>Arms for Iran</title><description>${article(3)}</description><pubDate>Thu, 20 Jun 2024 10:00:00 GMT</pubDate></item>`;
  const server: Server = createServer((request, reply) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    if (request.url === '/robots.txt') reply.end('User-agent: *\nDisallow: /private');
    else if (answer === 'busy') reply.writeHead(503, { 'retry-after': '14400' }).end();
    else if (request.headers['if-none-match'] === '"one"') reply.writeHead(304).end();
    else
      reply
        .writeHead(200, { etag: '"one"', 'last-modified': 'Thu, 20 Jun 2024 10:00:00 GMT' })
        .end(`<rss version="2.0"><channel><title>World</title>${item}</channel></rss>`);
  });
  afterAll(() => server.close());

  it(
    'is polite to a server, and keeps what it brings',
    async () => {
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const store = join(folder, 'feeds.duckdb');
      const memory = `${store}.feeds.json`;
      const feeds = join(folder, 'feeds.yaml');
      writeFileSync(
        feeds,
        `feeds:\n  - url: ${base}/world.xml\n    every: 30\n  - url: ${base}/private.xml\n`,
      );
      const look = () => casus('follow', feeds, '--once', '--allow-private', '--store', store);
      const state = () => JSON.parse(readFileSync(memory, 'utf8'))[`${base}/world.xml`];
      const makeDue = () => {
        const states = JSON.parse(readFileSync(memory, 'utf8'));
        states[`${base}/world.xml`].next = 0;
        writeFileSync(memory, JSON.stringify(states));
      };

      const refused = await casus('follow', feeds, '--once', '--store', join(folder, 'refused.duckdb'));
      expect([refused.code, asked, refused.err]).toEqual([1, [], expect.stringContaining('private network')]);

      const first = await look();
      expect(first.err).toContain(`${base}/world.xml: 1 articles`);
      expect([first.code, first.err]).toEqual([1, expect.stringContaining('robots.txt does not allow it')]);
      expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/world.xml', '/robots.txt']);
      const found = await casus('events', '--store', store, '--party', 'Iran', '--format', 'jsonl');
      expect(JSON.parse(found.out.split('\n')[0]!)).toMatchObject({ article: { title: 'Arms for Iran' } });

      asked.length = 0;
      await look(); // nothing is due
      expect(asked).toEqual([]);
      makeDue();
      await look();
      expect(asked.at(-1)!.headers).toMatchObject({
        'if-none-match': '"one"',
        'if-modified-since': 'Thu, 20 Jun 2024 10:00:00 GMT',
      });
      answer = 'busy';
      makeDue();
      const before = Date.now();
      expect((await look()).err).toContain('the server answers 503');
      expect(state()).toMatchObject({ failures: 1, etag: '"one"' });
      expect(state().next - before).toBeGreaterThanOrEqual(4 * 3_600_000);
    },
    patience,
  );
});

// Articles come in through the API, are coded by the real annotator, and can be asked for; one that is bad stops nobody.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPhrases } from '../../src/read/index.ts';
import type { News } from '../../src/records/index.ts';
import { openDesk } from './open-desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function ingest(items: object[]) {
  const { status, body } = await desk.send('POST', '/api/ingest', { items });
  expect(status).toBe(202);
  await desk.desk.jobs.finished(body.job);
  return (await desk.get(`/api/jobs/${body.job}`)).body;
}

const arms = {
  text: 'MOSCOW, June 20, 2024 - Russia delivered missiles to Iran on Thursday.',
  title: 'Arms for Iran',
  published: '2024-06-20',
};

describe('ingesting', () => {
  it('takes text, and tells how far it is', async () => {
    const news: News[] = [];
    const end = desk.desk.broadcast.listen((one) => news.push(one));
    const job = await ingest([arms]);
    end();
    expect(job).toMatchObject({ state: 'done', done: 1, total: 1, problems: [] });
    expect(news.at(-1)).toMatchObject({ type: 'progress', done: 1, state: 'done' });
    const { body } = await desk.get('/api/events?party=Iran&type=AID');
    expect(body.items[0]).toMatchObject({
      type: 'AID',
      article: { id: job.articles[0], title: 'Arms for Iran' },
    });
    const { text } = (await desk.get(`/api/articles/${job.articles[0]}`)).body.document;
    const { start, end: last, text: words } = body.items[0].evidence;
    expect(text.slice(start, last)).toBe(words);
  });

  it('does not code again what it has, and puts a reprint into the same story', async () => {
    const before = (await desk.get('/api/health')).body;
    await ingest([arms]);
    expect((await desk.get('/api/health')).body).toEqual(before);
    const job = await ingest([{ ...arms, url: 'https://example.org/reprint' }]);
    const { body } = await desk.get('/api/stories');
    expect(body).toMatchObject({ total: 1, items: [{ articles: 2 }] });
    expect((await desk.get(`/api/articles/${job.articles[0]}`)).body.story).toBe(body.items[0].story);
  });

  it('goes on after a bad one', async () => {
    const job = await ingest([
      { text: '   ' },
      { url: 'ftp://example.org/' },
      { url: 'http://127.0.0.1:1/' },
      {
        html: '<script>alert(1)</script><h1>Talks</h1><p onclick="x()">China and Japan held talks in Tokyo on trade.</p>',
        published: '2024-06-21',
      },
    ]);
    expect(job.state).toBe('done');
    expect(job.problems.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['empty-file', 'bad-url', 'private-address']),
    );
    expect(job.articles).toHaveLength(1);
    const { body } = await desk.get('/api/events?dyad=China-Japan');
    expect(body.items[0].type).toBe('CONSULT');
    expect(JSON.stringify((await desk.get(`/api/articles/${job.articles[0]}`)).body.document)).not.toContain(
      'alert',
    );
  });

  it('takes the bytes of a file', async () => {
    const reply = await desk.app.inject({
      method: 'POST',
      url: '/api/ingest/file?name=finland.txt',
      headers: { host: 'localhost', 'content-type': 'text/plain' },
      payload: readFileSync('examples/finland-joins-nato.txt'),
    });
    expect(reply.statusCode).toBe(202);
    await desk.desk.jobs.finished(reply.json().job);
    expect((await desk.get('/api/articles?q=finland')).body.total).toBe(1);
  });

  it.each([
    [{}, 'items'],
    [{ items: [{}] }, 'text, html or url'],
    [{ items: [{ text: 'x', colour: 'red' }] }, 'colour'],
  ])('refuses %j', async (body, word) => {
    const reply = await desk.send('POST', '/api/ingest', body);
    expect(reply.status).toBe(400);
    expect(reply.body.error.message).toContain(word);
  });
});

it('reads texts, pages and files with the phrases of the knowledge folder that the desk was given', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casus-phrases-'));
  mkdirSync(join(folder, 'reading'));
  const ours = readFileSync('knowledge/reading/lines.yaml', 'utf8');
  writeFileSync(
    join(folder, 'reading', 'lines.yaml'),
    ours.replace(/^( *)anywhere:\n/m, '$&$1  - paid for by freedonia\n'),
  );
  const own = await openDesk({ phrases: readPhrases(folder) });
  const text = 'Norway met Kenya on Monday, officials said.';
  const line = 'These lines were paid for by Freedonia and friends.';
  const items = [{ text: `${text}\n\n${line}` }, { html: `<article><p>${text}</p><p>${line}</p></article>` }];
  const started = await own.send('POST', '/api/ingest', { items });
  const bytes = await own.app.inject({
    method: 'POST',
    url: '/api/ingest/file?name=a.jsonl',
    headers: { host: 'localhost:4180', 'content-type': 'application/octet-stream' },
    payload: Buffer.from(JSON.stringify({ id: 'line', text: `${text}\n\n${line}` })),
  });
  const articles: string[] = [];
  for (const { job } of [started.body, bytes.json()])
    articles.push(...(await own.desk.jobs.finished(job)).articles);
  expect(articles).toHaveLength(3);
  for (const id of articles) {
    const { blocks } = (await own.get(`/api/articles/${id}`)).body.document;
    expect(blocks.map(({ kind }: { kind: string }) => kind)).toEqual(['paragraph', 'boilerplate']);
  }
  await own.close();
  rmSync(folder, { recursive: true });
});

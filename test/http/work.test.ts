// What analysts do with the desk, in process: check, assume, watch, correct, export.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { News } from '../../src/records/index.ts';
import { event, party, record } from '../store/make-record.ts';
import { openDesk } from './open-desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  const attack = {
    type: 'ASSAULT',
    quad: 'material-conflict',
    score: -9,
    recipients: [party('Ukraine', 'UKR')],
  } as const;
  await desk.store.add([
    { record: record('a1', [event('e1'), event('e2', { ...attack, recipients: [...attack.recipients] })]) },
  ]);
});
afterAll(() => desk.close());

describe('questions of law', () => {
  it('checks a transfer with citations', async () => {
    const { status, body } = await desk.send('POST', '/api/check', {
      from: 'RUS',
      to: 'PRK',
      item: 'artillery shells',
      date: '2024-06-20',
    });
    expect(status).toBe(200);
    expect(body.verdict).toBe('prohibited');
    expect(body.citations.length).toBeGreaterThan(0);
  });

  it('tells who is obliged', async () => {
    const { body } = await desk.send('POST', '/api/obliged', {
      attacked: 'POL',
      attacker: 'RUS',
      date: '2024-06-20',
    });
    expect(body.obliged.map(({ party: code }: { party: string }) => code)).toContain('USA');
  });

  it('assumes a sentence', async () => {
    const { body } = await desk.send('POST', '/api/whatif', {
      text: 'Russia attacks Poland.',
      date: '2024-06-20',
    });
    expect(body.assumed[0].type).toBe('ASSAULT');
    expect(body.tree.length).toBeGreaterThan(0);
    const none = await desk.send('POST', '/api/whatif', { text: 'The weather is fine.' });
    expect([none.status, none.body.error.code]).toEqual([400, 'no-event']);
  });

  it('wants a question', async () => {
    expect((await desk.send('POST', '/api/check', { from: 'RUS' })).status).toBe(400);
  });
});

describe('watches', () => {
  it('find what is there, and tell what comes', async () => {
    const made = await desk.send('POST', '/api/watches', {
      name: 'attacks on Ukraine',
      pattern: 'type: ASSAULT\nrecipient: UKR',
    });
    expect(made.status).toBe(201);
    expect(made.body.means).toContain('Ukraine');
    const matches = `/api/watches/${made.body.id}/matches`;
    expect(
      (await desk.get(matches)).body.items.map(({ event: found }: { event: { id: string } }) => found.id),
    ).toEqual(['e2']);
    const news: News[] = [];
    const end = desk.desk.broadcast.listen((one) => news.push(one));
    const items = [
      { text: 'KYIV, June 22, 2024 - Russia bombed Ukraine on Saturday.', published: '2024-06-22' },
    ];
    const { body } = await desk.send('POST', '/api/ingest', { items });
    await desk.desk.jobs.finished(body.job);
    end();
    expect(news.find(({ type }) => type === 'match')).toMatchObject({
      name: 'attacks on Ukraine',
      event: { type: 'ASSAULT' },
    });
    expect((await desk.get(matches)).body.total).toBe(2);
    expect((await desk.get('/api/watches')).body.items).toHaveLength(1);
    expect((await desk.send('DELETE', `/api/watches/${made.body.id}`)).status).toBe(204);
    expect((await desk.send('DELETE', `/api/watches/${made.body.id}`)).status).toBe(404);
  });

  it.each([['type: ASSAULT: x'], ['colour: red'], ['type: DANCE'], ['{}']])(
    'refuse the pattern %s',
    async (pattern) => {
      const { status, body } = await desk.send('POST', '/api/watches', { name: 'x', pattern });
      expect([status, body.error.code]).toEqual([400, 'bad-pattern']);
    },
  );
});

describe('corrections', () => {
  it('stand beside the record and come out as gold', async () => {
    const given = { type: 'COOPERATE', actors: ['Russia'], reason: 'a sale, no gift' };
    expect((await desk.send('POST', '/api/events/e1/corrections', given)).status).toBe(201);
    expect((await desk.get('/api/events/e1')).body).toMatchObject({
      type: 'AID',
      correction: { type: 'COOPERATE', reason: 'a sale, no gift' },
    });
    expect((await desk.get('/api/articles/a1')).body.corrections).toHaveLength(1);
    const gold = await desk.app.inject({ url: '/api/gold.jsonl', headers: { host: 'localhost' } });
    expect(JSON.parse(gold.body)).toMatchObject({
      id: 'e1',
      machine: { type: 'AID' },
      gold: { type: 'COOPERATE', actors: ['Russia'], recipients: ['IRN'] },
    });
  });

  it.each([
    ['e1', { reason: 'nothing else' }, 400],
    ['e1', { reject: true }, 400],
    ['e1', { type: 'DANCE', reason: 'x' }, 400],
    ['none', { reject: true, reason: 'x' }, 404],
  ])('of %s by %j give %i', async (id, body, status) => {
    expect((await desk.send('POST', `/api/events/${id}/corrections`, body)).status).toBe(status);
  });
});

describe('exports', () => {
  it.each([
    ['csv', 'text/csv'],
    ['jsonl', 'application/x-ndjson'],
    ['parquet', 'application/vnd.apache.parquet'],
    ['gdelt', 'text/tab-separated-values'],
    ['graphml', 'application/graphml+xml'],
  ])('come as %s', async (format, type) => {
    const reply = await desk.app.inject({
      url: `/api/export?format=${format}&party=RUS`,
      headers: { host: 'localhost' },
    });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toContain(type);
    expect(reply.rawPayload.length).toBeGreaterThan(50);
    if (format === 'parquet') expect(reply.rawPayload.subarray(0, 4).toString()).toBe('PAR1');
  });

  it('have FIPS for places and CAMEO for actors, from the knowledge', async () => {
    const place = { text: 'Berlin', country: 'DEU', latitude: 52.5, longitude: 13.4, geonames: 2950159 };
    await desk.store.add([
      { record: record('a9', [event('e9', { actors: [party('Romania', 'ROU')], place })]) },
    ]);
    const reply = await desk.app.inject({
      url: '/api/export?format=gdelt&article=a9',
      headers: { host: 'localhost' },
    });
    const row = reply.body.replace(/\n$/, '').split('\t');
    expect([row.length, row[7], row[17], row[53]]).toEqual([61, 'ROM', 'IRN', 'GM']);
    // 070 is material cooperation of 7 on Goldstein's scale, whatever PLOVER's score.
    expect([row[26], row[29], row[30]]).toEqual(['070', '2', '7']);
  });
});

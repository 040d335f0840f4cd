// The API's lists, counts and errors, in process, over records made by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { event, party, record } from '../store/make-record.ts';
import { openDesk } from './open-desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  const shells = { text: 'shells', start: 0, end: 6, category: 'ammunition' };
  await desk.store.add([
    {
      record: record('a1', [
        event('e1'),
        event('e2', {
          type: 'ASSAULT',
          quad: 'material-conflict',
          score: -9,
          recipients: [party('Ukraine', 'UKR')],
        }),
      ]),
    },
    {
      record: record('a2', [event('e3', { items: [shells], auxiliary: ['future'] })], {
        source: 'Other Post',
        published: '2024-05-01',
      }),
    },
  ]);
});
afterAll(() => desk.close());

describe('the API', () => {
  it('tells its health', async () => {
    const { body } = await desk.get('/api/health');
    expect(body).toMatchObject({
      ok: true,
      articles: 2,
      events: 3,
      knowledge: { version: expect.any(String) },
    });
  });

  it.each([
    ['/api/events', ['e1', 'e2', 'e3']],
    ['/api/events?party=UKR', ['e2']],
    ['/api/events?party=Ukraine', ['e2']],
    ['/api/events?party=ukr&party=IRN', ['e1', 'e2', 'e3']],
    ['/api/events?dyad=Russia-Ukraine', ['e2']],
    ['/api/events?dyad=UKR-RUS', ['e2']],
    ['/api/events?type=AID&auxiliary=none', ['e1']],
    ['/api/events?source=Other%20Post', ['e3']],
    ['/api/events?limit=1', ['e1']],
  ])('answers %s', async (url, ids) => {
    const { status, body } = await desk.get(url);
    expect(status).toBe(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  it('finds a kind of goods under the kind above it', async () => {
    const above = desk.desk.knowledge.items.path('ammunition').at(-1)!;
    expect((await desk.get(`/api/events?item=${above}`)).body.total).toBe(1);
  });

  it('gives rows with their article, pages, facets and counts', async () => {
    const first = (await desk.get('/api/events?limit=2')).body;
    expect(first).toMatchObject({
      total: 3,
      items: [{ article: { id: 'a1', source: 'Example Times' }, correction: null }, {}],
    });
    const second = (await desk.get(`/api/events?limit=2&cursor=${first.next}`)).body;
    expect(second).toMatchObject({ next: null, items: [{ id: 'e3' }] });
    expect((await desk.get('/api/facets?party=RUS')).body.quad).toEqual([
      { value: 'material-cooperation', count: 2 },
      { value: 'material-conflict', count: 1 },
    ]);
    expect((await desk.get('/api/counts?by=dyad-month&dyad=RUS-IRN')).body.rows).toEqual([
      { key: 'RUS-IRN 2024-06', count: 2, conflict: 0, cooperation: 2, score: 7 },
    ]);
    expect(
      (await desk.get('/api/articles')).body.items.map(({ id, events }: { id: string; events: number }) => [
        id,
        events,
      ]),
    ).toEqual([
      ['a1', 2],
      ['a2', 1],
    ]);
    expect((await desk.get('/api/sources')).body).toMatchObject({ total: 2 });
    expect((await desk.get('/api/stories')).body).toMatchObject({ total: 2 });
    expect((await desk.get('/api/statements')).body).toEqual({ items: [], next: null, total: 0 });
    expect((await desk.get('/api/commitments')).body).toEqual({ items: [], next: null, total: 0 });
    expect((await desk.get('/api/articles/a1')).body).toMatchObject({
      casus: 1,
      story: 'a1',
      versions: [{ current: true }],
    });
  });

  it.each([
    ['/api/events/none', 404, 'not-found'],
    ['/api/articles/none', 404, 'not-found'],
    ['/api/nothing', 404, 'not-found'],
    ['/api/events?colour=red', 400, 'bad-request'],
    ['/api/events?from=yesterday', 400, 'bad-request'],
    ['/api/events?cursor=nonsense', 400, 'bad-cursor'],
    ['/api/events?limit=0', 400, 'bad-request'],
    ['/api/counts?by=colour', 400, 'bad-request'],
  ])('refuses %s in the one shape', async (url, status, code) => {
    const reply = await desk.get(url);
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({ error: { code, message: expect.any(String), hint: reply.body.error.hint } });
  });

  it('describes itself', async () => {
    const { body } = await desk.get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toContain('/api/events/{id}');
    const docs = await desk.app.inject({ url: '/api/docs', headers: { host: 'localhost' } });
    expect(docs.body).toContain('GET /api/counts');
    expect(docs.body).not.toMatch(/<script|https?:\/\//);
  });
});

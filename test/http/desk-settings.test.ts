// What users of the desk set up: queries that are kept, and feeds that are followed, over the API.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FollowedFeed, News, SavedQuery } from '../../src/records/index.ts';
import type { Fetching } from '../../src/serve/http/feeds.ts';
import { openDesk } from './open-desk.ts';

const url = 'https://example.org/world.xml';
const entry = (day: number, text: string): string =>
  `<item><title>${text}</title><link>https://example.org/${day}</link><pubDate>${day} May 2024</pubDate><description>${text}</description></item>`;
const rss = (...entries: string[]): string =>
  `<rss version="2.0"><channel><title>World</title>${entries.join('')}</channel></rss>`;

let desk: Awaited<ReturnType<typeof openDesk>>;
let clock = Date.parse('2024-05-10T08:00:00Z');
/** What the feed's server says next. */
let answer: { status: number; body?: string } = { status: 404 };
const fetching: Fetching = async (address) => ({
  status: address.endsWith('/robots.txt') ? 404 : answer.status,
  url: address,
  headers: { etag: '"1"', 'content-type': 'application/rss+xml' },
  bytes: Buffer.from(answer.body ?? ''),
});
beforeAll(async () => {
  desk = await openDesk({ following: { fetching, now: () => clock } });
});
afterAll(() => desk.close());

describe('saved queries', () => {
  it('are kept, replaced by name, listed and forgotten', async () => {
    const one = await desk.send('POST', '/api/queries', { name: 'Arms', view: 'events', query: 'type=AID' });
    expect(one).toMatchObject({ status: 201, body: { name: 'Arms', query: 'type=AID' } });
    const two = await desk.send('POST', '/api/queries', { name: 'Arms', view: 'events', query: 'item=arms' });
    const { items } = (await desk.get('/api/queries')).body as { items: SavedQuery[] };
    expect(items.map(({ query }) => query)).toEqual(['item=arms']);
    const { id } = two.body as SavedQuery;
    expect((await desk.send('DELETE', `/api/queries/${id}`)).status).toBe(204);
    expect((await desk.send('DELETE', `/api/queries/${id}`)).status).toBe(404);
  });

  it('want a name and a view', async () => {
    const bad = await desk.send('POST', '/api/queries', { name: ' ', view: 'events', query: '' });
    expect(bad.status).toBe(400);
    expect((await desk.send('POST', '/api/queries', { name: 'x', view: 'map', query: '' })).status).toBe(400);
  });
});

describe('a followed feed', () => {
  let feed: FollowedFeed;
  const look = async () => (await desk.send('POST', `/api/feeds/${feed.id}/look`)).body as FollowedFeed;

  it('is added once, and only if it is an address of the web', async () => {
    const added = await desk.send('POST', '/api/feeds', { url });
    expect(added.status).toBe(201);
    feed = added.body as FollowedFeed;
    expect(feed).toMatchObject({ url, every: 30, paused: false, last: null });
    expect((await desk.send('POST', '/api/feeds', { url })).status).toBe(400);
    expect((await desk.send('POST', '/api/feeds', { url: 'file:///etc/passwd' })).status).toBe(400);
    expect((await desk.send('POST', '/api/feeds', { url: `${url}?2`, every: 1 })).status).toBe(400);
  });

  it('gives its articles, and tells how it went', async () => {
    const news: News[] = [];
    const stop = desk.desk.broadcast.listen((one) => news.push(one));
    answer = { status: 200, body: rss(entry(3, 'France sent tanks to Ukraine on Friday.')) };
    const seen = await look();
    stop();
    expect(seen.last).toMatchObject({ result: 'new', articles: 1, problems: [] });
    expect(seen.last!.events).toBeGreaterThan(0);
    expect(seen.state).toMatchObject({ etag: '"1"', failures: 0, next: clock + 30 * 60_000 });
    expect(news.some((one) => one.type === 'feed' && one.feed.last?.result === 'new')).toBe(true);
    const { items } = (await desk.get('/api/articles')).body as { items: { title: string }[] };
    expect(items.map(({ title }) => title)).toEqual(['France sent tanks to Ukraine on Friday.']);
  });

  it('that did not change, or that fails, says so and waits longer', async () => {
    answer = { status: 304 };
    expect((await look()).last).toMatchObject({ result: 'same', articles: 0 });
    answer = { status: 500 };
    const failed = await look();
    expect(failed.last!.result).toBe('failed');
    expect(failed.last!.problems[0]!.message).toContain('500');
    expect(failed.state).toMatchObject({ failures: 1, next: clock + 60 * 60_000 });
    clock += 1000;
  });

  it('is paused, changed and removed', async () => {
    const change = async (payload: object) =>
      desk.app.inject({
        method: 'PATCH',
        url: `/api/feeds/${feed.id}`,
        headers: { host: 'localhost:4180' },
        payload,
      });
    expect((await change({ paused: true, every: 60 })).json()).toMatchObject({ paused: true, every: 60 });
    expect((await change({})).statusCode).toBe(400);
    expect((await desk.send('DELETE', `/api/feeds/${feed.id}`)).status).toBe(204);
    expect((await desk.get('/api/feeds')).body).toMatchObject({ items: [], total: 0 });
    expect((await desk.get('/api/articles')).body).toMatchObject({ total: 1 });
  });

  it('is looked at by itself once the desk follows', async () => {
    answer = { status: 200, body: rss(entry(4, 'Germany delivered food aid to Mali on Saturday.')) };
    desk.desk.follower.start();
    await desk.send('POST', '/api/feeds', { url: `${url}?mali` });
    await expect
      .poll(async () => (await desk.get('/api/articles')).body, { timeout: 20_000, interval: 200 })
      .toMatchObject({ total: 2 });
  });
});

// Feeds are read politely: robots.txt, conditional requests, backoff, Retry-After. No network: fetching is passed in.
import { describe, expect, it } from 'vitest';
import { type Feed, type Fetching, feedsSchema, lookAtFeed, newFeed } from '../../src/serve/http/feeds.ts';

const feed: Feed = { url: 'https://example.org/world.xml', every: 30 };
const now = 1_000_000;
const minutes = (count: number): number => now + count * 60_000;

function server(
  answers: Record<string, { status: number; headers?: Record<string, string>; body?: string }>,
) {
  const asked: { url: string; headers: Readonly<Record<string, string>> }[] = [];
  const fetching: Fetching = async (url, options) => {
    asked.push({ url, headers: options?.headers ?? {} });
    const { status, headers = {}, body = '' } = answers[new URL(url).pathname] ?? { status: 404 };
    return { status, url, headers, bytes: Buffer.from(body) };
  };
  return { asked, options: { now, allowPrivate: false, fetching } };
}

describe('a feed', () => {
  it('is fetched, and the next time only if it changed', async () => {
    const { asked, options } = server({
      '/world.xml': { status: 200, headers: { etag: '"1"', 'last-modified': 'Mon' }, body: '<rss/>' },
    });
    const first = await lookAtFeed(feed, newFeed, options);
    expect(first.fetched).not.toBeNull();
    expect(first.state).toEqual({ etag: '"1"', modified: 'Mon', failures: 0, next: minutes(30) });
    await lookAtFeed(feed, first.state, options);
    expect(asked.at(-1)!.headers).toEqual({ 'if-none-match': '"1"', 'if-modified-since': 'Mon' });
  });

  it('that has not changed gives nothing', async () => {
    const { options } = server({ '/world.xml': { status: 304 } });
    const look = await lookAtFeed(feed, { ...newFeed, etag: '"1"' }, options);
    expect([look.fetched, look.problems, look.state.etag]).toEqual([null, [], '"1"']);
  });

  it('that robots.txt forbids is not asked for', async () => {
    const { asked, options } = server({
      '/robots.txt': { status: 200, body: 'User-agent: *\nDisallow: /world' },
      '/world.xml': { status: 200 },
    });
    const look = await lookAtFeed(feed, newFeed, options);
    expect(look.problems[0]!.code).toBe('robots');
    expect(asked.map(({ url }) => url)).toEqual(['https://example.org/robots.txt']);
  });

  it('whose rules cannot be read is left alone', async () => {
    const { asked, options } = server({ '/robots.txt': { status: 503 } });
    expect((await lookAtFeed(feed, newFeed, options)).fetched).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('that fails is asked less and less often, and a day later at most', async () => {
    const { options } = server({ '/world.xml': { status: 500 } });
    const once = await lookAtFeed(feed, newFeed, options);
    expect(once.state).toMatchObject({ failures: 1, next: minutes(60) });
    expect((await lookAtFeed(feed, once.state, options)).state).toMatchObject({
      failures: 2,
      next: minutes(120),
    });
    expect((await lookAtFeed(feed, { ...newFeed, failures: 30 }, options)).state.next).toBe(minutes(24 * 60));
  });

  it('is asked when its server says', async () => {
    const { options } = server({ '/world.xml': { status: 429, headers: { 'retry-after': '7200' } } });
    expect((await lookAtFeed(feed, newFeed, options)).state.next).toBe(minutes(120));
  });

  it.each([
    [{ feeds: [] }],
    [{ feeds: [{ url: 'file:///etc/passwd' }] }],
    [{ feeds: [{ url: 'https://example.org', every: 1 }] }],
  ])('file %j is refused', (raw) => {
    expect(feedsSchema.safeParse(raw).success).toBe(false);
  });
});

// Reads feeds again and again, politely: robots.txt is obeyed, what has not changed is not sent again (conditional
// requests), a server that fails is asked less and less often, and one server is never asked twice at once.
import { createRequire } from 'node:module';
import { z } from 'zod';
import { type FeedState, type Problem, ProblemError, problem } from '../../records/index.ts';
import { type Fetched, type FetchOptions, fetchUrl } from './fetch-url.ts';

// The package's types name a default export that its CommonJS file does not have.
const robotsParser = createRequire(import.meta.url)('robots-parser') as (
  url: string,
  text: string,
) => {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
};

export const feedSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: 'an address that begins with https:// is wanted' }),
  /** Minutes between two looks. */
  every: z.number().min(5).max(10_080).default(30).describe('minutes between two looks'),
});
export const feedsSchema = z.strictObject({ feeds: z.array(feedSchema).min(1) });
export type Feed = z.output<typeof feedSchema>;

export type FeedLook = {
  readonly fetched: Fetched | null;
  readonly state: FeedState;
  readonly problems: readonly Problem[];
};

const minute = 60_000;
const longestWait = 24 * 60 * minute;
export const newFeed: FeedState = { etag: null, modified: null, failures: 0, next: 0 };

export type Fetching = (url: string, options?: FetchOptions) => Promise<Fetched>;

/** Looks at a feed once. `fetched` is null when there is nothing new. */
export async function lookAtFeed(
  feed: Feed,
  state: FeedState,
  {
    now,
    allowPrivate,
    fetching = fetchUrl,
  }: { readonly now: number; readonly allowPrivate: boolean; readonly fetching?: Fetching },
): Promise<FeedLook> {
  const later = (failures: number, least = 0): FeedState => ({
    ...state,
    failures,
    next: now + Math.min(longestWait, Math.max(least, feed.every * minute * 2 ** failures)),
  });
  try {
    const rules = await readRobots(feed.url, allowPrivate, fetching);
    if (rules?.isAllowed(feed.url, 'Casus') === false)
      return {
        fetched: null,
        state: later(6),
        problems: [problem('robots', 'robots.txt does not allow it', feed.url)],
      };
    const crawlDelay = (rules?.getCrawlDelay('Casus') ?? 0) * 1000;
    const headers = {
      ...(state.etag !== null && { 'if-none-match': state.etag }),
      ...(state.modified !== null && { 'if-modified-since': state.modified }),
    };
    const fetched = await fetching(feed.url, { allowPrivate, headers });
    if (fetched.status === 304) return { fetched: null, state: later(0, crawlDelay), problems: [] };
    if (fetched.status >= 400) {
      const found = problem('fetch-failed', `the server answers ${fetched.status}`, feed.url);
      return { fetched: null, state: later(state.failures + 1, retryAfter(fetched, now)), problems: [found] };
    }
    const { etag = null, 'last-modified': modified = null } = fetched.headers;
    return { fetched, state: { ...later(0, crawlDelay), etag, modified }, problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { fetched: null, state: later(state.failures + 1), problems: error.problems };
  }
}

/** A server without rules allows all; one whose rules cannot be read (5xx) allows nothing for now (RFC 9309). */
async function readRobots(url: string, allowPrivate: boolean, fetching: Fetching) {
  const address = new URL('/robots.txt', url).href;
  const { status, bytes } = await fetching(address, { allowPrivate, largest: 512 * 1024 });
  if (status >= 500)
    throw new ProblemError([
      problem('robots', `robots.txt cannot be read: the server answers ${status}`, url),
    ]);
  return status >= 400 ? null : robotsParser(address, Buffer.from(bytes).toString('utf8'));
}

function retryAfter({ headers }: Fetched, now: number): number {
  const given = headers['retry-after'];
  if (given === undefined) return 0;
  const seconds = Number(given);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(given) - now;
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}

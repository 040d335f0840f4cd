// Follows the feeds that the desk's users added: one look after the other, each when it is due, and the outcome of the
// last look kept with the feed. How a look is made, and how politely, stands in feeds.ts.
import { randomUUID } from 'node:crypto';
import type { Phrases } from '../../read/index.ts';
import { type FollowedFeed, ProblemError, problem } from '../../records/index.ts';
import type { Store } from '../../store/store.ts';
import type { Broadcast } from './broadcast.ts';
import { type FeedLook, type Fetching, lookAtFeed, newFeed } from './feeds.ts';
import type { Fetched } from './fetch-url.ts';
import { readFile } from './ingest-sources.ts';
import type { Jobs } from './jobs.ts';

export type Follower = {
  /** Begins to look at what is due; a desk that only answers one command never does. */
  start(): void;
  add(feed: Pick<FollowedFeed, 'url' | 'every'>): Promise<FollowedFeed>;
  change(id: string, change: Partial<Pick<FollowedFeed, 'every' | 'paused'>>): Promise<FollowedFeed | null>;
  /** Makes a feed due now, even after failures, and resolves when it was looked at. */
  look(id: string): Promise<FollowedFeed | null>;
  remove(id: string): Promise<boolean>;
  close(): Promise<void>;
};
export type FollowerOptions = {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly broadcast: Broadcast;
  readonly allowPrivate: boolean;
  readonly phrases?: Phrases | undefined;
  readonly fetching?: Fetching;
  readonly now?: () => number;
};

const longestSleepMs = 60 * 60_000;
const mostFeeds = 500;

export function createFollower(options: FollowerOptions): Follower {
  const { store, jobs, broadcast, allowPrivate, phrases, fetching, now = Date.now } = options;
  let line: Promise<unknown> = Promise.resolve();
  let storing: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  let isStarted = false;
  let isClosed = false;

  const find = async (id: string): Promise<FollowedFeed | null> =>
    (await store.feeds()).find((feed) => feed.id === id) ?? null;

  const keep = async (feed: FollowedFeed): Promise<FollowedFeed> => {
    await store.saveFeed(feed);
    broadcast.tell({ type: 'feed', feed });
    return feed;
  };

  const lookOnce = async (id: string, isForced: boolean): Promise<FollowedFeed | null> => {
    const feed = await find(id);
    if (feed === null || isClosed || (!isForced && (feed.paused || feed.state.next > now()))) return feed;
    const look = await lookAtFeed(feed, feed.state, {
      now: now(),
      allowPrivate,
      ...(fetching !== undefined && { fetching }),
    });
    if (isClosed) return feed;
    const kept = keepLook(feed, look);
    storing = kept;
    return kept;
  };

  const keepLook = async (feed: FollowedFeed, look: FeedLook): Promise<FollowedFeed | null> => {
    const taken = look.fetched === null ? null : await take(look.fetched, feed);
    // It may have been paused or removed while its server was slow.
    const still = await find(feed.id);
    if (still === null) return null;
    const problems = [...look.problems, ...(taken?.problems ?? [])].slice(0, 20);
    const isFailed = look.problems.length > 0 || taken?.state === 'failed';
    return keep({
      ...still,
      // What was fetched and not stored is fetched again.
      state: taken?.state === 'failed' ? { ...still.state, next: look.state.next } : look.state,
      last: {
        at: new Date(now()).toISOString(),
        result: isFailed ? 'failed' : look.fetched === null ? 'same' : 'new',
        articles: taken?.articles.length ?? 0,
        events: taken?.events ?? 0,
        problems,
      },
    });
  };

  const take = ({ bytes, headers }: Fetched, { url }: FollowedFeed) => {
    const sources = readFile(bytes, { name: url, contentType: headers['content-type'] ?? null, phrases });
    return jobs.finished(jobs.start(sources, 1).id);
  };

  /** One look after the other, so that no server is asked twice at once. */
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  };

  const lookAtDue = async (): Promise<void> => {
    for (const { id } of await store.feeds()) await queue(() => lookOnce(id, false));
    await schedule();
  };

  const schedule = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!isStarted || isClosed) return;
    const waiting = (await store.feeds()).filter(({ paused }) => !paused);
    if (waiting.length === 0 || isClosed) return;
    const next = Math.min(...waiting.map(({ state }) => state.next));
    timer = setTimeout(
      () => void lookAtDue().catch(tellFault),
      Math.min(longestSleepMs, Math.max(1000, next - now())),
    );
    timer.unref();
  };

  return {
    start: () => {
      isStarted = true;
      void schedule().catch(tellFault);
    },
    add: async ({ url, every }) => {
      const feeds = await store.feeds();
      if (feeds.some((one) => one.url === url))
        throw new ProblemError([problem('bad-request', `${url} is followed already`)]);
      if (feeds.length >= mostFeeds)
        throw new ProblemError([
          problem('bad-request', `${mostFeeds} feeds are followed already`, null, 'remove one'),
        ]);
      const added = new Date(now()).toISOString();
      const feed = await keep({
        id: randomUUID(), url, every, paused: false, added, state: newFeed, last: null,
      }); // biome-ignore format: one row
      await schedule();
      return feed;
    },
    change: async (id, change) => {
      const feed = await find(id);
      if (feed === null) return null;
      const next = await keep({ ...feed, ...change });
      await schedule();
      return next;
    },
    look: async (id) => {
      const feed = await queue(() => lookOnce(id, true));
      await schedule();
      return feed;
    },
    remove: async (id) => {
      const isGone = await store.removeFeed(id);
      await schedule();
      return isGone;
    },
    close: async () => {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      // An answer that is still on its way is not waited for.
      await storing;
    },
  };
}

/** A fault of ours in the background: the terminal says what, and the desk goes on. */
function tellFault(error: unknown): void {
  process.stderr.write(`following feeds: ${error instanceof Error ? error.stack : String(error)}\n`);
}

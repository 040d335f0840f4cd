// `casus follow feeds.yaml`: keeps a store up to date with feeds, politely, until it is stopped.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import { parse } from 'yaml';
import {
  type FeedState,
  formatProblem,
  type Job,
  type Problem,
  ProblemError,
  problem,
} from '../../records/index.ts';
import { type Feed, feedsSchema, lookAtFeed, newFeed } from '../http/feeds.ts';
import { type Api, addStoreOption, openApi } from './api.ts';
import { plain } from './paint.ts';

const examples = `
A file of feeds:
  feeds:
    - url: https://example.org/world.xml
      every: 30        # minutes, at least 5

Examples:
  casus follow feeds.yaml
  casus follow feeds.yaml --once --store crisis.duckdb`;

type Flags = { store: string; once: boolean; allowPrivate: boolean };

export function addFollow(program: Command): void {
  addStoreOption(program.command('follow'))
    .description('keep a store up to date with feeds: robots.txt obeyed, conditional requests, backoff')
    .argument('<file>', 'a YAML file of feeds')
    .option('--once', 'look at each feed that is due, then end', false)
    .option('--allow-private', 'let addresses of private networks be fetched', false)
    .addHelpText('after', examples)
    .action(async (file: string, flags: Flags) => {
      const feeds = readFeeds(file);
      const stop = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
      await followAll(feeds, flags, stop.signal);
    });
}

function readFeeds(file: string): readonly Feed[] {
  let raw: unknown;
  try {
    raw = parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ProblemError(
      [problem('bad-feeds', `cannot be read: ${(cause as Error).message.split('\n')[0]}`, file)],
      { cause },
    );
  }
  const read = feedsSchema.safeParse(raw);
  if (read.success) return read.data.feeds;
  throw new ProblemError(
    read.error.issues.map(({ path, message }) =>
      problem('bad-feeds', `${path.join('.')}: ${message}`, file, 'see casus follow --help'),
    ),
  );
}

/** Until a store that another command has for a moment is tried again. */
const busyWaitMs = 60_000;

/** One feed after the other, so that no server is asked twice at once. */
async function followAll(feeds: readonly Feed[], flags: Flags, signal: AbortSignal): Promise<void> {
  const memory = `${resolve(flags.store)}.feeds.json`;
  const states = readStates(memory);
  while (!signal.aborted) {
    const due = feeds.filter(({ url }) => (states[url] ?? newFeed).next <= Date.now());
    await lookAtAll(due, states, memory, flags, signal);
    if (flags.once) return;
    const next = Math.min(...feeds.map(({ url }) => states[url]?.next ?? 0));
    await wait(Math.max(1000, next - Date.now()), null, { signal }).catch(() => undefined);
  }
}

/** The store is open only while there is something to put in, so that a desk or a command can have it in between. */
async function lookAtAll(
  due: readonly Feed[],
  states: Record<string, FeedState>,
  memory: string,
  { store, allowPrivate }: Flags,
  signal: AbortSignal,
): Promise<void> {
  let api: Api | null = null;
  try {
    for (const feed of due) {
      if (signal.aborted) return;
      const state = states[feed.url] ?? newFeed;
      const look = await lookAtFeed(feed, state, { now: Date.now(), allowPrivate });
      tell(look.problems);
      try {
        if (look.fetched !== null) {
          api ??= await openApi({ store, create: true });
          process.stderr.write(`${feed.url}: ${await send(look.fetched.bytes, feed, api)}\n`);
        }
        states[feed.url] = look.state;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        tell(error.problems);
        // What was fetched and not stored is fetched again.
        states[feed.url] = { ...state, next: Date.now() + busyWaitMs };
      }
      writeStates(memory, states);
    }
  } finally {
    await api?.close();
  }
}

async function send(bytes: Uint8Array, { url }: Feed, api: Api): Promise<string> {
  const query = new URLSearchParams({ name: url.slice(0, 300) });
  const { job } = await api.json<{ job: string }>(`/api/ingest/file?${query}`, {
    method: 'POST',
    body: bytes,
  });
  for (;;) {
    const { state, articles, events, problems } = await api.json<Job>(`/api/jobs/${job}`);
    if (state === 'done' || state === 'failed') {
      tell(problems);
      return `${articles.length} articles, ${events} new events`;
    }
    await wait(200);
  }
}

function tell(problems: readonly Problem[]): void {
  for (const one of problems) process.stderr.write(`problem ${plain(formatProblem(one))}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

function readStates(file: string): Record<string, FeedState> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, FeedState>;
  } catch {
    return {}; // the first run: every feed is due
  }
}

function writeStates(file: string, states: Readonly<Record<string, FeedState>>): void {
  writeFileSync(`${file}.draft`, JSON.stringify(states, null, 1));
  renameSync(`${file}.draft`, file);
}

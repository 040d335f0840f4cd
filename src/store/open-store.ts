// Opens a store: one DuckDB file that one process has at a time. See docs/store.md.
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type CasusRecord, ProblemError, problem } from '../records/index.ts';
import { openDatabase } from './database.ts';
import {
  addCorrection,
  deleteWatch,
  insertMatches,
  insertWatch,
  listCorrections,
  listMatches,
  listWatches,
} from './desk-notes.ts';
import { deleteFeed, deleteQuery, insertQuery, keepFeed, listFeeds, listQueries } from './desk-settings.ts';
import { lockFile, readLock, removeLock, writeLock } from './lock.ts';
import { readArticle, readArticles, readSources, readStories } from './read-articles.ts';
import { readCounts, readFacets } from './read-counts.ts';
import { readEvent, readEvents, streamEvents, streamRecords } from './read-events.ts';
import { areStale, readCommitments, readStatements, writeCommitments } from './read-words.ts';
import type { Store } from './store.ts';
import { exportEvents, exportRecords } from './write-parquet.ts';
import { addRecords, deriveEvents } from './write-records.ts';

const openHere = new Set<string>();

/**
 * Opens the store in the file `name`, which is made if there is none. Throws a Problem `store-busy` when another process has it.
 *
 *     const store = await openStore('casus.duckdb');
 *     await store.add([{ record: await code('Russia delivered missiles to Iran on Monday.') }]);
 */
export async function openStore(name: string): Promise<Store> {
  const file = resolve(name);
  const other = readLock(file);
  if (other !== null && other.pid !== process.pid) throw new ProblemError([busy(file, other.address)]);
  // The database's lock keeps processes apart, not two openings in one.
  if (openHere.has(file)) throw new ProblemError([busy(file, null)]);
  mkdirSync(dirname(file), { recursive: true });
  const database = await openDatabase(file, deriveEvents);
  openHere.add(file);
  writeLock(file, null, null);
  return {
    file,
    totals: async () => {
      const rows = await database.read(
        'select count(*)::integer as articles, coalesce(sum(events), 0)::integer as events from articles',
      );
      return { articles: rows[0]!.articles as number, events: rows[0]!.events as number };
    },
    events: (filter, paging = {}) => readEvents(database, filter, paging),
    event: (id) => readEvent(database, id),
    facets: (filter) => readFacets(database, filter),
    counts: (by, filter) => readCounts(database, by, filter),
    articles: (filter, paging = {}) => readArticles(database, filter, paging),
    article: (id) => readArticle(database, id),
    statements: (filter, paging = {}) => readStatements(database, filter, paging),
    commitments: (filter, paging = {}) => readCommitments(database, filter, paging),
    stories: (filter, paging = {}) => readStories(database, filter, paging),
    sources: (filter, paging = {}) => readSources(database, filter, paging),
    add: (records) => addRecords(database, records),
    version: async (article) => {
      const rows = await database.read('select coder, knowledge, model from articles where id = $1', [
        article,
      ]);
      return (rows[0] as CasusRecord['version'] | undefined) ?? null;
    },
    eachEvent: (filter) => streamEvents(database, filter),
    eachRecord: (filter = {}) => streamRecords(database, filter),
    commitmentsAreStale: () => areStale(database),
    saveCommitments: (commitments) => writeCommitments(database, commitments),
    correct: (correction) => addCorrection(database, correction),
    corrections: () => listCorrections(database),
    watches: () => listWatches(database),
    addWatch: (watch) => insertWatch(database, watch),
    removeWatch: (id) => deleteWatch(database, id),
    addMatches: (matches) => insertMatches(database, matches),
    matches: (watch, paging = {}) => listMatches(database, watch, paging),
    queries: () => listQueries(database),
    saveQuery: (query) => insertQuery(database, query),
    removeQuery: (id) => deleteQuery(database, id),
    feeds: () => listFeeds(database),
    saveFeed: (feed) => keepFeed(database, feed),
    removeFeed: (id) => deleteFeed(database, id),
    writeParquet: (target, filter, what = 'events') =>
      (what === 'events' ? exportEvents : exportRecords)(database, target, filter),
    announce: (address, token = null) => {
      writeLock(file, address, token);
    },
    close: async () => {
      await database.close();
      removeLock(file);
      openHere.delete(file);
    },
  };
}

function busy(file: string, address: string | null) {
  const where = address === null ? 'wait until it is done' : `its desk answers at ${address}`;
  return problem('store-busy', `another process has the store open (${lockFile(file)})`, file, where);
}

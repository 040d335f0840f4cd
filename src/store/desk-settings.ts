// What the desk's users set up: questions that are kept under a name, and feeds that are followed.
import { randomUUID } from 'node:crypto';
import type { FollowedFeed, SavedQuery } from '../records/index.ts';
import type { Database } from './database.ts';

export async function listQueries(database: Database): Promise<SavedQuery[]> {
  const rows = await database.read('select query from queries order by lower(name), id');
  return rows.map(({ query }) => JSON.parse(query as string) as SavedQuery);
}

/** Keeps a question; one that has the same name already gives way to it. */
export async function insertQuery(
  database: Database,
  given: Omit<SavedQuery, 'id' | 'saved'>,
): Promise<SavedQuery> {
  const query: SavedQuery = { id: randomUUID(), saved: new Date().toISOString(), ...given };
  await database.write(async (connection) => {
    await connection.run('delete from queries where name = $1', [query.name]);
    await connection.run('insert into queries values ($1, $2, $3)', [
      query.id,
      query.name,
      JSON.stringify(query),
    ]);
  });
  return query;
}

export function deleteQuery(database: Database, id: string): Promise<boolean> {
  return deleteFrom(database, 'queries', id);
}

export async function listFeeds(database: Database): Promise<FollowedFeed[]> {
  const rows = await database.read('select feed from feeds');
  const feeds = rows.map(({ feed }) => JSON.parse(feed as string) as FollowedFeed);
  return feeds.sort((one, other) => one.url.localeCompare(other.url));
}

/** Keeps a feed in place of what was known of it. */
export async function keepFeed(database: Database, feed: FollowedFeed): Promise<void> {
  await database.write(async (connection) => {
    await connection.run('delete from feeds where id = $1', [feed.id]);
    await connection.run('insert into feeds values ($1, $2)', [feed.id, JSON.stringify(feed)]);
  });
}

export function deleteFeed(database: Database, id: string): Promise<boolean> {
  return deleteFrom(database, 'feeds', id);
}

async function deleteFrom(database: Database, table: 'queries' | 'feeds', id: string): Promise<boolean> {
  return database.write(async (connection) => {
    const reader = await connection.runAndReadAll(`delete from ${table} where id = $1 returning id`, [id]);
    return reader.currentRowCount > 0;
  });
}

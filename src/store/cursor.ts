// Paging that stays put: the cursor is the last row's place in the order (day downwards, then id), not a number of rows.
import { ProblemError, problem } from '../records/index.ts';
import type { Page, Paging } from './store.ts';

/** Rows without a day come last. */
export const noDay = '0001-01-01';
export const defaultLimit = 50;
export const largestLimit = 1000;

export type Place = { readonly day: string; readonly id: string };

export function limitOf({ limit = defaultLimit }: Paging): number {
  return Math.max(1, Math.min(largestLimit, Math.floor(limit)));
}

export function writeCursor({ day, id }: Place): string {
  return Buffer.from(JSON.stringify([day, id])).toString('base64url');
}

export function readCursor(cursor: string | null | undefined): Place | null {
  if (cursor === null || cursor === undefined || cursor === '') return null;
  try {
    const [day, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof day === 'string' && typeof id === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day))
      return { day, id };
  } catch {
    // told below
  }
  throw new ProblemError([
    problem('bad-cursor', `"${cursor}" is no cursor`, null, 'use what `next` of the page before gave'),
  ]);
}

/** The condition for rows after the cursor, and its values, numbered from `first`. */
export function afterCursor(cursor: string | null | undefined, column: string, first: number) {
  const place = readCursor(cursor);
  if (place === null) return { sql: 'true', values: [] as string[] };
  const [at, id] = [`$${first}::date`, `$${first + 1}`];
  // Rows without a day come last; the plain column, not a coalesced one, lets DuckDB skip old row groups.
  const sql = `case when ${at} = date '${noDay}' then ${column} is null and id > ${id}
    else ${column} is null or ${column} < ${at} or (${column} = ${at} and id > ${id}) end`;
  return { sql: `(${sql})`, values: [place.day, place.id] };
}

/** Cuts the row that was read too many, which only tells that there are more. */
export function pageOf<Row extends Place, T>(
  rows: readonly Row[],
  limit: number,
  total: number,
  make: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(make),
    next: rows.length > limit && last !== undefined ? writeCursor(last) : null,
    total,
  };
}

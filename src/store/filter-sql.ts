// A filter as SQL conditions with bound values; nothing that a user writes ever becomes SQL.
import type { Filter } from './store.ts';
import { bothCases, bothWays, type Terms } from './terms.ts';

export type Where = { readonly sql: string; readonly values: readonly string[] };

/** Collects conditions and numbers their values. */
export function createWhere(): {
  add(condition: (mark: (value: string) => string) => string | null): void;
  done(): Where;
} {
  const parts: string[] = [];
  const values: string[] = [];
  const mark = (value: string): string => `$${values.push(value)}`;
  return {
    add: (condition) => {
      const sql = condition(mark);
      if (sql !== null) parts.push(sql);
    },
    done: () => ({ sql: parts.length === 0 ? 'true' : parts.join(' and '), values }),
  };
}

type Mark = (value: string) => string;

/** The condition over `events`; `terms` are those that `findTerms` gave for this filter. */
export function eventWhere(filter: Filter, terms: Terms): Where {
  const where = createWhere();
  const plain = (column: string, values: readonly string[] | undefined): void => {
    where.add(() => (isEmpty(values) ? null : among(column, terms.ids(values))));
  };
  const list = (column: string, values: readonly string[] | undefined): void => {
    where.add(() => (isEmpty(values) ? null : sharesAny(column, terms.ids(values))));
  };
  const { article, story, place, party, auxiliary } = filter;
  where.add((mark) => inArticles('id', article, mark));
  where.add((mark) => inArticles('story', story, mark));
  plain('source', filter.source);
  plain('type', filter.type);
  plain('quad', filter.quad);
  plain('mode', filter.mode);
  plain('country', filter.country);
  where.add(() => (isEmpty(place) ? null : among('place', terms.idsInAnyCase(place))));
  list('contexts', filter.context);
  list('items', filter.item);
  where.add(() => (auxiliary?.includes('none') ? 'len(auxiliary) = 0' : null));
  list(
    'auxiliary',
    auxiliary?.filter((one) => one !== 'none'),
  );
  list('actors', filter.actor?.flatMap(bothCases));
  list('recipients', filter.recipient?.flatMap(bothCases));
  where.add(() => {
    if (isEmpty(party)) return null;
    const ids = terms.ids(party.flatMap(bothCases));
    return `(${sharesAny('actors', ids)} or ${sharesAny('recipients', ids)})`;
  });
  list('dyads', filter.dyad?.flatMap(bothWays));
  addDays(where, 'date', filter);
  addWords(where, filter.q);
  return where.done();
}

function isEmpty(values: readonly string[] | undefined): values is undefined {
  return values === undefined || values.length === 0;
}

function inArticles(
  column: 'id' | 'story',
  values: readonly string[] | undefined,
  mark: Mark,
): string | null {
  const condition = oneOf(column, values, mark);
  return condition === null ? null : `seq in (select seq from articles where ${condition})`;
}

/** Numbers of terms are the store's own, so they stand in the SQL; none of them means that nothing is found. */
function among(column: string, ids: readonly number[]): string {
  return ids.length === 0 ? 'false' : `${column} in (${ids.join(', ')})`;
}

function sharesAny(column: string, ids: readonly number[]): string {
  if (ids.length === 0) return 'false';
  // Several `list_contains` are faster than `list_has_any`, as long as they are few.
  if (ids.length > 8) return `list_has_any(${column}, [${ids.join(', ')}])`;
  return `(${ids.map((id) => `list_contains(${column}, ${id})`).join(' or ')})`;
}

export function oneOf(column: string, values: readonly string[] | undefined, mark: Mark): string | null {
  if (values === undefined || values.length === 0) return null;
  return `${column} in (${values.map(mark).join(', ')})`;
}

export function anyIn(column: string, values: readonly string[] | undefined, mark: Mark): string | null {
  if (values === undefined || values.length === 0) return null;
  // Several `list_contains` are three times as fast as `list_has_any`, as long as they are few.
  if (values.length > 8) return `list_has_any(${column}, [${values.map(mark).join(', ')}])`;
  return `(${values.map((value) => `list_contains(${column}, ${mark(value)})`).join(' or ')})`;
}

export function addDays(where: ReturnType<typeof createWhere>, column: string, { from, to }: Filter): void {
  where.add((mark) => (from === undefined ? null : `${column} >= ${mark(from)}::date`));
  where.add((mark) => (to === undefined ? null : `${column} <= ${mark(to)}::date`));
}

export function addWords(where: ReturnType<typeof createWhere>, q: string | undefined): void {
  for (const word of (q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 20))
    where.add((mark) => `contains(words, ${mark(word)})`);
}

// A filter as SQL conditions with bound values; nothing that a user writes ever becomes SQL.
import type { Filter } from './store.ts';

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

export function eventWhere(filter: Filter): Where {
  const where = createWhere();
  const plain = (column: string, values: readonly string[] | undefined): void => {
    where.add((mark) => oneOf(column, values, mark));
  };
  const list = (column: string, values: readonly string[] | undefined): void => {
    where.add((mark) => anyIn(column, values, mark));
  };
  plain('article', filter.article);
  plain('story', filter.story);
  plain('source', filter.source);
  plain('type', filter.type);
  plain('quad', filter.quad);
  plain('mode', filter.mode);
  plain('country', filter.country);
  list('contexts', filter.context);
  list('items', filter.item);
  where.add(() => (filter.auxiliary?.includes('none') ? 'len(auxiliary) = 0' : null));
  list(
    'auxiliary',
    filter.auxiliary?.filter((one) => one !== 'none'),
  );
  list('actors', filter.actor?.flatMap(bothCases));
  list('recipients', filter.recipient?.flatMap(bothCases));
  where.add((mark) => {
    const keys = filter.party?.flatMap(bothCases);
    const actor = anyIn('actors', keys, mark);
    return actor === null ? null : `(${actor} or ${anyIn('recipients', keys, mark)})`;
  });
  list('dyads', filter.dyad?.flatMap(bothWays));
  addDays(where, 'date', filter);
  addWords(where, filter.q);
  return where.done();
}

/** Names are kept in small letters, codes as they are. */
export function bothCases(text: string): string[] {
  return [...new Set([text, text.toLowerCase()])];
}

/** Both directions of a dyad; a hyphen may belong to a name, so each is tried as the one between. */
function bothWays(dyad: string): string[] {
  const parts = dyad.split('-');
  const turned = parts
    .slice(1)
    .map((_, at) => `${parts.slice(at + 1).join('-')}-${parts.slice(0, at + 1).join('-')}`);
  return [...new Set([dyad, ...turned])];
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

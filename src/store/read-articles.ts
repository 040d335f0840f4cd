// Articles, the stories they make up, their sources, and one article whole with its history.
import type { CasusRecord } from '../records/index.ts';
import { defaultLimit, largestLimit } from './cursor.ts';
import type { Database, Row } from './database.ts';
import { addDays, createWhere, eventWhere, oneOf, type Where } from './filter-sql.ts';
import { readPage } from './read-page.ts';
import type {
  ArticleRow,
  ArticleVersion,
  Correction,
  Filter,
  Page,
  Paging,
  SourceRow,
  StoredArticle,
  StoryRow,
} from './store.ts';
import { findTerms, type Terms } from './terms.ts';

const columns = `title, published::varchar as published, source, url, story, events, statements, commitments, problems`;

export async function readArticles(
  database: Database,
  filter: Filter,
  paging: Paging,
): Promise<Page<ArticleRow>> {
  const page = await readPage(
    database,
    {
      from: 'articles',
      columns,
      day: 'published',
      where: articleWhere(filter, await findTerms(database, filter)),
    },
    paging,
  );
  const items = page.items.map((row) => {
    const { day: _day, ...article } = row;
    return article as unknown as ArticleRow;
  });
  return { ...page, items };
}

/** Articles by their own columns; by what is in their events where the filter speaks of events. */
export function articleWhere(filter: Filter, terms: Terms): Where {
  const { article, story, source, from, to, q, speaker: _s, status: _t, kind: _k, ...ofEvents } = filter;
  const where = createWhere();
  where.add((mark) => oneOf('id', article, mark));
  where.add((mark) => oneOf('story', story, mark));
  where.add((mark) => oneOf('source', source, mark));
  addDays(where, 'published', { ...(from && { from }), ...(to && { to }) });
  where.add((mark) => {
    if (q === undefined || q.trim() === '') return null;
    const inTitle = q
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => `contains(words, ${mark(word)})`);
    return `(${inTitle.join(' and ')} or seq in (${inEvents({ q }, terms, mark)}))`;
  });
  if (Object.keys(ofEvents).length > 0) where.add((mark) => `seq in (${inEvents(ofEvents, terms, mark)})`);
  return where.done();
}

function inEvents(filter: Filter, terms: Terms, mark: (value: string) => string): string {
  const { sql, values } = eventWhere(filter, terms);
  const marks = values.map(mark);
  return `select seq from events where ${sql.replace(/\$(\d+)/g, (_, number: string) => marks[Number(number) - 1]!)}`;
}

export async function readArticle(database: Database, id: string): Promise<StoredArticle | null> {
  const heads = await database.read(
    'select seq::varchar as seq, story, coder, knowledge, model, coded::varchar as coded from articles where id = $1',
    [id],
  );
  const head = heads[0];
  if (head === undefined) return null;
  const [records, corrections, history] = await Promise.all([
    database.read(`select record from records where seq = ${head.seq as string}`),
    database.read(
      `select correction from corrections where event in (select id from events where seq = ${head.seq as string}) order by made`,
    ),
    database.read(
      'select coder, knowledge, model, coded::varchar as coded from history where id = $1 order by replaced desc',
      [id],
    ),
  ]);
  if (records[0] === undefined) return readArticle(database, id); // coded again between the reads
  return {
    ...(JSON.parse(records[0].record as string) as CasusRecord),
    story: head.story as string,
    corrections: corrections.map(({ correction }) => JSON.parse(correction as string) as Correction),
    versions: [versionOf(head, true), ...history.map((row) => versionOf(row, false))],
  };
}

function versionOf({ coder, knowledge, model, coded }: Row, current: boolean): ArticleVersion {
  return { coder, knowledge, model, coded, current } as unknown as ArticleVersion;
}

/** Stories of the filter's articles, the latest first. */
export async function readStories(
  database: Database,
  filter: Filter,
  paging: Paging,
): Promise<Page<StoryRow>> {
  return readGroups(
    database,
    'story',
    `story, arg_min(title, coalesce(published, date '9999-01-01')) as title, count(*)::integer as articles,
     list_distinct(list(source) filter (source is not null)) as sources, min(published)::varchar as "from",
     max(published)::varchar as "to", sum(events)::integer as events`,
    `max(published) desc nulls last, story`,
    articleWhere(filter, await findTerms(database, filter)),
    paging,
  );
}

/** Sources of the filter's articles, the busiest first. */
export async function readSources(
  database: Database,
  filter: Filter,
  paging: Paging,
): Promise<Page<SourceRow>> {
  return readGroups(
    database,
    'source',
    `source, count(*)::integer as articles, sum(events)::integer as events, min(published)::varchar as "from",
     max(published)::varchar as "to"`,
    'count(*) desc, source',
    articleWhere(filter, await findTerms(database, filter)),
    paging,
  );
}

/** Groups have no day of their own, so their cursor is a number of rows. */
async function readGroups<T>(
  database: Database,
  key: string,
  wanted: string,
  order: string,
  where: Where,
  paging: Paging,
): Promise<Page<T>> {
  const limit = Math.max(1, Math.min(largestLimit, paging.limit ?? defaultLimit));
  const skip = Math.max(0, Number.parseInt(paging.cursor ?? '0', 10) || 0);
  const [rows, totals] = await Promise.all([
    database.read(
      `select ${wanted} from articles where ${where.sql} and ${key} is not null group by ${key}
       order by ${order} limit ${limit + 1} offset ${skip}`,
      where.values,
    ),
    database.read(
      `select count(distinct ${key})::integer as total from articles where ${where.sql}`,
      where.values,
    ),
  ]);
  return {
    items: rows.slice(0, limit) as unknown as T[],
    next: rows.length > limit ? String(skip + limit) : null,
    total: totals[0]!.total as number,
  };
}

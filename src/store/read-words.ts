// Statements and commitments as they are asked for, and the commitments as tracking left them.
import { listValue } from '@duckdb/node-api';
import type { Statement } from '../records/index.ts';
import type { Database } from './database.ts';
import { dateValue, partyKeys } from './event-columns.ts';
import { addDays, addWords, anyIn, createWhere, oneOf } from './filter-sql.ts';
import { headOf, readPage, readRecords } from './read-page.ts';
import type { ArticleHead, CommitmentRow, Filter, Page, Paging, StatementRow } from './store.ts';
import { bothCases } from './terms.ts';
import { append } from './write-records.ts';

export async function readStatements(
  database: Database,
  filter: Filter,
  paging: Paging,
): Promise<Page<StatementRow>> {
  const where = createWhere();
  where.add((mark) => oneOf('article', filter.article, mark));
  where.add((mark) => oneOf('story', filter.story, mark));
  where.add((mark) => oneOf('source', filter.source, mark));
  where.add((mark) => oneOf('kind', filter.kind, mark));
  where.add((mark) =>
    anyIn('speaker', [...(filter.speaker ?? []), ...(filter.party ?? [])].flatMap(bothCases), mark),
  );
  addDays(where, 'date', filter);
  addWords(where, filter.q);
  const page = await readPage(
    database,
    { from: 'statements', columns: 'seq::varchar as seq, n', day: 'date', where: where.done() },
    paging,
  );
  const records = await readRecords(database, page.items);
  const items = page.items.flatMap(({ seq, n }) => {
    const record = records.get(seq as string);
    const statement: Statement | undefined = record?.statements[n as number];
    return record === undefined || statement === undefined ? [] : [{ ...statement, article: headOf(record) }];
  });
  return { ...page, items };
}

export async function readCommitments(
  database: Database,
  filter: Filter,
  paging: Paging,
): Promise<Page<CommitmentRow>> {
  const where = createWhere();
  where.add((mark) => oneOf('article', filter.article, mark));
  where.add((mark) => oneOf('kind', filter.kind, mark));
  where.add((mark) => oneOf('status', filter.status, mark));
  where.add((mark) => anyIn('makers', filter.actor?.flatMap(bothCases), mark));
  where.add((mark) => anyIn('others', filter.recipient?.flatMap(bothCases), mark));
  where.add((mark) => {
    const keys = filter.party?.flatMap(bothCases);
    const maker = anyIn('makers', keys, mark);
    return maker === null ? null : `(${maker} or ${anyIn('others', keys, mark)})`;
  });
  addDays(where, 'made', filter);
  addWords(where, filter.q);
  const page = await readPage(
    database,
    { from: 'commitments', columns: 'article, commitment', day: 'made', where: where.done() },
    paging,
  );
  const heads = await readHeads(
    database,
    page.items.map(({ article }) => article as string),
  );
  const items = page.items.map(({ article, commitment }) => ({
    ...(JSON.parse(commitment as string) as Omit<CommitmentRow, 'article'>),
    article: heads.get(article as string)!,
  }));
  return { ...page, items };
}

async function readHeads(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ArticleHead>> {
  if (ids.length === 0) return new Map();
  const rows = await database.read(
    `select id, title, published::varchar as published, source, url from articles
     where id in (${ids.map((_, at) => `$${at + 1}`).join(', ')})`,
    ids,
  );
  return new Map(rows.map((row) => [row.id as string, row as unknown as ArticleHead]));
}

/** True when records came in since the commitments were saved. */
export async function areStale(database: Database): Promise<boolean> {
  const rows = await database.read(
    "select key, value::varchar as value from meta where key in ('revision', 'commitments')",
  );
  return new Set(rows.map(({ value }) => value)).size > 1;
}

/** Puts these in place of what was there: tracking looks at the whole store. */
export async function writeCommitments(
  database: Database,
  commitments: readonly Omit<CommitmentRow, 'article'>[],
): Promise<void> {
  await database.write(async (connection) => {
    await connection.run('delete from commitments');
    const rows = commitments.map((one) => [
      one.id, one.sources[0]?.document ?? '', dateValue(one.made), one.kind, one.status, listValue(partyKeys(one.by)),
      listValue(partyKeys(one.to)), `${one.condition?.text ?? ''}\n${one.consequence.text}`.toLowerCase(),
      JSON.stringify(one),
    ]); // biome-ignore format: one row
    await append(connection, 'commitments', rows);
    await connection.run(
      "update meta set value = (select value from meta where key = 'revision') where key = 'commitments'",
    );
  });
}

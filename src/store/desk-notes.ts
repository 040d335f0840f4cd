// What analysts write beside the machine's record: corrections, kept with their reason, and watches with what they found.
import { randomUUID } from 'node:crypto';
import { limitOf } from './cursor.ts';
import type { Database } from './database.ts';
import { toEvents } from './read-events.ts';
import type { Correction, MatchRow, Page, Paging, Watch, WatchMatch } from './store.ts';

export async function addCorrection(
  database: Database,
  given: Omit<Correction, 'id' | 'made'>,
): Promise<Correction> {
  const correction: Correction = { id: randomUUID(), made: new Date().toISOString(), ...given };
  await database.write((connection) =>
    connection.run('insert into corrections values ($1, $2, $3::timestamp, $4)', [
      correction.id,
      correction.event,
      correction.made,
      JSON.stringify(correction),
    ]),
  );
  return correction;
}

export async function listCorrections(database: Database): Promise<Correction[]> {
  const rows = await database.read('select correction from corrections order by made, id');
  return rows.map(({ correction }) => JSON.parse(correction as string) as Correction);
}

export async function listWatches(database: Database): Promise<Watch[]> {
  const rows = await database.read(
    `select id, name, pattern, strftime(created, '%Y-%m-%dT%H:%M:%SZ') as created from watches order by watches.created, id`,
  );
  return rows as unknown as Watch[];
}

export async function insertWatch(
  database: Database,
  { name, pattern }: Pick<Watch, 'name' | 'pattern'>,
): Promise<Watch> {
  const watch: Watch = { id: randomUUID(), name, pattern, created: new Date().toISOString() };
  await database.write((connection) =>
    connection.run('insert into watches values ($1, $2, $3, $4::timestamp)', [
      watch.id,
      watch.name,
      watch.pattern,
      watch.created,
    ]),
  );
  return watch;
}

export async function deleteWatch(database: Database, id: string): Promise<boolean> {
  return database.write(async (connection) => {
    await connection.run('delete from matches where watch = $1', [id]);
    const reader = await connection.runAndReadAll('delete from watches where id = $1 returning id', [id]);
    return reader.currentRowCount > 0;
  });
}

/** Keeps matches; those that were kept before are left out, so that coding again tells nobody twice. */
export async function insertMatches(
  database: Database,
  matches: readonly Omit<WatchMatch, 'at'>[],
): Promise<WatchMatch[]> {
  if (matches.length === 0) return [];
  const at = new Date().toISOString();
  return database.write(async (connection) => {
    const fresh: WatchMatch[] = [];
    for (const { watch, event, article, tell } of matches) {
      const reader = await connection.runAndReadAll(
        `insert into matches select $1, $2, $3, $4, $5::timestamp
         where not exists (select 1 from matches where watch = $1 and event = $2) returning event`,
        [watch, event, article, tell, at],
      );
      if (reader.currentRowCount > 0) fresh.push({ watch, event, article, tell, at });
    }
    return fresh;
  });
}

/** What a watch found, the newest first. */
export async function listMatches(
  database: Database,
  watch: string,
  paging: Paging,
): Promise<Page<MatchRow>> {
  const limit = limitOf(paging);
  const skip = Math.max(0, Number.parseInt(paging.cursor ?? '0', 10) || 0);
  const [rows, totals] = await Promise.all([
    database.read(
      `select m.watch, m.event, m.article, m.tell, strftime(m.told, '%Y-%m-%dT%H:%M:%SZ') as told,
         e.seq::varchar as seq, e.n, m.event as id
       from matches m left join events e on e.id = m.event where m.watch = $1
       order by m.told desc, m.event limit ${limit + 1} offset ${skip}`,
      [watch],
    ),
    database.read('select count(*)::integer as total from matches where watch = $1', [watch]),
  ]);
  const shown = rows.slice(0, limit);
  const events = await toEvents(
    database,
    shown.filter(({ seq }) => seq !== null),
  );
  const byId = new Map(events.map((event) => [event.id, event]));
  return {
    items: shown.map((row) => ({
      watch: row.watch as string,
      article: row.article as string,
      tell: row.tell as string,
      at: row.told as string,
      event: byId.get(row.event as string) ?? null,
    })),
    next: rows.length > limit ? String(skip + limit) : null,
    total: totals[0]!.total as number,
  };
}

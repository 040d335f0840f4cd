// Events as Parquet, with lists as lists, as R, pandas and Spark read them.
import type { Database } from './database.ts';
import { eventWhere } from './filter-sql.ts';
import type { Filter } from './store.ts';

/** Writes the file whole; the path is the program's own, never a user's words. */
export async function exportParquet(database: Database, file: string, filter: Filter): Promise<void> {
  const { sql, values } = eventWhere(filter);
  await database.read(
    `copy (
       select e.id, e.date, e.type, e.mode, e.cameo, e.quad, e.score, e.contexts, e.items, e.auxiliary,
         json_extract_string(r.record, '$.events[' || e.n || '].actors[*].name') as actor_names,
         json_extract_string(r.record, '$.events[' || e.n || '].actors[*].country') as actor_countries,
         json_extract_string(r.record, '$.events[' || e.n || '].recipients[*].name') as recipient_names,
         json_extract_string(r.record, '$.events[' || e.n || '].recipients[*].country') as recipient_countries,
         e.dyads, e.country as place_country,
         json_extract_string(r.record, '$.events[' || e.n || '].evidence.text') as evidence,
         json_extract(r.record, '$.events[' || e.n || '].evidence.start')::integer as evidence_start,
         json_extract(r.record, '$.events[' || e.n || '].evidence.end')::integer as evidence_end,
         e.confidence, e.article, a.title, a.published, a.source, a.url, e.story, a.coder, a.knowledge, a.model,
         json_extract(r.record, '$.events[' || e.n || ']')::varchar as event
       from (select * from events where ${sql}) e join records r using (seq) join articles a using (seq)
       order by e.date, e.id
     ) to '${file.replaceAll("'", "''")}' (format parquet, compression zstd)`,
    values,
  );
}

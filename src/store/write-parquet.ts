// Events as Parquet, with lists as lists, as R, pandas and Spark read them.
import type { Database } from './database.ts';
import { eventWhere } from './filter-sql.ts';
import type { Filter } from './store.ts';

/** Writes the file whole; the path is the program's own, never a user's words. */
export async function exportParquet(database: Database, file: string, filter: Filter): Promise<void> {
  const { sql, values } = eventWhere(filter);
  await database.read(
    `copy (
       select id, date, type, mode, cameo, quad, score, contexts, items, auxiliary,
         json_extract_string(event, '$.actors[*].name') as actor_names,
         json_extract_string(event, '$.actors[*].country') as actor_countries,
         json_extract_string(event, '$.recipients[*].name') as recipient_names,
         json_extract_string(event, '$.recipients[*].country') as recipient_countries,
         dyads, country as place_country, json_extract_string(event, '$.evidence.text') as evidence,
         json_extract(event, '$.evidence.start')::integer as evidence_start,
         json_extract(event, '$.evidence.end')::integer as evidence_end,
         confidence, article, title, published, source, url, story, coder, knowledge, model,
         event::varchar as event
       from (
         select e.*, a.title, a.published, a.url, a.coder, a.knowledge, a.model,
           json_extract(r.record, '$.events[' || e.n || ']') as event
         from (select * from events where ${sql}) e
           join records r using (seq) join articles a using (seq)
       ) order by date, id
     ) to '${file.replaceAll("'", "''")}' (format parquet, compression zstd)`,
    values,
  );
}

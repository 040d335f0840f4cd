// Events as Parquet, with lists as lists, as R, pandas and Spark read them.
import type { Database } from './database.ts';
import { eventWhere } from './filter-sql.ts';
import type { Filter } from './store.ts';
import { findTerms } from './terms.ts';

/** Writes the file whole; the path is the program's own, never a user's words. */
export async function exportParquet(database: Database, file: string, filter: Filter): Promise<void> {
  const { sql, values } = eventWhere(filter, await findTerms(database, filter));
  await database.read(
    `copy (
       select v.id, v.date, v.type, v.mode, v.cameo, v.quad, v.score, v.contexts, v.items, v.auxiliary,
         json_extract_string(event, '$.actors[*].name') as actor_names,
         json_extract_string(event, '$.actors[*].country') as actor_countries,
         json_extract_string(event, '$.recipients[*].name') as recipient_names,
         json_extract_string(event, '$.recipients[*].country') as recipient_countries,
         v.dyads, v.country as place_country, json_extract_string(event, '$.evidence.text') as evidence,
         json_extract(event, '$.evidence.start')::integer as evidence_start,
         json_extract(event, '$.evidence.end')::integer as evidence_end,
         v.confidence, v.article, a.title, a.published, a.source, a.url, a.story, a.coder, a.knowledge, a.model,
         event::varchar as event
       from (
         select r.seq, e.n, json_extract(r.record, '$.events[' || e.n || ']') as event
         from (select seq, n from events where ${sql}) e join records r using (seq)
       ) w join readable_events v using (seq, n) join articles a using (seq) order by v.date, v.id
     ) to '${file.replaceAll("'", "''")}' (format parquet, compression zstd)`,
    values,
  );
}

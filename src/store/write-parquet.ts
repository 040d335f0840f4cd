// Events, or whole records, as Parquet, with lists as lists, as R, pandas and Spark read them.
import type { Database } from './database.ts';
import { eventWhere } from './filter-sql.ts';
import { articleWhere } from './read-articles.ts';
import type { Filter } from './store.ts';
import { findTerms } from './terms.ts';

/** Writes the events of a filter; the path is the program's own, never a user's words. */
export async function exportEvents(database: Database, file: string, filter: Filter): Promise<void> {
  const { sql, values } = eventWhere(filter, await findTerms(database, filter));
  await database.read(
    `copy (
       select v.id, v.date, v.type, v.mode, v.cameo, v.quad, v.score, v.contexts, v.items, v.auxiliary,
         json_extract_string(event, '$.actors[*].name') as actor_names,
         json_extract_string(event, '$.actors[*].country') as actor_countries,
         json_extract_string(event, '$.recipients[*].name') as recipient_names,
         json_extract_string(event, '$.recipients[*].country') as recipient_countries,
         v.dyads, json_extract_string(event, '$.place.text') as place, v.country as place_country,
         json_extract(event, '$.place.latitude')::double as latitude,
         json_extract(event, '$.place.longitude')::double as longitude, json_extract_string(event, '$.evidence.text') as evidence,
         json_extract(event, '$.evidence.start')::integer as evidence_start,
         json_extract(event, '$.evidence.end')::integer as evidence_end,
         json_extract_string(event, '$.statement') is not null as claimed,
         exists (from corrections c where c.event = v.id) as corrected,
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

/** Writes the whole records of a filter's articles, one a row as JSON, which `casus ingest` reads again. */
export async function exportRecords(database: Database, file: string, filter: Filter): Promise<void> {
  const { sql, values } = articleWhere(filter, await findTerms(database, filter));
  await database.read(
    `copy (
       select a.id, a.published, a.title, a.source, a.url, a.story, a.coder, a.knowledge, a.model, r.record
       from (select * from articles where ${sql}) a join records r using (seq) order by a.published, a.id
     ) to '${file.replaceAll("'", "''")}' (format parquet, compression zstd)`,
    values,
  );
}

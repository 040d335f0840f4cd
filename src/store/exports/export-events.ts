// Events in the layouts that others read. Lines come one after the other, in constant memory but for the tables that
// are sums (dyads, GraphML).
import { createCsv, csvColumns } from './csv.ts';
import { writeDyads, writeGraphml } from './dyads.ts';
import { createFollowTheMoney } from './follow-the-money.ts';
import { createGdelt, createGdeltMentions } from './gdelt.ts';
import { createIcews, icewsColumns } from './icews.ts';
import { createPhoenix, phoenixColumns } from './phoenix.ts';
import { writePlover } from './plover.ts';
import { createPolecat, polecatColumns } from './polecat.ts';
import { commaLine, type ExportEvent, type ExportOptions, tabLine } from './rows.ts';

export const exportFormats = [
  'csv',
  'jsonl',
  'parquet',
  'plover',
  'polecat',
  'icews',
  'phoenix',
  'gdelt',
  'gdelt-mentions',
  'dyad-month',
  'dyad-year',
  'graphml',
  'ftm',
  'records',
  'records-parquet',
] as const;
export type ExportFormat = (typeof exportFormats)[number];
/** Layouts of events that are text. */
export type EventFormat = Exclude<ExportFormat, 'parquet' | 'records' | 'records-parquet'>;

/** How a format's file is called and what it is. */
export const exportFiles: Record<ExportFormat, { readonly name: string; readonly type: string }> = {
  csv: { name: 'events.csv', type: 'text/csv; charset=utf-8' },
  jsonl: { name: 'events.jsonl', type: 'application/x-ndjson' },
  parquet: { name: 'events.parquet', type: 'application/vnd.apache.parquet' },
  plover: { name: 'plover.jsonl', type: 'application/x-ndjson' },
  polecat: { name: 'polecat.txt', type: 'text/tab-separated-values; charset=utf-8' },
  icews: { name: 'icews.tab', type: 'text/tab-separated-values; charset=utf-8' },
  phoenix: { name: 'phoenix.txt', type: 'text/tab-separated-values; charset=utf-8' },
  gdelt: { name: 'gdelt.export.CSV', type: 'text/tab-separated-values; charset=utf-8' },
  'gdelt-mentions': { name: 'gdelt.mentions.CSV', type: 'text/tab-separated-values; charset=utf-8' },
  'dyad-month': { name: 'dyad-month.csv', type: 'text/csv; charset=utf-8' },
  'dyad-year': { name: 'dyad-year.csv', type: 'text/csv; charset=utf-8' },
  graphml: { name: 'events.graphml', type: 'application/graphml+xml' },
  ftm: { name: 'events.ftm.json', type: 'application/x-ndjson' },
  records: { name: 'records.jsonl', type: 'application/x-ndjson' },
  'records-parquet': { name: 'records.parquet', type: 'application/vnd.apache.parquet' },
};

/** The text of an export in portions; Parquet is no text and goes through `Store.writeParquet`, records through `eachRecord`. */
export async function* exportEvents(
  events: AsyncIterable<ExportEvent>,
  format: EventFormat,
  options: ExportOptions,
): AsyncGenerator<string> {
  if (format === 'dyad-month') yield* writeDyads(events, 'month', options);
  else if (format === 'dyad-year') yield* writeDyads(events, 'year', options);
  else if (format === 'graphml') yield* writeGraphml(events, options);
  else {
    const { head, write } = lineWriter(format, options);
    yield head;
    for await (const event of events) yield write(event);
  }
}

type Lines = { readonly head: string; readonly write: (event: ExportEvent) => string };

function lineWriter(
  format: Exclude<EventFormat, 'dyad-month' | 'dyad-year' | 'graphml'>,
  options: ExportOptions,
): Lines {
  switch (format) {
    case 'csv':
      return { head: commaLine(csvColumns), write: createCsv(options) };
    case 'jsonl':
      return {
        head: '',
        write: ({ document: _, coder: _c, told: _t, ...event }) => `${JSON.stringify(event)}\n`,
      };
    case 'plover':
      return { head: '', write: writePlover };
    case 'polecat':
      return { head: tabLine(polecatColumns), write: createPolecat(options) };
    case 'icews':
      return { head: tabLine(icewsColumns), write: createIcews(options) };
    case 'phoenix':
      return { head: tabLine(phoenixColumns), write: createPhoenix(options) };
    case 'gdelt':
      return { head: '', write: createGdelt(options) };
    case 'gdelt-mentions':
      return { head: '', write: createGdeltMentions(options) };
    case 'ftm':
      return { head: '', write: createFollowTheMoney(options) };
  }
}

// Our own table: a row an event or a pair, with its words, their place and the reason, so that each row can be checked.
import { pairsOf, type Side } from './pairs.ts';
import { commaLine, dateOf, type ExportEvent, type ExportOptions, join } from './rows.ts';

export const csvColumns = [
  'id', 'date', 'date_to', 'date_basis', 'type', 'mode', 'cameo', 'quad', 'score', 'contexts', 'auxiliary', 'actors',
  'actor_countries', 'actor_sectors', 'actor_cow', 'recipients', 'recipient_countries', 'recipient_sectors',
  'recipient_cow', 'items', 'item_categories', 'place', 'place_country', 'latitude', 'longitude', 'geonames', 'evidence',
  'evidence_start', 'evidence_end', 'trigger', 'claimed', 'confidence', 'because', 'corrected', 'article', 'title',
  'published', 'source', 'url', 'coder',
] as const; // biome-ignore format: a table

export function createCsv({ codes, explode, dyads }: ExportOptions): (event: ExportEvent) => string {
  const side = (parties: Side): string[] => [
    join(parties.map(({ name }) => name)),
    join(parties.map(({ country }) => country)),
    join([...new Set(parties.flatMap(({ sectors }) => sectors))]),
    join(parties.map(({ country }) => (country === null ? null : codes.state(country)?.cow?.number))),
  ];
  return (event) =>
    pairsOf(event, explode, dyads.mutual)
      .map(({ id, actors, recipients }) => {
        const { place, article, evidence, when, correction } = event;
        return commaLine([
          id, dateOf(event) ?? '', when?.to ?? '', when?.basis ?? '', event.type, event.mode ?? '', event.cameo,
          event.quad, event.score, join(event.contexts), join(event.auxiliary), ...side(actors), ...side(recipients),
          join(event.items.map(({ text }) => text)), join(event.items.map(({ category }) => category)),
          place?.text ?? '', place?.country ?? '', place?.latitude ?? '', place?.longitude ?? '', place?.geonames ?? '',
          evidence.text, evidence.start, evidence.end, event.trigger.text, event.statement === null ? 0 : 1,
          event.confidence, event.because.join(' | '),
          correction === null ? '' : correction.reject ? 'rejected' : 'corrected', article.id, article.title ?? '',
          article.published ?? '', article.source ?? '', article.url ?? '', event.coder,
        ]); // biome-ignore format: a row
      })
      .join('');
}

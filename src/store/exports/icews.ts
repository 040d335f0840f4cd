// ICEWS' twenty columns, tab-separated with a header. Its event ids repeat in the published data; ours do not.
import { pairsOf, type Side } from './pairs.ts';
import { dateOf, type ExportEvent, type ExportOptions, join, sentenceNumber, tabLine } from './rows.ts';

export const icewsColumns = [
  'Event ID', 'Event Date', 'Source Name', 'Source Sectors', 'Source Country', 'Event Text', 'CAMEO Code', 'Intensity',
  'Target Name', 'Target Sectors', 'Target Country', 'Story ID', 'Sentence Number', 'Publisher', 'City', 'District',
  'Province', 'Country', 'Latitude', 'Longitude',
] as const; // biome-ignore format: a table

export function createIcews({ codes, explode, dyads }: ExportOptions): (event: ExportEvent) => string {
  const stateName = (code: string | null): string => (code === null ? '' : (codes.name(code) ?? code));
  const side = (parties: Side): string[] => [
    join(parties.map(({ name }) => name)),
    join([...new Set(parties.flatMap(({ sectors }) => sectors))]),
    join(parties.map(({ country }) => stateName(country))),
  ];
  return (event) =>
    pairsOf(event, explode, dyads.mutual)
      .map(({ id, actors, recipients }) => {
        const { place } = event;
        return tabLine([
          id, dateOf(event) ?? '', ...side(actors), codes.cameo(event.cameo) ?? event.type, event.cameo, event.score,
          ...side(recipients), event.article.id, sentenceNumber(event.document, event.evidence.start),
          event.article.source ?? '', place !== null && place.geonames !== null ? place.text : '', '', '',
          stateName(place?.country ?? null), place?.latitude ?? '', place?.longitude ?? '',
        ]); // biome-ignore format: a row
      })
      .join('');
}

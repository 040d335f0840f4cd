import { pairsOf, type Side } from './pairs.ts';
import { dateOf, type ExportEvent, type ExportOptions, join, tabLine } from './rows.ts';

const sideColumns = (side: 'Actor' | 'Recipient'): string[] => [
  `${side} Name`, `${side} Country`, `${side} COW`, `Primary ${side} Sector`, `${side} Sectors`, `${side} Title`,
  `${side} Name Raw`, `Wikipedia ${side} ID`,
]; // biome-ignore format: a table
export const polecatColumns: readonly string[] = [
  'Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Intensity', 'Quad Code', 'Contexts', ...sideColumns('Actor'),
  ...sideColumns('Recipient'), 'Placename', 'City', 'District', 'Province', 'Country', 'Latitude', 'Longitude',
  'GeoNames ID', 'Raw Placename', 'Feature Type', 'Source', 'Publication Date', 'Story People', 'Story Organizations',
  'Story Locations', 'Language', 'Version',
]; // biome-ignore format: a table

const none = 'None';

export function createPolecat({ codes, explode, dyads }: ExportOptions): (event: ExportEvent) => string {
  const side = (parties: Side): string[] => [
    join(
      parties.map(({ name }) => name),
      none,
    ),
    join(
      parties.map(({ country }) => country),
      none,
    ),
    join(
      parties.map(({ country }) => (country === null ? null : codes.state(country)?.cow?.number)),
      none,
    ),
    parties[0]?.sectors[0] ?? none,
    join([...new Set(parties.flatMap(({ sectors }) => sectors))], none),
    none,
    join(
      parties.map(({ text }) => text),
      none,
    ),
    none,
  ];
  return (event) =>
    pairsOf(event, explode, dyads.mutual)
      .map(({ id, actors, recipients }) => {
        const { place, article, document } = event;
        return tabLine([
          id, dateOf(event) ?? none, event.type, event.mode ?? none, event.score,
          event.quad.replace('-', ' ').toUpperCase(), join(event.contexts, none), ...side(actors), ...side(recipients),
          place?.text ?? none, place !== null && place.geonames !== null ? place.text : none, none, none,
          place?.country ?? none, place?.latitude ?? none, place?.longitude ?? none, place?.geonames ?? none,
          place?.text ?? none, none, article.source ?? none, article.published ?? none, none, none, none,
          document.language ?? none, event.coder,
        ]); // biome-ignore format: a row
      })
      .join('');
}

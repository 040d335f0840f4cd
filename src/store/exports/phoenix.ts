// The 26 columns of the Phoenix data, which PETRARCH's coders write: tab-separated; here with a header.
import type { Party } from '../../records/index.ts';
import { cameoDyads } from './cameo-dyads.ts';
import {
  cameoActor,
  compact,
  createNumbers,
  dateOf,
  type ExportEvent,
  type ExportOptions,
  sentenceNumber,
  tabLine,
} from './rows.ts';

const sideColumns = (side: 'Source' | 'Target'): string[] =>
  ['Full', 'Entity', 'Role', 'Attribute'].map((part) => `${side}Actor${part}`);
export const phoenixColumns: readonly string[] = [
  'EventID', 'Date', 'Year', 'Month', 'Day', ...sideColumns('Source'), ...sideColumns('Target'), 'EventCode',
  'EventRootCode', 'PentaClass', 'GoldsteinScore', 'Issues', 'Lat', 'Lon', 'LocationName', 'StateName', 'CountryCode',
  'SentenceID', 'URLs', 'NewsSources',
]; // biome-ignore format: a table

/** Statements and appeals, verbal and material cooperation, verbal and material conflict. */
function pentaClass(cameo: string): number {
  const root = Number(cameo.slice(0, 2));
  return [2, 5, 8, 13].filter((last) => root > last).length;
}

export function createPhoenix({ codes, dyads }: ExportOptions): (event: ExportEvent) => string {
  const number = createNumbers();
  const { country, group, code } = cameoActor(codes);
  const side = (party: Party): string[] => [
    code(party) || '---',
    country(party) || group(party) || '---',
    party.sectors[0] ?? '',
    party.sectors.slice(1).join(';'),
  ];
  return (event) => {
    const { place, article, document } = event;
    const day = compact(dateOf(event));
    return cameoDyads(event, event.told, dyads)
      .map(
        ({ id, actor, recipient, cameo }) =>
        tabLine([
          number(id), day, day.slice(0, 4), day.slice(4, 6), day.slice(6, 8), ...side(actor), ...side(recipient), cameo,
          cameo.slice(0, 2), pentaClass(cameo), codes.goldstein(cameo) ?? '', event.contexts.join(';'),
          place?.latitude ?? '', place?.longitude ?? '', place?.text ?? '', '', place?.country ?? '',
          `${article.id}_${sentenceNumber(document, event.evidence.start)}`, article.url ?? '', article.source ?? '',
        ]), // biome-ignore format: a row
      )
      .join('');
  };
}

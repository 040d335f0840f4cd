import { pairsOf, type Side } from './pairs.ts';
import {
  cameoActor,
  compact,
  createNumbers,
  dateOf,
  type ExportEvent,
  type ExportOptions,
  isInLead,
  join,
  sentenceNumber,
  tabLine,
} from './rows.ts';

const actorColumns = (side: 1 | 2): string[] =>
  [
    'Code',
    'Name',
    'CountryCode',
    'KnownGroupCode',
    'EthnicCode',
    'Religion1Code',
    'Religion2Code',
    'Type1Code',
    'Type2Code',
    'Type3Code',
  ].map((name) => `Actor${side}${name}`);
const placeColumns = (whose: string): string[] =>
  ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID'].map(
    (name) => `${whose}Geo_${name}`,
  );

export const gdeltColumns: readonly string[] = [
  'GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate', ...actorColumns(1), ...actorColumns(2), 'IsRootEvent',
  'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale', 'NumMentions', 'NumSources', 'NumArticles',
  'AvgTone', ...placeColumns('Actor1'), ...placeColumns('Actor2'), ...placeColumns('Action'), 'DATEADDED', 'SOURCEURL',
]; // biome-ignore format: a table
export const gdeltMentionColumns: readonly string[] = [
  'GLOBALEVENTID', 'EventTimeDate', 'MentionTimeDate', 'MentionType', 'MentionSourceName', 'MentionIdentifier',
  'SentenceID', 'Actor1CharOffset', 'Actor2CharOffset', 'ActionCharOffset', 'InRawText', 'Confidence', 'MentionDocLen',
  'MentionDocTone', 'MentionDocTranslationInfo', 'Extras',
]; // biome-ignore format: a table

const noPlace = ['0', '', '', '', '', '', '', ''];

export function createGdelt({ codes, explode, dyads }: ExportOptions): (event: ExportEvent) => string {
  const number = createNumbers();
  const actor = (side: Side): string[] => {
    const { country, group, code } = cameoActor(codes);
    const sectors = [...new Set(side.flatMap((party) => party.sectors))];
    return [
      join(side.map(code)),
      join(side.map(({ name }) => name.toUpperCase())),
      join(side.map(country)),
      join(side.map(group)),
      '', '', '',
      ...[0, 1, 2].map((at) => sectors[at] ?? ''),
    ]; // biome-ignore format: ethnic and religious codes are not coded
  };
  const place = ({ place: found }: ExportEvent): (string | number)[] => {
    if (found === null) return noPlace;
    const fips = found.country === null ? '' : (codes.state(found.country)?.fips ?? '');
    const type = found.geonames === null ? 1 : found.country === 'USA' ? 3 : 4;
    // Of a city, the first level below the country is not coded.
    return [
      type,
      found.text,
      fips,
      type === 1 ? fips : '',
      '',
      found.latitude ?? '',
      found.longitude ?? '',
      '',
    ];
  };
  return (event) =>
    pairsOf(event, explode, dyads.mutual)
      .map(({ id, actors, recipients }) => {
        const date = dateOf(event);
        return tabLine([
          number(id), compact(date), compact(date).slice(0, 6), (date ?? '').slice(0, 4), fractionDate(date),
          ...actor(actors), ...actor(recipients), isInLead(event) ? 1 : 0, event.cameo, event.cameo.slice(0, 3),
          event.cameo.slice(0, 2), codes.quadClass(event.cameo) ?? '', codes.goldstein(event.cameo) ?? '', 1 + event.mentions.length, 1, 1, '',
          ...noPlace, ...noPlace, ...place(event), recorded(event),
          event.article.url ?? event.article.source ?? '',
        ]); // biome-ignore format: a row
      })
      .join('');
}

export function createGdeltMentions({ explode, dyads }: ExportOptions): (event: ExportEvent) => string {
  const number = createNumbers();
  return (event) =>
    pairsOf(event, explode, dyads.mutual)
      .flatMap(({ id, actors, recipients }) =>
        [event.evidence, ...event.mentions].map((mention, at) => {
          const own = at === 0; // the parties' offsets belong to the first mention
          return tabLine([
            number(id), recorded(event), recorded(event), event.article.url === null ? 2 : 1,
            sourceName(event), event.article.url ?? event.article.id,
            sentenceNumber(event.document, mention.start), own ? (actors[0]?.start ?? -1) : -1,
            own ? (recipients[0]?.start ?? -1) : -1, own ? event.trigger.start : mention.start, 1,
            Math.round(event.confidence * 100), event.document.text.length, '', '', '',
          ]); // biome-ignore format: a row
        }),
      )
      .join('');
}

/** 2014-02-18 is 2014.1315, as in the published files: whole months of 30 days before this one. */
function fractionDate(date: string | null): string {
  if (date === null) return '';
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return (year + ((month - 1) * 30 + day) / 365).toFixed(4);
}

function stamp(date: string | null): string {
  return date === null ? '' : `${compact(date)}000000`;
}

/** When the event came into the data, which both tables tell: with its article. */
function recorded(event: ExportEvent): string {
  return stamp(event.article.published ?? dateOf(event));
}

/** Of a page on the web its host, as GDELT has it. */
function sourceName({ article: { url, source } }: ExportEvent): string {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : (source ?? '');
}

// The layouts of others, against column lists typed from their documentation: GDELT 2.0, POLECAT, ICEWS, Phoenix.
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../../src/open.ts';
import type { Event, Party } from '../../src/records/index.ts';
import { type EventFormat, exportEvents } from '../../src/store/exports/export-events.ts';
import { gdeltColumns, gdeltMentionColumns } from '../../src/store/exports/gdelt.ts';
import type { Codes, ExportEvent } from '../../src/store/exports/rows.ts';
import { event, party, record } from './make-record.ts';

const published = {
  gdelt: `GLOBALEVENTID, SQLDATE, MonthYear, Year, FractionDate, Actor1Code, Actor1Name, Actor1CountryCode, Actor1KnownGroupCode, Actor1EthnicCode, Actor1Religion1Code, Actor1Religion2Code, Actor1Type1Code, Actor1Type2Code, Actor1Type3Code, Actor2Code, Actor2Name, Actor2CountryCode, Actor2KnownGroupCode, Actor2EthnicCode, Actor2Religion1Code, Actor2Religion2Code, Actor2Type1Code, Actor2Type2Code, Actor2Type3Code, IsRootEvent, EventCode, EventBaseCode, EventRootCode, QuadClass, GoldsteinScale, NumMentions, NumSources, NumArticles, AvgTone, Actor1Geo_Type, Actor1Geo_FullName, Actor1Geo_CountryCode, Actor1Geo_ADM1Code, Actor1Geo_ADM2Code, Actor1Geo_Lat, Actor1Geo_Long, Actor1Geo_FeatureID, Actor2Geo_Type, Actor2Geo_FullName, Actor2Geo_CountryCode, Actor2Geo_ADM1Code, Actor2Geo_ADM2Code, Actor2Geo_Lat, Actor2Geo_Long, Actor2Geo_FeatureID, ActionGeo_Type, ActionGeo_FullName, ActionGeo_CountryCode, ActionGeo_ADM1Code, ActionGeo_ADM2Code, ActionGeo_Lat, ActionGeo_Long, ActionGeo_FeatureID, DATEADDED, SOURCEURL`,
  mentions: `GLOBALEVENTID, EventTimeDate, MentionTimeDate, MentionType, MentionSourceName, MentionIdentifier, SentenceID, Actor1CharOffset, Actor2CharOffset, ActionCharOffset, InRawText, Confidence, MentionDocLen, MentionDocTone, MentionDocTranslationInfo, Extras`,
  polecat: `Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country, Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, Wikipedia Actor ID, Recipient Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors, Recipient Title, Recipient Name Raw, Wikipedia Recipient ID, Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw Placename, Feature Type, Source, Publication Date, Story People, Story Organizations, Story Locations, Language, Version`,
  icews: `Event ID, Event Date, Source Name, Source Sectors, Source Country, Event Text, CAMEO Code, Intensity, Target Name, Target Sectors, Target Country, Story ID, Sentence Number, Publisher, City, District, Province, Country, Latitude, Longitude`,
  phoenix: `EventID, Date, Year, Month, Day, SourceActorFull, SourceActorEntity, SourceActorRole, SourceActorAttribute, TargetActorFull, TargetActorEntity, TargetActorRole, TargetActorAttribute, EventCode, EventRootCode, PentaClass, GoldsteinScore, Issues, Lat, Lon, LocationName, StateName, CountryCode, SentenceID, URLs, NewsSources`,
};
const columns = (list: string): string[] => list.split(', ');

/** Codes that differ from each other, so that none can stand in for another. */
const known: Record<string, ReturnType<Codes['state']>> = {
  DEU: { name: 'Germany', iso2: 'DE', fips: 'GM', cameo: 'DEU', cow: { number: 255, abbreviation: 'GMY' } },
  ROU: { name: 'Romania', iso2: 'RO', fips: 'RO', cameo: 'ROM', cow: { number: 360, abbreviation: 'ROM' } },
  CHN: { name: 'China', iso2: 'CN', fips: 'CH', cameo: 'CHN', cow: { number: 710, abbreviation: 'CHN' } },
};
const codes: Codes = {
  state: (code) => known[code] ?? null,
  name: (code) => known[code]?.name ?? (code === 'EUN' ? 'European Union' : null),
  group: (code) => (code === 'EUN' ? 'EEC' : null),
  cameo: (code) => (code === '070' ? 'Provide aid, not specified' : null),
  goldstein: () => 7,
  quadClass: () => 2,
};

const aid = event('e1', {
  actors: [party('Olaf Scholz', 'DEU', ['GOV']), party('China', 'CHN')],
  recipients: [party('Romania', 'ROU')],
  mentions: [{ text: 'gave', start: 20, end: 24 }],
  place: { text: 'Sibiu', country: 'ROU', latitude: 45.8, longitude: 24.15, geonames: 667268 },
});
const talks = event('e2', {
  type: 'CONSULT',
  actors: [party('Germany', 'DEU'), party('China', 'CHN')],
  recipients: [],
});
const march = event('e3', {
  type: 'PROTEST',
  actors: [party('Germany', 'DEU'), party('China', 'CHN')],
  recipients: [],
});

const { dyads } = openKnowledge().events;
async function write(
  format: EventFormat,
  events: Event[],
  explode = true,
  told: ExportEvent['told'] = null,
): Promise<string> {
  const { document, version } = record('a1', events);
  const { id, title, published: date, source, url } = document;
  const article = { id, title, published: date, source, url };
  const rows = async function* (): AsyncGenerator<ExportEvent> {
    for (const one of events)
      yield { ...one, article, correction: null, document, coder: version.coder, told };
  };
  let text = '';
  for await (const part of exportEvents(rows(), format, { codes, explode, dyads })) text += part;
  return text;
}
const table = (text: string): string[][] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));

describe('GDELT', () => {
  it('has 61 columns as published, FIPS for places and CAMEO for actors', async () => {
    expect(gdeltColumns).toEqual(columns(published.gdelt));
    expect(gdeltColumns).toHaveLength(61);
    const rows = table(await write('gdelt', [aid]));
    expect(rows.map((row) => row.length)).toEqual([61, 61]);
    const cell = (row: number, name: string): string => rows[row]![gdeltColumns.indexOf(name)]!;
    expect(
      [
        'SQLDATE',
        'MonthYear',
        'Year',
        'Actor1CountryCode',
        'Actor1Code',
        'Actor1Type1Code',
        'Actor2CountryCode',
        'ActionGeo_CountryCode',
        'EventCode',
        'EventRootCode',
        'QuadClass',
        'NumMentions',
        'DATEADDED',
        'ActionGeo_FeatureID',
        'ActionGeo_Type',
        'ActionGeo_ADM1Code',
        'GoldsteinScale',
      ].map((name) => cell(0, name)),
    ).toEqual([
      '20240620',
      '202406',
      '2024',
      'DEU',
      'DEUGOV',
      'GOV',
      'ROM',
      'RO',
      '070',
      '07',
      '2',
      '2',
      '20240620000000',
      '',
      '4',
      '', // below the country nothing is coded
      '7',
    ]);
    expect(cell(1, 'Actor1CountryCode')).toBe('CHN');
    expect(cell(0, 'FractionDate')).toBe('2024.4658');
    expect(new Set(rows.map(([id]) => id)).size).toBe(2);
    expect(Number.isSafeInteger(Number(rows[0]![0]))).toBe(true);
  });

  it('has 16 columns of mentions, one row each, that point to the events', async () => {
    expect(gdeltMentionColumns).toEqual(columns(published.mentions));
    const mentions = table(await write('gdelt-mentions', [aid]));
    expect(mentions.map((row) => row.length)).toEqual([16, 16, 16, 16]);
    const events = table(await write('gdelt', [aid]));
    expect(new Set(mentions.map(([id]) => id))).toEqual(new Set(events.map(([id]) => id)));
    // EventTimeDate is the event's DATEADDED, not the day on which it happened.
    const past = event('e7', { when: { from: '2001-09-11', to: '2001-09-11', text: '', basis: 'stated' } });
    const added = table(await write('gdelt', [past]))[0]![gdeltColumns.indexOf('DATEADDED')];
    expect(table(await write('gdelt-mentions', [past]))[0]!.slice(1, 3)).toEqual([added, added]);
  });
});

describe('POLECAT', () => {
  it('has 40 columns and COW numbers', async () => {
    const [head, row] = table(await write('polecat', [aid], false));
    expect(head).toEqual(columns(published.polecat));
    expect(head).toHaveLength(40);
    expect(row).toHaveLength(40);
    const cell = (name: string): string => row![head!.indexOf(name)]!;
    expect(
      [
        'Event Date',
        'Actor Name',
        'Actor Country',
        'Actor COW',
        'Recipient COW',
        'GeoNames ID',
        'Event Mode',
      ].map(cell),
    ).toEqual(['2024-06-20', 'Olaf Scholz;China', 'DEU;CHN', '255;710', '360', '667268', 'None']);
  });
});

describe('ICEWS', () => {
  it('has 20 columns and ids that are unique', async () => {
    const [head, ...rows] = table(await write('icews', [aid, talks]));
    expect(head).toEqual(columns(published.icews));
    expect(head).toHaveLength(20);
    expect(rows.map((row) => row.length)).toEqual([20, 20, 20, 20]);
    expect(new Set(rows.map(([id]) => id)).size).toBe(4);
    expect(rows[0]![5]).toBe('Provide aid, not specified');
  });
});

describe('Phoenix', () => {
  const strike = event('e4', {
    type: 'ASSAULT',
    cameo: '195',
    actors: [party('Romania', 'ROU', ['MIL'])],
    recipients: [party('China', 'CHN')],
  });
  const says = (speaker: Party, cue = 'said'): ExportEvent['told'] => ({
    speaker,
    cue: { text: cue, start: 0, end: cue.length },
  });
  const rows = async (one: Event, told: ExportEvent['told'] = null): Promise<string[]> =>
    table(await write('phoenix', [one], true, told))
      .slice(1)
      .map((row) => [row[5], row[9], row[13], row[15]].join(' '));

  it('has 26 columns, and only rows with two sides', async () => {
    const [head, ...found] = table(await write('phoenix', [aid, talks, march]));
    expect(head).toEqual(columns(published.phoenix));
    expect(head).toHaveLength(26);
    expect(found.map((row) => row.length)).toEqual([26, 26, 26, 26]);
    expect(found.map((row) => [row[5], row[9], row[15]].join(' '))).toEqual([
      'DEUGOV ROM 2',
      'CHN ROM 2',
      'DEU CHN 2',
      'CHN DEU 2',
    ]);
  });

  it('leaves out what was denied or supposed', async () => {
    expect(await rows({ ...strike, auxiliary: ['negation'] })).toEqual([]);
    expect(await rows({ ...strike, auxiliary: ['hypothetical'] })).toEqual([]);
    expect(await rows({ ...strike, auxiliary: ['historical'] })).toEqual(['ROMMIL CHN 195 4']);
  });

  it('makes a hostile deed told by another side a charge, one told by a witness not', async () => {
    expect(await rows(strike, says(party('Olaf Scholz', 'DEU', ['GOV'])))).toEqual(['DEUGOV ROMMIL 1123 3']);
    expect(await rows(strike, says(party('medics', null, ['HLH'])))).toEqual(['ROMMIL CHN 195 4']);
    expect(await rows(strike, says(party('Klaus Iohannis', 'ROU', ['GOV'])))).toEqual(['ROMMIL CHN 195 4']);
    expect(await rows(aid, says(party('Peru', 'PER')))).toEqual(['DEUGOV ROM 070 2', 'CHN ROM 070 2']);
  });

  it('knows a deed that its doer claims', async () => {
    expect(await rows(strike, says(party('Romania', 'ROU'), 'claimed responsibility'))).toEqual([
      'ROMMIL CHN 015 0',
    ]);
  });
});

it('organisations have their names, and their known group in GDELT', async () => {
  const bloc = event('e8', { actors: [party('Josep Borrell', 'EUN', ['IGO'])] });
  expect(table(await write('icews', [bloc]))[1]![4]).toBe('European Union');
  expect(await write('graphml', [bloc])).toContain('<node id="EUN"><data key="name">European Union</data>');
  const row = table(await write('gdelt', [bloc]))[0]!;
  expect([row[5], row[7], row[8]]).toEqual(['EEC', '', 'EEC']);
});

describe('events between several', () => {
  it('go both ways, a protest neither', async () => {
    const sides = async (one: Event): Promise<string[]> =>
      table(await write('icews', [one]))
        .slice(1)
        .map((row) => `${row[2]} > ${row[8]}`);
    expect(await sides(talks)).toEqual(['Germany > China', 'China > Germany']);
    expect(await sides(march)).toEqual(['Germany > ', 'China > ']);
    // Two who refuse the same refuse each other nothing.
    expect(await sides({ ...talks, type: 'REJECT' })).toEqual(['Germany > ', 'China > ']);
  });
});

describe('other layouts', () => {
  it('PLOVER lines have what the manual wants', async () => {
    const line = JSON.parse(await write('plover', [aid])) as Record<string, unknown>;
    for (const key of ['id', 'date', 'actor', 'event']) expect(line[key]).toBeTruthy();
    expect(line).toMatchObject({
      event: 'AID',
      recipient: [{ code: 'ROU' }],
      event_loc: { geonameid: 667268 },
      text_info: { start: 0, end: 33 },
    });
  });

  it('dyad tables sum directed pairs of states with COW codes', async () => {
    const [head, ...rows] = (
      await write('dyad-month', [aid, talks, event('e4', { ...aid, id: 'e4', auxiliary: ['negation'] })])
    )
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(rows.map((row) => [row[0], row[1], row[4], row[5], row[6], row[7], row[8]])).toEqual([
      ['710', '255', 'CHN', 'DEU', '2024', '6', '1'],
      ['710', '360', 'CHN', 'ROU', '2024', '6', '1'],
      ['255', '710', 'DEU', 'CHN', '2024', '6', '1'],
      ['255', '360', 'DEU', 'ROU', '2024', '6', '1'],
    ]);
    expect(rows.every((row) => row.length === head!.length)).toBe(true);
    expect((await write('dyad-year', [aid])).split('\r\n')[0]).not.toContain('month');
  });

  it('CSV quotes what needs it and disarms formulas', async () => {
    const text = await write(
      'csv',
      [{ ...aid, evidence: { text: '=HYPERLINK("x"), he said', start: 0, end: 24 } }],
      false,
    );
    expect(text).toContain(`"'=HYPERLINK(""x""), he said"`);
  });

  it('GraphML is well-formed whatever the names are', async () => {
    const text = await write('graphml', [event('e5', { actors: [party('A & B <"x">\u0001', null)] })]);
    expect(text).toContain('A &#38; B &#60;&#34;x&#34;&#62;');
    expect(text).not.toContain('\u0001');
  });

  it('FollowTheMoney tells each party once', async () => {
    const lines = (await write('ftm', [aid, talks]))
      .trimEnd()
      .split('\n')
      .map(
        (line) => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> },
      );
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(lines.find(({ schema }) => schema === 'Event')!.properties.involved).toHaveLength(1);
    expect(lines.flatMap(({ properties }) => properties.country ?? [])).toContain('de');
  });
});

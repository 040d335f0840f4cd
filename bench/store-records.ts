// Records made by rule for measuring: the same number gives the same article, over ten years, forty states and all types.
import { randomFrom } from '../eval/random.ts';
import { type CasusRecord, type Event, eventTypes, type Party, quads } from '../src/records/index.ts';

export const states =
  'RUS UKR CHN USA IRN ISR IND PAK TUR FRA DEU GBR JPN KOR PRK SAU YEM SYR IRQ EGY ETH SDN SOM NGA ZAF BRA ARG VEN COL MEX POL ROU HUN SRB GRC ITA ESP SWE FIN NOR'.split(
    ' ',
  );
const contexts = ['military', 'diplomatic', 'economic', 'territory', 'human_rights', 'intelligence'];
const categories = ['missile', 'ammunition', 'aircraft', 'oil', 'grain', 'medicine'];
const goods = ['missiles', 'shells', 'aircraft', 'oil', 'grain', 'medicine'];
const places = ['UKR', 'SYR', 'YEM', 'CHE', null, null];
const filler =
  'The ministry gave no further details, and officials in the capital declined to comment on the report. '.repeat(
    18,
  );

export function syntheticRecords(from: number, count: number, perArticle: number): CasusRecord[] {
  return Array.from({ length: count }, (_, at) => syntheticRecord(from + at, perArticle));
}

function syntheticRecord(number: number, perArticle: number): CasusRecord {
  const random = randomFrom(number + 1);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() ** 1.7 * values.length)]!;
  const published = new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 3650) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const sentences: string[] = [];
  let length = 0;
  const events = Array.from({ length: perArticle }, (_, n): Event => {
    const [one, other, kind] = [pick(states), pick(states), Math.floor(random() * goods.length)];
    const text = `${one} delivered ${goods[kind]} to ${other} in round ${number}-${n}, officials said.`;
    const start = length;
    sentences.push(text);
    length += text.length + 1;
    const span = { text, start, end: start + text.length };
    const party = (code: string): Party => ({
      text: code,
      start,
      end: start + 3,
      name: code,
      country: code,
      sectors: random() < 0.5 ? ['GOV'] : [],
      wikidata: null,
      basis: 'stated',
    });
    const place = pick(places);
    return {
      id: `e${number}-${n}`,
      type: pick(eventTypes),
      mode: null,
      contexts: random() < 0.6 ? [pick(contexts)] : [],
      cameo: '070',
      quad: pick(quads),
      score: Math.round(random() * 200 - 100) / 10,
      actors: [party(one)],
      recipients: [party(other)],
      items: random() < 0.3 ? [{ ...span, category: categories[kind]! }] : [],
      auxiliary: random() < 0.15 ? ['future'] : [],
      when: { from: published, to: published, text: '', basis: 'published' },
      place:
        place === null ? null : { text: place, country: place, latitude: 50, longitude: 30, geonames: 1 },
      responseTo: [],
      trigger: { text: 'delivered', start: start + 4, end: start + 13 },
      evidence: span,
      mentions: [],
      statement: null,
      confidence: 0.9,
      because: ['act aid.supply ("A supply R with X")'],
    };
  });
  const text = `${sentences.join(' ')}\n\n${filler}`;
  return {
    casus: 1,
    version: { coder: 'bench', knowledge: 'bench', model: 'bench' },
    document: {
      id: `article-${number}`,
      url: `https://example.org/${number}`,
      source: `Source ${number % 60}`,
      title: `Article ${number}`,
      published,
      language: 'en',
      text,
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    },
    events,
    statements: [],
    commitments: [],
    findings: [],
    problems: [],
  };
}

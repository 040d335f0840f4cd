// Tables a row a pair of states and month or year, with COW and ISO codes; and the same pairs as a GraphML network.
import { eventTypes, quads } from '../../records/index.ts';
import { partyKey } from '../event-columns.ts';
import { pairsOf } from './pairs.ts';
import { commaLine, dateOf, type ExportEvent, type ExportOptions } from './rows.ts';

export const dyadColumns = (unit: 'month' | 'year'): string[] => [
  'cow1', 'cow2', 'cowabb1', 'cowabb2', 'country1', 'country2', 'year', ...(unit === 'month' ? ['month'] : []),
  'events', ...quads.map((quad) => quad.replace('-', '_')), ...eventTypes.map((type) => type.toLowerCase()), 'mean_score',
]; // biome-ignore format: a table

type Tally = { events: number; score: number; readonly kinds: Map<string, number> };

/** Directed pairs of states; what did not happen (negated, hypothetical, future) is not counted. */
export async function* writeDyads(
  events: AsyncIterable<ExportEvent>,
  unit: 'month' | 'year',
  { codes, dyads }: ExportOptions,
): AsyncGenerator<string> {
  const tallies = new Map<string, Tally>();
  for await (const event of events) {
    const date = dateOf(event);
    if (date === null || event.auxiliary.some((one) => one !== 'historical') || event.correction?.reject)
      continue;
    const time = date.slice(0, unit === 'month' ? 7 : 4);
    const pairs = new Set(
      pairsOf(event, true, dyads.mutual).map(
        ({ actors, recipients }) => `${actors[0]?.country ?? ''} ${recipients[0]?.country ?? ''}`,
      ),
    );
    for (const pair of pairs) {
      const [one = '', other = ''] = pair.split(' ');
      if (one === other || codes.state(one) === null || codes.state(other) === null) continue;
      count(tallies, `${pair} ${time}`, event);
    }
  }
  yield commaLine(dyadColumns(unit));
  for (const [key, tally] of [...tallies].sort(([first], [second]) => (first < second ? -1 : 1))) {
    const [one, other, time] = key.split(' ') as [string, string, string];
    const [cow1, cow2] = [codes.state(one)?.cow ?? null, codes.state(other)?.cow ?? null];
    yield commaLine([
      cow1?.number ?? '', cow2?.number ?? '', cow1?.abbreviation ?? '', cow2?.abbreviation ?? '', one, other,
      ...time.split('-').map(Number), tally.events, ...quads.map((quad) => tally.kinds.get(quad) ?? 0),
      ...eventTypes.map((type) => tally.kinds.get(type) ?? 0), Number((tally.score / tally.events).toFixed(4)),
    ]); // biome-ignore format: a row
  }
}

function count(tallies: Map<string, Tally>, key: string, { score, quad, type }: ExportEvent): void {
  const tally = tallies.get(key) ?? { events: 0, score: 0, kinds: new Map<string, number>() };
  tally.events++;
  tally.score += score;
  for (const kind of [quad, type]) tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
  tallies.set(key, tally);
}

/** Parties as nodes, directed pairs as edges with their counts. */
export async function* writeGraphml(
  events: AsyncIterable<ExportEvent>,
  { codes, dyads }: ExportOptions,
): AsyncGenerator<string> {
  const names = new Map<string, string>();
  const edges = new Map<
    string,
    { readonly from: string; readonly to: string; readonly tally: Map<string, Tally> }
  >();
  for await (const event of events) {
    if (event.correction?.reject) continue;
    for (const { actors, recipients } of pairsOf(event, true, dyads.mutual)) {
      for (const party of [...actors, ...recipients]) {
        const key = partyKey(party);
        names.set(key, codes.name(key) ?? key);
      }
      if (actors[0] === undefined || recipients[0] === undefined) continue;
      const [from, to] = [partyKey(actors[0]), partyKey(recipients[0])];
      const edge = edges.get(`${from}\u0000${to}`) ?? { from, to, tally: new Map<string, Tally>() };
      count(edge.tally, 'all', event);
      edges.set(`${from}\u0000${to}`, edge);
    }
  }
  const numbers = ['events', ...quads];
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield '<key id="name" for="node" attr.name="name" attr.type="string"/>\n';
  for (const key of numbers) yield `<key id="${key}" for="edge" attr.name="${key}" attr.type="int"/>\n`;
  yield '<key id="score" for="edge" attr.name="score" attr.type="double"/>\n<graph edgedefault="directed">\n';
  for (const [key, name] of names)
    yield `<node id="${xml(key)}"><data key="name">${xml(name)}</data></node>\n`;
  for (const { from, to, tally } of edges.values()) {
    const { events: total, score, kinds } = tally.get('all')!;
    const data = numbers.map(
      (key) => `<data key="${key}">${key === 'events' ? total : (kinds.get(key) ?? 0)}</data>`,
    );
    yield `<edge source="${xml(from)}" target="${xml(to)}">${data.join('')}<data key="score">${(score / total).toFixed(4)}</data></edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

/** XML 1.0 has no way at all to write most control characters. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

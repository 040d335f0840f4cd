// Speed and memory of the rules: events against all treaties, all regimes and 100,000 commitments, on one core.
// Run: npx tsx --expose-gc bench/rules.ts [events=1000000] [commitments=100000]

import { randomFrom } from '../eval/random.ts';
import { parsePattern } from '../src/knowledge/patterns.ts';
import { assumeEvent } from '../src/link/assume-event.ts';
import { viewEvent } from '../src/link/event-view.ts';
import type { Law } from '../src/link/law.ts';
import { findParty } from '../src/link/party.ts';
import { indexPatterns } from '../src/link/pattern-index.ts';
import { type Event, eventTypes } from '../src/records/event.ts';
import { openLaw } from '../test/link/law-fixture.ts';

const [events = 1_000_000, commitments = 100_000] = process.argv.slice(2).map(Number);
const law = openLaw();
const random = randomFrom(20240620);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const states = law.actors.states.filter(({ kind }) => kind === 'state').map(({ code }) => code);
// News is about few: half of all parties come from twenty states.
const busy = [
  'USA',
  'RUS',
  'CHN',
  'UKR',
  'ISR',
  'IRN',
  'PRK',
  'KOR',
  'JPN',
  'GBR',
  'FRA',
  'DEU',
  'TUR',
  'IND',
  'PAK',
  'SAU',
  'SYR',
  'YEM',
  'POL',
  'TWN',
];
const state = (): string => pick(random() < 0.5 ? busy : states);
const parties = new Map(states.map((code) => [code, findParty(code, law, null)!]));
const categories = [...law.items.categories.keys()];

const began = performance.now();
const index = indexPatterns(
  Array.from({ length: commitments }, (_, at) => {
    const raw: Record<string, unknown> = {
      type: random() < 0.1 ? [pick(eventTypes), pick(eventTypes)] : pick(eventTypes),
    };
    // One in ten leaves the actor open, one in ten the recipient; none leaves both, as no commitment does.
    const open = random();
    if (open > 0.1) raw.actor = random() < 0.2 ? [state(), state()] : state();
    if (open < 0.9) raw.recipient = state();
    if (raw.type === 'AID') raw.item = pick(categories);
    return { value: at, pattern: parsePattern(raw).pattern };
  }),
  law.isMember,
  law.everMembers,
);
const indexed = performance.now();

const sample = Array.from({ length: 20_000 }, () => randomEvent(law));
let hits = 0;
let peak = 0;
const start = performance.now();
const cpu = process.cpuUsage();
for (let at = 0; at < events; at++) {
  const view = viewEvent(sample[at % sample.length]!, law.items);
  hits += index.match(view).length + law.treatyRules.match(view).length + law.measureRules.match(view).length;
  if (at % 50_000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
}
const seconds = (performance.now() - start) / 1000;
const used = process.cpuUsage(cpu);
peak = Math.max(peak, process.memoryUsage().rss);
console.log(
  JSON.stringify({
    events,
    commitments,
    treatyRules: law.treatyRules.size,
    measureRules: law.measureRules.size,
    indexSeconds: round((indexed - began) / 1000),
    seconds: round(seconds),
    // What the process itself used; on a busy machine the clock tells more about the neighbours.
    cpuSeconds: round((used.user + used.system) / 1e6),
    cpuMicrosecondsPerEvent: round((used.user + used.system) / events),
    hits,
    peakMegabytes: Math.round(peak / 1e6),
  }),
);

function randomEvent({ events: { types } }: Law): Event {
  const type = pick(eventTypes);
  const day = new Date(Date.UTC(1950, 0, 1) + random() * 75 * 365.25 * 86_400_000).toISOString().slice(0, 10);
  const category = type === 'AID' || random() < 0.1 ? pick(categories) : null;
  const item = category === null ? null : { text: category, category };
  return {
    ...assumeEvent(
      {
        type,
        actors: [parties.get(state())!],
        recipients: [parties.get(state())!],
        item,
        date: day,
        because: [],
      },
      types,
    ),
    auxiliary: [],
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

// End to end on PETRARCH-2's validation sentences: F1 of (actor country, recipient country, CAMEO root).
import { existsSync, readFileSync } from 'node:fs';
import type { ActorIndex } from '../src/knowledge/actors.ts';
import type { CasusRecord } from '../src/records/index.ts';
import { cameoDyads } from '../src/store/exports/cameo-dyads.ts';
import type { DyadTables } from '../src/store/exports/pairs.ts';

export const petrarchFile = '../shared/data/events/petrarch2-validation.xml';
export type GoldSentence = {
  readonly id: string;
  readonly date: string | null;
  readonly text: string;
  readonly gold: readonly Triple[];
};
export type Triple = { readonly actor: string; readonly recipient: string; readonly root: string };

export function hasPetrarch(): boolean {
  return existsSync(petrarchFile);
}

/** Reads the sentences; actor codes become our country codes, `---` stays open. */
export function readPetrarch(actors: ActorIndex): GoldSentence[] {
  const xml = readFileSync(petrarchFile, 'utf8');
  const out: GoldSentence[] = [];
  for (const part of xml.split('<Sentence ').slice(1)) {
    const id = /id="([^"]*)"/.exec(part)?.[1] ?? '';
    const day = /date="(\d{8})"/.exec(part)?.[1] ?? '';
    const text = (/<Text>([\s\S]*?)<\/Text>/.exec(part)?.[1] ?? '').replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    const gold = [
      ...part.matchAll(/<EventCoding\s+eventcode="(\w+)"\s+sourcecode="([^"]*)"\s+targetcode="([^"]*)"/g),
    ].map((match) => ({
      actor: country(actors, match[2]!),
      recipient: country(actors, match[3]!),
      root: match[1]!.slice(0, 2),
    }));
    out.push({
      id,
      date: isDay(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}` : null,
      text,
      gold,
    });
  }
  return out;
}

/** Some records carry days that no calendar has. */
function isDay(day: string): boolean {
  const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

function country(actors: ActorIndex, code: string): string {
  return actors.fromCameo(code).country ?? '---';
}

/** The dyads of a record by CAMEO's conventions, as the Phoenix export writes them. */
export function triplesOf(
  { events, statements }: Pick<CasusRecord, 'events' | 'statements'>,
  tables: DyadTables,
): Triple[] {
  return events.flatMap((event) =>
    cameoDyads(event, statements.find(({ id }) => id === event.statement) ?? null, tables).map(
      ({ actor, recipient, cameo }) => ({
        actor: actor.country ?? '---',
        recipient: recipient.country ?? '---',
        root: cameo.slice(0, 2),
      }),
    ),
  );
}

export type PetrarchScore = {
  readonly tp: number;
  readonly gold: number;
  readonly found: number;
  readonly f1: number;
  readonly errors: readonly string[];
};

export function scorePetrarch(
  sentences: readonly GoldSentence[],
  records: readonly (Pick<CasusRecord, 'events' | 'statements'> | null)[],
  tables: DyadTables,
): PetrarchScore {
  let tp = 0;
  let gold = 0;
  let found = 0;
  const errors: string[] = [];
  sentences.forEach((sentence, at) => {
    const unique = (triples: readonly Triple[]): Triple[] =>
      triples.filter((one, k) => triples.findIndex((other) => show(other) === show(one)) === k);
    const wanted = unique(sentence.gold);
    const record = records[at] ?? null;
    const have = unique(record === null ? [] : triplesOf(record, tables));
    const hits = wanted.filter((one) => have.some((other) => show(other) === show(one)));
    tp += hits.length;
    gold += wanted.length;
    found += have.length;
    if (hits.length < wanted.length || have.length > hits.length) {
      errors.push(
        `${sentence.id}: ${sentence.text.slice(0, 220)}\n    gold ${wanted.map(show).join(', ') || 'none'}\n    ours ${have.map(show).join(', ') || 'none'}`,
      );
    }
  });
  const precision = found === 0 ? 0 : tp / found;
  const recall = gold === 0 ? 0 : tp / gold;
  return {
    tp,
    gold,
    found,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    errors,
  };
}

function show({ actor, recipient, root }: Triple): string {
  return `${actor}>${recipient}:${root}`;
}

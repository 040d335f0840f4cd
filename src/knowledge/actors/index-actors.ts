// The actor index: one frozen value of plain functions over the compiled actor data.
import { type AgentMatch, indexAgents } from './agent-index.ts';
import { type CameoActor, cameoReader } from './cameo.ts';
import { covers } from './dates.ts';
import { indexNames, type Match } from './name-index.ts';
import { nameKey } from './name-key.ts';
import { indexOffices } from './offices.ts';
import { resolve, settle } from './resolve.ts';
import type { Actor, ActorData, Entity, Epithet, Person, Resolved, StateInfo } from './types.ts';

export type ActorIndex = {
  /** The longest known name that starts at a word of the sentence, with all its readings. */
  readonly match: (words: readonly string[], at: number) => Match | null;
  /** The readings of one written name. */
  readonly lookup: (name: string) => readonly Actor[];
  /** The longest common noun for an agent that starts at a lemma of the sentence. */
  readonly matchAgent: (lemmas: readonly string[], at: number) => AgentMatch | null;
  /** Country, sectors and office of an actor at an ISO date; null is now. */
  readonly resolve: (actor: Entity | Actor, date: string | null) => Resolved;
  /** The one reading that fits the date, or null when it stays ambiguous. */
  readonly settle: (actors: readonly Actor[], date: string | null) => Actor | null;
  /** Who held the office at the date; `leader` is whoever leads that country. */
  readonly inOffice: (country: string, office: string, date: string | null) => Person | null;
  /**
   * Who is meant by a noun of office in a country: ("TUR", "president", date); in an organisation whose code is IGO
   * also by its name: ("IGO", "chief", date, "International Atomic Energy Agency").
   */
  readonly inRole: (
    country: string,
    head: string,
    date: string | null,
    organisation?: string | null,
  ) => Person | null;
  /** Members of an organisation or group of states at the date, by key, with or without `@`; null when unknown. */
  readonly members: (group: string, date: string | null) => readonly string[] | null;
  readonly groupKeys: readonly string[];
  readonly byCode: (code: string) => StateInfo | null;
  /** Whom a common word may stand for after "the" (or, as `adjective`, before a noun): "north", "island". */
  readonly epithets: (word: string, adjective: boolean) => readonly Epithet[];
  /** What a code that stands in a country's place is called: RUS, EUN; null when it is none. */
  readonly nameOf: (code: string) => string | null;
  /** CAMEO's code of an organisation that has a code of its own here: EUN is EEC. */
  readonly cameoOrganisation: (code: string) => string | null;
  readonly states: readonly StateInfo[];
  /** Definitions of the closed set of sector codes. */
  readonly sectors: Readonly<Record<string, string>>;
  /** Reads a CAMEO actor code: IGOUNO, PSEGZA, USAMIL, ---GOV. */
  readonly fromCameo: (code: string) => CameoActor;
};

/** Indexes compiled actor data; well under a second for tens of thousands of names. */
export function indexActors(data: ActorData): ActorIndex {
  const names = indexNames(data);
  const matchAgent = indexAgents(data.agents);
  const states = new Map(data.states.map((state) => [state.code, state]));
  const groups = new Map(data.groups.map((group) => [group.key, group.members]));
  const offices = indexOffices(data, states);
  const epithets = {
    words: byWord(data.epithets, ({ words }) => words),
    adjectives: byWord(data.epithets, ({ adjectives }) => adjectives),
  };
  // Where CAMEO has two codes for one organisation, the later in the file is the one to write.
  const organisations = new Map(Object.entries(data.cameoOrganisations).map(([cameo, own]) => [own, cameo]));
  return Object.freeze({
    match: names.match,
    lookup: names.lookup,
    matchAgent,
    resolve,
    settle: (actors: readonly Actor[], date: string | null) =>
      settle(
        actors,
        date,
        actors[0] === undefined ? null : (data.shared[nameKey(actors[0].written)] ?? null),
      ),
    inOffice: offices.inOffice,
    inRole: (country: string, head: string, date: string | null, organisation: string | null = null) => {
      const found = matchAgent(head.split(/\s+/), 0)?.agent ?? null;
      return offices.inRole(country, head, found, date, organisation);
    },
    members: (group: string, date: string | null) => {
      const members = groups.get(group.replace(/^@/, ''));
      if (members === undefined) return null;
      return [...new Set(members.filter((member) => covers(member, date)).map(({ country }) => country))];
    },
    groupKeys: data.groups.map(({ key }) => key),
    byCode: (code: string) => states.get(code) ?? null,
    epithets: (word: string, adjective: boolean) =>
      (adjective ? epithets.adjectives : epithets.words).get(word.toLowerCase()) ?? [],
    nameOf: (code: string) => states.get(code)?.name ?? data.organisationNames[code] ?? null,
    cameoOrganisation: (code: string) => organisations.get(code) ?? null,
    states: data.states,
    sectors: data.sectors,
    fromCameo: cameoReader(data),
  });
}

function byWord(
  epithets: readonly Epithet[],
  wordsOf: (epithet: Epithet) => readonly string[],
): ReadonlyMap<string, readonly Epithet[]> {
  const out = new Map<string, Epithet[]>();
  for (const epithet of epithets)
    for (const word of wordsOf(epithet)) {
      const key = word.toLowerCase();
      out.set(key, [...(out.get(key) ?? []), epithet]);
    }
  return out;
}

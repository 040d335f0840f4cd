// All of knowledge/ as one frozen value that is passed into the rooms. At build time it is compiled to one JSON file,
// so that a start costs no YAML; from source the YAML is read.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, ProblemError } from '../records/problem.ts';
import { type ActorData, type ActorIndex, compileActors, indexActors } from './actors.ts';
import { compileEvents, type EventTables } from './events.ts';
import { compileItems, type ItemCategory, type ItemIndex, indexItems } from './items.ts';
import { indexLexicon, type Lexicon } from './lexicon/index.ts';
import { compileLexicon, type LexiconData } from './lexicon/load.ts';
import { compileOpposites, type Opposites } from './opposites.ts';
import { compilePlaces, indexPlaces, type PlaceIndex, type PlaceRow } from './places.ts';
import { compileRegimes, indexRegimes, type RegimeData, type RegimeIndex } from './regimes.ts';
import { compileTreaties, indexTreaties, type TreatyData, type TreatyIndex } from './treaties.ts';

export type KnowledgeData = {
  /** A hash of all that is compiled: the same knowledge, the same version. */
  readonly version: string;
  readonly events: EventTables;
  readonly lexicon: LexiconData;
  readonly actors: ActorData;
  readonly items: readonly ItemCategory[];
  readonly treaties: TreatyData;
  readonly regimes: RegimeData;
  readonly opposites: Opposites;
  readonly places: readonly PlaceRow[];
};

export type Knowledge = {
  readonly version: string;
  readonly events: EventTables;
  readonly lexicon: Lexicon;
  readonly actors: ActorIndex;
  readonly items: ItemIndex;
  readonly treaties: TreatyIndex;
  readonly regimes: RegimeIndex;
  readonly opposites: Opposites;
  readonly places: PlaceIndex;
};

const noCoverage = { from: '', until: '' };

/** Reads and checks a knowledge folder. Throws a ProblemError with every problem found, each with file and line. */
export function compileKnowledge(dir: string): KnowledgeData {
  const { data, problems } = gatherKnowledge(dir);
  if (problems.length > 0) throw new ProblemError(problems);
  return data;
}

/** The same with the problems told beside what could be read: for tools that check entries while they are written. */
export function gatherKnowledge(dir: string): {
  readonly data: KnowledgeData;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const guarded = <T>(work: () => T, empty: T): T => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      return empty;
    }
  };
  const events = compileEvents(join(dir, 'events'), problems, dir);
  const items = guarded(() => compileItems(join(dir, 'items'), dir), []);
  const lexicon = compileLexicon(
    join(dir, 'lexicon'),
    events,
    new Set(items.map(({ id }) => id)),
    problems,
    dir,
  );
  const actors = compileActors(join(dir, 'actors'));
  problems.push(...actors.problems);
  const vocabulary = {
    items: indexItems(items),
    modes: Object.values(events.types).flatMap(({ modes }) => Object.keys(modes)),
    contexts: events.contexts,
    groups: actors.data.groups.map(({ key }) => key),
    countries: [...actors.data.states.map(({ code }) => code), 'UNO', 'EUN', 'NAT', 'IGO'],
  };
  const treaties = guarded<TreatyData>(() => compileTreaties(dir, vocabulary, dir), {
    treaties: [],
    areas: {},
    coverage: noCoverage,
  });
  const regimes = guarded<RegimeData>(() => compileRegimes(dir, vocabulary, dir), {
    regimes: [],
    resolutions: [],
    coverage: noCoverage,
  });
  const opposites = guarded(() => compileOpposites(dir, vocabulary, dir), {});
  const body = {
    events,
    lexicon,
    actors: actors.data,
    items,
    treaties,
    regimes,
    opposites,
    places: compilePlaces(),
  };
  const version = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 12);
  return { data: { version, ...body }, problems };
}

/** Indexes compiled knowledge. */
export function indexKnowledge(data: KnowledgeData): Knowledge {
  const items = indexItems(data.items);
  return Object.freeze({
    version: data.version,
    events: data.events,
    lexicon: indexLexicon(data.lexicon, wordsByCategory(data.items, items)),
    actors: indexActors(data.actors),
    items,
    treaties: indexTreaties(data.treaties),
    regimes: indexRegimes(data.regimes),
    opposites: data.opposites,
    places: indexPlaces(data.places),
  });
}

/** Reads knowledge compiled by the build. */
export function readKnowledge(file: string): Knowledge {
  return indexKnowledge(JSON.parse(readFileSync(file, 'utf8')) as KnowledgeData);
}

function wordsByCategory(data: readonly ItemCategory[], items: ItemIndex): Record<string, string[]> {
  const out: Record<string, string[]> = {};
  for (const category of data) {
    for (const above of items.path(category.id)) {
      out[above] ??= [];
      out[above].push(...category.words.map((word) => word.toLowerCase()));
    }
  }
  return out;
}

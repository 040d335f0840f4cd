// What coreference and parties ask of the knowledge beyond the actor index.

import type { Epithet } from '../knowledge/actors.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { isInClass } from '../knowledge/lexicon/index.ts';
import type { Party } from '../records/index.ts';

/** What coreference asks of the knowledge: words that refer back, and epithets ("the North") with whom they may mean. */
export type ReferringWords = {
  readonly isIn: (className: string, lemma: string) => boolean;
  readonly epithets: (word: string, adjective: boolean) => readonly Epithet[];
  /** The state or organisation of a code as a party, or null. */
  readonly partyOf: (code: string) => Omit<Party, 'text' | 'start' | 'end' | 'basis'> | null;
};

/** What is known of the document: the country it is about, and which places stand within quotation marks. */
export type Surroundings = {
  readonly home?: string | null;
  readonly isQuoted?: (start: number) => boolean;
};

/** The country of a town of over 100,000 people that is far the largest of its name. */
export function largeTown({ places, actors }: Knowledge, name: string): string | null {
  const [first, second] = places.find(name);
  if (first === undefined || first.population < 100_000) return null;
  if (first.population < 5 * (second?.population ?? 0)) return null;
  return actors.states.find(({ iso2 }) => iso2 === first.iso2)?.code ?? null;
}

export function referringWords({ actors, lexicon }: Knowledge): ReferringWords {
  return {
    isIn: (className, lemma) => isInClass(lexicon, className, lemma),
    epithets: actors.epithets,
    partyOf: (code) => {
      const state = actors.byCode(code);
      return state && { name: state.name, country: state.code, sectors: [], wikidata: state.wikidata };
    },
  };
}

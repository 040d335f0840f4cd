// "Police detained protesters in Minsk": common nouns without a country of their own are of the place of the event.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Party, Place } from '../records/index.ts';
import type { PartyContext } from './parties.ts';
import type { Tree } from './tree.ts';

/** Those who act armed may be strangers where they act; nobody says whose they are. */
const mayBeStrangers = new Set(['MIL', 'REB', 'UAF', 'CRM', 'SPY', 'IGO', 'NGO', 'BUS', 'MED']);

/** The parties, with the country of the event's place for those who are told by a common noun only. */
export function localParties(
  context: PartyContext,
  tree: Tree,
  parties: readonly Party[],
  place: Place,
  knowledge: Knowledge,
  side: 'actor' | 'recipient',
): Party[] {
  if (place.country === null || knowledge.actors.byCode(place.country) === null) return [...parties];
  const { names, nouns } = context.mentionsOf(tree);
  return parties.map((party) => {
    if (party.country !== null || party.wikidata !== null || party.sectors.length === 0) return party;
    const head = tree.tokens.find((token) => token.end === party.end);
    if (head === undefined || nouns[head.index] === null || names[head.index] !== null) return party;
    if (side === 'actor' && party.sectors.some((sector) => mayBeStrangers.has(sector))) return party;
    return { ...party, country: place.country, basis: 'implied' as const };
  });
}

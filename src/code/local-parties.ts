// "Police detained protesters in Minsk": common nouns without a country of their own are of the place of the event, or,
// where nothing in the clause names a country, of the one that the article is about.
import type { Party } from '../records/index.ts';
import type { SentenceMentions } from './mentions.ts';
import { titleOf } from './mentions.ts';
import type { PartyContext } from './party-context.ts';
import type { Tree } from './tree.ts';

/** Those who act armed may be strangers where they act; nobody says whose they are. */
const mayBeStrangers = new Set(['MIL', 'REB', 'UAF', 'CRM', 'SPY', 'IGO', 'NGO', 'BUS', 'MED']);

/** The parties, with the country for those who are told by a common noun only. */
export function localParties(
  context: PartyContext,
  tree: Tree,
  parties: readonly Party[],
  country: string,
  side: 'actor' | 'recipient',
): Party[] {
  if (context.actors.byCode(country) === null) return [...parties];
  const mentions = context.mentionsOf(tree);
  const { names, nouns } = mentions;
  return parties.map((party) => {
    if (party.country !== null || party.wikidata !== null || party.sectors.length === 0) return party;
    const head = tree.tokens.find((token) => token.end === party.end);
    if (head === undefined || names[head.index] !== null) return party;
    if (nouns[head.index] === null && titleOf(tree, firstOf(tree, party), mentions) === null) return party;
    if (side === 'actor' && party.sectors.some((sector) => mayBeStrangers.has(sector))) return party;
    return { ...party, country, basis: 'implied' as const };
  });
}

/** The token that heads a person's name, which may be longer. */
function firstOf(tree: Tree, { start, end }: Party): number {
  const inside = tree.tokens.filter((token) => start <= token.start && token.end <= end);
  const head = inside.find(
    ({ upos, head }) => upos === 'PROPN' && !inside.some(({ index }) => index === head),
  );
  return head?.index ?? 0;
}

/** Organs of a state: told without a country, they are of the state that the article is about. */
const organs = new Set(['GOV', 'LEG', 'JUD', 'COP']);

/** "Police linked foreign agents to the murder": whose police, where the other side is abroad. */
export function localOrgans(
  context: PartyContext,
  tree: Tree,
  parties: readonly Party[],
  { country, strong }: Home,
  isRegime: (lemma: string) => boolean,
): Party[] {
  const isLocal = (sector: string): boolean => organs.has(sector) || (strong && sector === 'MIL');
  return parties.flatMap((party) =>
    party.sectors.length > 0 && party.sectors.every(isLocal) && !isRegime(headOf(tree, party))
      ? localParties(context, tree, [party], country, 'recipient')
      : [party],
  );
}

function headOf(tree: Tree, party: Party): string {
  return tree.tokens.find((token) => token.end === party.end)?.lemma.toLowerCase() ?? '';
}

/** How often each country is named by names that mean no other. */
export function countNamed(sentences: readonly SentenceMentions[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { names } of sentences)
    for (const [at, name] of names.entries()) {
      if (name === null || name.first !== at || name.actors.every(({ kind }) => kind === 'party')) continue;
      const countries = new Set(name.actors.map(({ country }) => country));
      const [country] = countries;
      if (countries.size === 1 && country != null) counts.set(country, (counts.get(country) ?? 0) + 1);
    }
  return counts;
}

/** The country that an article is about; `strong` when hardly another is named, so that its soldiers too are its own. */
export type Home = { readonly country: string; readonly strong: boolean };

/**
 * The country that an article is about: the one of its dateline if the text names it twice, else the one that is named
 * at least three times and more often than all others together.
 */
export function homeOf(sentences: readonly SentenceMentions[], dateline: string | null): Home | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { names } of sentences)
    for (const [at, name] of names.entries()) {
      const country = name !== null && name.first === at ? (name.actors[0]?.country ?? null) : null;
      if (country === null) continue;
      all++;
      counts.set(country, (counts.get(country) ?? 0) + 1);
    }
  const home = (country: string): Home => ({ country, strong: counts.get(country)! >= 0.7 * all });
  if (dateline !== null && (counts.get(dateline) ?? 0) >= 2) return home(dateline);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first !== undefined && first[1] >= 3 && first[1] * 2 > all ? home(first[0]) : null;
}

import { type Party, stateSectors, type Token } from '../records/index.ts';
import type { NounMatch, SentenceMentions } from './mentions.ts';
import { isPlaceName, ownersOf, titleOf } from './mentions.ts';
import { namedParty } from './named-party.ts';
import type { PartyContext } from './party-context.ts';
import { nominalText, wordsOf } from './party-words.ts';
import { childrenBy, isVerb, markOf, relation, subtree, type Tree, withConjuncts } from './tree.ts';

/** The parties of a nominal and its conjuncts, each once. */
export function partiesOf(context: PartyContext, tree: Tree, at: number): Party[] {
  const out: Party[] = [];
  for (const one of withConjuncts(tree, at)) {
    if (isVerb(tree.tokens[one]!) && one !== at) continue;
    const listed = listedBelow(context, tree, one);
    if (listed.length > 0) {
      for (const party of listed) if (!out.some((other) => sameParty(other, party))) out.push(party);
      continue;
    }
    for (const party of partyOf(context, tree, one))
      if (!out.some((other) => sameParty(other, party))) out.push(party);
  }
  // "Moscow and Pyongyang's pact": a conjunct may be all that is known
  const known = out.filter((party) => party.basis !== 'unknown');
  return known.length > 0 && known.length < out.length && out.length > 2 ? known : out;
}

/** "its allies in the region, including South Korea and Japan": those that are named. */
function listedBelow(context: PartyContext, tree: Tree, at: number): Party[] {
  if (context.mentionsOf(tree).names[at] != null) return [];
  const lists = subtree(tree, at, (token) => token.deprel.startsWith('acl')).filter(
    (kid) => ['including', 'include', 'such as', 'namely'].includes(markOf(tree, kid)) && kid > at,
  );
  return lists.flatMap((list) => partiesOf(context, tree, list)).filter((party) => party.country !== null);
}

export function sameParty(a: Party, b: Party): boolean {
  return a.name === b.name && a.country === b.country && a.sectors.join() === b.sectors.join();
}

/** May this token head a party? Used to choose between readings; no text is built. */
export function isPartyLike(mentions: SentenceMentions, at: number): boolean {
  const token = mentions.tree.tokens[at]!;
  if (mentions.names[at] !== null || mentions.nouns[at] !== null) return true;
  if (token.upos === 'PRON') return true;
  return childrenBy(mentions.tree, at, 'nmod:poss', 'amod', 'compound').some(
    (kid) => mentions.names[kid] !== null,
  );
}

function partyOf(context: PartyContext, tree: Tree, at: number): Party[] {
  const token = tree.tokens[at]!;
  const mentions = context.mentionsOf(tree);
  // "Among the countries that condemned the coup were France and Germany"
  if (token.xpos === 'NNS' && markOf(tree, at) === 'among') {
    const { head } = token;
    if (head >= 0 && childrenBy(tree, head, 'cop').length > 0) return partiesOf(context, tree, head);
  }
  if (token.upos === 'PRON' || (token.upos === 'DET' && token.deprel !== 'det'))
    return [...context.refer(tree, at)];
  // "tens of thousands of Georgians"
  const people = context.isCount(token.lemma.toLowerCase())
    ? childrenBy(tree, at, 'nmod').filter((kid) => markOf(tree, kid) === 'of')
    : [];
  if (people.length > 0 && (mentions.names[at] ?? null) === null)
    return people
      .flatMap((kid) => partiesOf(context, tree, kid))
      .map((party) => ({ ...party, ...wordsOf(context, tree, at) }));
  const stranger = context.called(tree, at);
  if (stranger !== null) return [stranger];
  const named = mentions.names[at] ?? null;
  if (named !== null) {
    const party = namedParty(context, tree, at, named);
    if (party !== null) return [party];
  }
  const person = personInside(context, tree, at, mentions);
  if (person !== null) return [person];
  const noun = mentions.nouns[at] ?? null;
  const owners = ownerParties(context, tree, at, mentions);
  if (noun !== null) {
    const office = noun.agent.offices.length > 0 ? noun.agent.head : null;
    const known = owners.filter((owner) => owner.country !== null);
    if (known.length > 0)
      return known.map((owner) => agentParty(context, tree, at, noun.agent.sectors, office, owner));
    const sided = owners.filter(({ sectors }) => sectors.length > 0);
    // "the opposition ... its leader"
    if (sided.length > 0)
      return sided.map(({ sectors }) => ({
        ...unknownParty(context, tree, at),
        sectors: [...new Set([...noun.agent.sectors, ...sectors])],
        basis: 'stated' as const,
      }));
    const { country } = noun.agent;
    // "peacekeepers", "the Secretary-General": the noun itself tells whose they are.
    if (country !== null) {
      const owner = { ...unknownParty(context, tree, at), country };
      return [agentParty(context, tree, at, noun.agent.sectors, office, owner)];
    }
    const referred = context.refer(tree, at);
    if (referred.length > 0) return [...referred];
    const apposed = appositionParty(context, tree, at, mentions);
    if (apposed !== null)
      return [
        {
          ...apposed,
          ...wordsOf(context, tree, at),
          sectors: [...new Set([...noun.agent.sectors, ...apposed.sectors])],
        },
      ];
    return [
      {
        ...wordsOf(context, tree, at),
        name: nominalText(context, tree, at).text,
        country: null,
        sectors: [...noun.agent.sectors],
        wikidata: null,
        basis: 'stated',
      },
    ];
  }
  const apposed = appositionParty(context, tree, at, mentions);
  if (apposed !== null) return [{ ...apposed, ...wordsOf(context, tree, at) }];
  if (owners.length > 0)
    // "the Bar Council of India" is of India, but not India.
    return owners.map((owner) => ({
      ...owner,
      ...wordsOf(context, tree, at),
      ...(isBodyName(token) ? { name: nominalText(context, tree, at).text, wikidata: null } : {}),
      basis: 'implied' as const,
    }));
  const referred = context.refer(tree, at);
  if (referred.length > 0) return [...referred];
  const unknown = unknownParty(context, tree, at);
  // "General Biague Na Ntan": the title tells what somebody is whom nobody knows.
  const title = token.upos === 'PROPN' ? titleOf(tree, at, mentions) : null;
  return [title === null ? unknown : { ...unknown, sectors: [...title.agent.sectors], basis: 'stated' }];
}

/** A proper name of its own, which no index knows. */
function isBodyName({ upos, text }: Token): boolean {
  return upos === 'PROPN' && /^\p{Lu}/u.test(text);
}

function unknownParty(context: PartyContext, tree: Tree, at: number): Party {
  const words = wordsOf(context, tree, at);
  return { ...words, name: words.text, country: null, sectors: [], wikidata: null, basis: 'unknown' };
}

/** "Russian President Vladimir Putin", "the Turkish leader, Erdogan": a person named in the same noun phrase. */
function personInside(
  context: PartyContext,
  tree: Tree,
  at: number,
  mentions: SentenceMentions,
): Party | null {
  for (const kid of childrenBy(tree, at, 'flat', 'appos', 'nmod:desc', 'compound')) {
    const match = mentions.names[kid];
    const kinds = new Set(match?.actors.map((actor) => actor.kind));
    const bearer =
      kinds.has('person') ||
      ['organisation', 'group', 'body', 'company', 'party'].some((kind) => kinds.has(kind as 'group'));
    if (match == null || !bearer) continue;
    const { deprel } = tree.tokens[kid]!;
    if (deprel === 'compound' && mentions.nouns[at] === null) continue;
    const party = namedParty(context, tree, kid, match);
    if (
      party !== null &&
      (deprel !== 'compound' || /^(spokes|aide|adviser|envoy)/.test(tree.tokens[at]!.lemma) === false)
    ) {
      return { ...party, ...wordsOf(context, tree, at) };
    }
  }
  return null;
}

function appositionParty(
  context: PartyContext,
  tree: Tree,
  at: number,
  mentions: SentenceMentions,
): Party | null {
  const token = tree.tokens[at]!;
  const others = childrenBy(tree, at, 'appos');
  if (relation(token) === 'appos' && token.head >= 0) others.push(token.head);
  for (const other of others) {
    const name = mentions.names[other];
    if (name != null) {
      const party = namedParty(context, tree, other, name);
      if (party !== null) return { ...party, basis: 'implied' };
    }
    const owners = ownerParties(context, tree, other, mentions);
    const noun = mentions.nouns[other];
    if (owners.length > 0)
      return {
        ...owners[0]!,
        sectors: [...(noun?.agent.sectors ?? owners[0]!.sectors)],
        name: nominalText(context, tree, at).text,
        wikidata: null,
        basis: 'implied',
      };
  }
  return null;
}

/** To whom a noun belongs: nationality, possessor, "of Syria", "in Guyana". */
function ownerParties(context: PartyContext, tree: Tree, at: number, mentions: SentenceMentions): Party[] {
  const out: Party[] = [];
  const add = (party: Party | null): void => {
    if (party !== null && !out.some((other) => sameParty(other, party))) out.push(party);
  };
  const direct = new Set(childrenBy(tree, at, 'nmod:poss', 'amod', 'compound', 'nmod:desc', 'flat'));
  const mission = context.isMission(tree.tokens[at]!.lemma.toLowerCase());
  const relational = context.isRelational(tree.tokens[at]!.lemma.toLowerCase());
  for (const kid of ownersOf(tree, at)) {
    if (!direct.has(kid) && out.length > 0) break;
    if (relational && tree.tokens[kid]!.deprel === 'nmod:poss') continue;
    // "the embassy in London"
    if (mission && ['in', 'at', 'to'].includes(markOf(tree, kid))) continue;
    if (tree.tokens[kid]!.deprel === 'compound' && context.isLocated(tree, at) && isPlaceName(mentions, kid))
      continue;
    for (const one of withConjuncts(tree, kid)) {
      const name = mentions.names[one];
      if (name != null) {
        // "the Russia-North Korea partnership": two names joined by a hyphen
        if (tree.tokens[one]!.deprel === 'compound') {
          for (const other of childrenBy(tree, one, 'compound')) {
            const joined = mentions.names[other];
            if (joined != null && joined !== name) add(namedParty(context, tree, other, joined));
          }
        }
        add(namedParty(context, tree, one, name));
      } else if (tree.tokens[one]!.lemma.toLowerCase() === 'whose') {
        const whose = relativeHead(tree, at);
        if (whose !== null) for (const party of partyOf(context, tree, whose)) add(party);
      } else if (isOrgan(mentions.nouns[at] ?? null) && town(context, tree, one) !== null)
        add(town(context, tree, one));
      else if (isAgentCompound(mentions, tree, at, one))
        for (const party of partyOf(context, tree, one)) add(party);
      else if (['PRON', 'ADJ'].includes(tree.tokens[one]!.upos))
        for (const party of context.refer(tree, one)) add(party);
      else if (tree.tokens[one]!.deprel === 'nmod:poss' || !direct.has(one)) {
        for (const party of markOf(tree, one) === 'on' ? context.refer(tree, one) : []) add(party);
        // "the US State Department's spokesman", "court in the Russian capital"; not "the banker at Malaysia's request"
        if (['at', 'to'].includes(markOf(tree, one))) continue;
        if (
          mentions.nouns[one] !== null ||
          childrenBy(tree, one, 'nmod:poss', 'amod', 'compound').some((k) => mentions.names[k] != null)
        ) {
          for (const party of partyOf(context, tree, one)) if (party.basis !== 'unknown') add(party);
        }
      } else {
        // "Russia-North Korea partnership": hyphenated names below a compound
        for (const below of subtree(tree, one)) {
          const inner = mentions.names[below];
          if (inner != null && below === inner.last - 1) add(namedParty(context, tree, below, inner));
        }
      }
    }
  }
  if (out.length > 0) return out;
  for (const maker of context.makersOf(tree, at)) {
    const place = mentions.names[maker] == null ? town(context, tree, maker) : null;
    for (const party of place === null ? partiesOf(context, tree, maker) : [place])
      if (party.basis !== 'unknown') add(party);
  }
  return out;
}

/** "police lines", "rebel positions": whose they are is told by a common noun. */
function isAgentCompound({ nouns }: SentenceMentions, tree: Tree, at: number, kid: number): boolean {
  return tree.tokens[kid]!.deprel === 'compound' && nouns[at] === null && nouns[kid] !== null;
}

function isOrgan(noun: NounMatch | null): boolean {
  return noun?.agent.sectors.some((sector) => stateSectors.has(sector)) ?? false;
}

/** "the Koblenz court", "a court in Koblenz": the state in which a large town lies, which no actor is named for. */
function town(context: PartyContext, tree: Tree, at: number): Party | null {
  if (tree.tokens[at]!.upos !== 'PROPN') return null;
  const words = wordsOf(context, tree, at);
  const country = context.townCountry(words.text);
  if (country === null) return null;
  const name = context.actors.byCode(country)?.name ?? words.text;
  return { ...words, name, country, sectors: [], wikidata: null, basis: 'implied' };
}

/** "Russia, whose troops are massing": the noun that the relative clause is about. */
function relativeHead(tree: Tree, at: number): number | null {
  for (let node = at, step = 0; node >= 0 && step < 6; node = tree.tokens[node]!.head, step++) {
    const { deprel, head } = tree.tokens[node]!;
    if (deprel === 'acl:relcl') return head >= 0 && head < at ? head : null;
  }
  return null;
}

function agentParty(
  context: PartyContext,
  tree: Tree,
  at: number,
  sectors: readonly string[],
  office: string | null,
  owner: Party,
): Party {
  const words = wordsOf(context, tree, at);
  const holder =
    office === null || owner.country === null || owner.sectors.length > 0
      ? null
      : context.actors.inRole(owner.country, office, context.date);
  if (holder !== null) {
    return {
      ...words,
      name: holder.name,
      country: owner.country,
      sectors: [...sectors],
      wikidata: holder.wikidata,
      basis: 'implied',
    };
  }
  return {
    ...words,
    name: nominalText(context, tree, at).text,
    country: owner.country,
    sectors: [...sectors],
    wikidata: null,
    basis: 'stated',
  };
}

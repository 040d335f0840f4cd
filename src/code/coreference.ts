// What pronouns and anaphoric nouns stand for: he, it, they, we, "the two countries", "both sides", "the president".
// Reads the document in order and remembers who was spoken of; first persons are the speaker's.

import type { Epithet } from '../knowledge/actors.ts';
import { type Party, stateSectors } from '../records/index.ts';
import {
  askerAbove,
  coArgument,
  countOf,
  governingSubjects,
  isBody,
  isDefinite,
  isFirstPerson,
  isGovernment,
  isGroup,
  isNumber,
  isPair,
  isSide,
  type Memory,
  numbers,
  rowBefore,
  subjectRow,
} from './antecedents.ts';
import type { ReferringWords, Surroundings } from './referring-words.ts';
import { childrenBy, relation, type Tree, withConjuncts } from './tree.ts';

const singularPersons = new Set(['he', 'him', 'his', 'she', 'her', 'hers', 'himself', 'herself']);
const neuters = new Set(['it', 'its', 'itself']);
const plurals = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
export type Coreference = {
  remember(entry: Memory): void;
  /** Who speaks in the document outside quotations: "We, the leaders of the Group of Seven". The first one told stays. */
  setVoice(parties: readonly Party[]): void;
  refer(tree: Tree, at: number): readonly Party[];
  /** The one state beside this one that this sentence or the one before names, or none where there are several. */
  otherState(tree: Tree, country: string): readonly Party[];
};

/** `speakerOf` gives the parties whose words a place in the text is, or none. */
export function createCoreference(
  speakerOf: (start: number) => Party | null,
  words: ReferringWords,
  { home = null, isQuoted = () => false }: Surroundings = {},
): Coreference {
  const memory: Memory[] = [];
  let voice: readonly Party[] = [];
  const before = (tree: Tree, at: number): Memory[] =>
    memory.filter(
      (one) =>
        (one.sentence < tree.sentence.index
          ? tree.sentence.index - one.sentence <= 6
          : one.sentence === tree.sentence.index && one.token < at) &&
        // '"Not a single migrant," he said': the writer's "he" is nobody of whom only the quotation speaks.
        (!isQuoted(one.start) || isQuoted(tree.tokens[at]!.start)),
    );
  return {
    remember: (entry) => {
      if (
        !memory.some(
          (one) =>
            one.sentence === entry.sentence &&
            one.token === entry.token &&
            one.party.name === entry.party.name &&
            one.party.country === entry.party.country,
        )
      )
        memory.push(entry);
    },
    setVoice: (parties) => {
      if (voice.length === 0) voice = parties;
    },
    otherState: (tree, country) => {
      const states = memory.filter(
        ({ kind, party, sentence }) =>
          kind !== 'group' &&
          party.country !== null &&
          words.partyOf(party.country) !== null &&
          party.sectors.every((sector) => stateSectors.has(sector)) &&
          (sentence === tree.sentence.index || sentence === tree.sentence.index - 1),
      );
      const others = new Map(
        states.filter(({ party }) => party.country !== country).map(({ party }) => [party.country, party]),
      );
      const [other] = others.values();
      if (others.size !== 1 || other === undefined) return [];
      return [{ ...other, basis: 'implied' as const }];
    },
    refer: (tree, at) => {
      const token = tree.tokens[at]!;
      const word = token.text.toLowerCase();
      const found = resolve(tree, at, word);
      return found.map((party) => ({
        ...party,
        text: token.text,
        start: token.start,
        end: token.end,
        basis: 'implied' as const,
      }));
    },
  };

  function resolve(tree: Tree, at: number, word: string): readonly Party[] {
    if (isFirstPerson(word)) {
      const speaker = speakerOf(tree.tokens[at]!.start);
      return speaker === null ? voice : [speaker];
    }
    // Whoever speaks is "I" to himself, never "he", and his own side is "we", never "they".
    const speaker = speakerOf(tree.tokens[at]!.start);
    const earlier =
      neuters.has(word) || singularPersons.has(word) || plurals.has(word)
        ? clauseBefore(tree, at, word)
        : null;
    if (earlier !== null) return resolve(tree, earlier, word);
    const isSpeaker = (party: Party): boolean => party.name === speaker?.name;
    const isSpeakers = (party: Party): boolean =>
      isSpeaker(party) || (party.country !== null && party.country === speaker?.country);
    if (singularPersons.has(word))
      return one(tree, at, ({ kind, party }) => kind === 'person' && !isSpeaker(party));
    if (neuters.has(word))
      return tree.tokens[at]!.deprel === 'expl'
        ? []
        : one(tree, at, ({ kind, plural, party }) => kind !== 'person' && !plural && !isSpeaker(party));
    if (word === 'both' || word === 'either' || word === 'neither') return pair(tree, at);
    if (plurals.has(word)) {
      const rows = governingGroup(tree, at).filter((party) => !isSpeakers(party));
      if (rows.length > 1) return rows;
      const told = subjectRow(memory, tree).filter((party) => !isSpeakers(party));
      if (told.length > 1 && !isQuoted(tree.tokens[at]!.start)) return told;
      const group = one(
        tree,
        at,
        ({ kind, party }) =>
          (kind === 'group' || (party.sectors.length > 0 && /s$/.test(party.text))) && !isSpeakers(party),
      );
      if (group.length > 0) return group;
      const governing = governingGroup(tree, at);
      return (governing.length > 0 ? governing : pair(tree, at)).filter((party) => !isSpeakers(party));
    }
    const token = tree.tokens[at]!;
    const lemma = token.lemma.toLowerCase();
    // "recalled its envoys from all three"
    if (token.upos === 'NUM' && numbers.indexOf(word) > 1)
      return word === 'two' ? pair(tree, at) : lastOf(tree, at, numbers.indexOf(word));
    if (token.upos === 'ADJ') return epithet(words.epithets(lemma, true));
    if (isPair(tree, at) && words.isIn('pair-nouns', lemma)) return pair(tree, at);
    const other = otherOf(tree, at, lemma);
    if (other.length > 0) return other;
    if (token.upos === 'NOUN' && isNumber(word)) return counted(tree, at, lemma);
    // "Police fired tear gas. [...] Officers beat a man"
    if (words.isIn('officer-nouns', lemma)) {
      const police = one(tree, at, ({ party }) => party.sectors.includes('COP'));
      if (police.length > 0) return police;
    }
    const count = countOf(tree, at);
    if (count > 2 && words.isIn('pair-nouns', lemma)) return lastOf(tree, at, count);
    if (!isDefinite(tree, at)) return [];
    // "the neighbours", "the rivals"
    const each = token.xpos === 'NNS' && words.isIn('mutual-nouns', lemma);
    if (each && childrenBy(tree, at, 'nmod', 'nmod:poss').length === 0) return pair(tree, at);
    const several = sameNoun(tree, at, lemma);
    if (several.length > 0) return several;
    if (words.isIn('mission-nouns', lemma))
      return one(tree, at, ({ kind, party }) => kind === 'state' && party.sectors.length === 0).map(
        (party) => ({
          ...party,
          sectors: ['GOV'],
        }),
      );
    const called = epithet(longestEpithets(tree, at));
    if (called.length > 0) return called;
    if (words.isIn('state-nouns', lemma)) {
      const state = one(
        tree,
        at,
        ({ kind, party }) =>
          (kind === 'state' && party.sectors.every((sector) => stateSectors.has(sector))) ||
          (lemma === 'government' && isGovernment(party)),
      );
      return lemma === 'government' ? homeGovernment(tree, at, state) : state;
    }
    if (
      words.isIn('organisation-nouns', lemma) &&
      tree.kids[at]!.every((kid) => tree.tokens[kid]!.upos !== 'ADJ')
    )
      return one(tree, at, ({ kind, party }) => kind === 'state' && party.sectors.some(isBody));
    // "the group", "the rebels": the armed or political group named last
    if (words.isIn('group-nouns', lemma)) return one(tree, at, ({ party }) => party.sectors.some(isGroup));
    if (words.isIn('junta-nouns', lemma) && count === 0) return junta(tree, at);
    if (words.isIn('person-nouns', lemma) && token.xpos !== 'NNS')
      return one(tree, at, ({ kind }) => kind === 'person');
    return [];
  }

  /** "the government": that of the article's home, unless another state was the subject just before. */
  function homeGovernment(tree: Tree, at: number, nearest: readonly Party[]): readonly Party[] {
    const own = home === null ? null : words.partyOf(home);
    const [state] = nearest;
    if (own === null || state?.country === home) return nearest;
    const told = before(tree, at).some(
      ({ party, sentence, subject }) =>
        party.country === state?.country &&
        (sentence === tree.sentence.index || (sentence === tree.sentence.index - 1 && subject)),
    );
    return told ? nearest : [{ text: '', start: 0, end: 0, basis: 'implied', ...own }];
  }

  /** "the junta", "the new rulers": of the state named last that is not the article's home. */
  function junta(tree: Tree, at: number): readonly Party[] {
    return one(
      tree,
      at,
      ({ party }) => party.country !== null && party.country !== home && !party.sectors.includes('IGO'),
    ).map(({ country, wikidata: _, ...party }) => ({
      ...party,
      name: (country === null ? null : words.partyOf(country)?.name) ?? party.name,
      country,
      wikidata: null,
      sectors: ['GOV'],
    }));
  }

  /** "the three states": a row of just so many, or all states named in this and the two sentences before. */
  function lastOf(tree: Tree, at: number, count: number): readonly Party[] {
    const pool = before(tree, at).filter(
      ({ party }) => party.country !== null && !party.sectors.includes('IGO'),
    );
    const told = rowBefore(pool, tree, count);
    if (told.length > 0) return told;
    for (let back = 0; back <= 2; back++) {
      const found = new Map<string, Party>();
      for (const { party, sentence } of pool)
        if (sentence >= tree.sentence.index - back && !found.has(party.country!))
          found.set(party.country!, party);
      if (found.size === count) return [...found.values()];
      if (found.size > count) return [];
    }
    return [];
  }

  /** "its neighbour", "Iran's foe": of the two states that an article is about, the other one. */
  function otherOf(tree: Tree, at: number, lemma: string): readonly Party[] {
    if (!words.isIn('mutual-nouns', lemma) || tree.tokens[at]!.xpos !== 'NN') return [];
    const owner = childrenBy(tree, at, 'nmod:poss')[0];
    if (owner === undefined) return [];
    const own =
      tree.tokens[owner]!.upos === 'PRON'
        ? resolve(tree, owner, tree.tokens[owner]!.text.toLowerCase())
        : memory
            .filter(({ sentence, token }) => sentence === tree.sentence.index && token === owner)
            .map(({ party }) => party);
    const [known] = own;
    if (known === undefined || known.country === null) return [];
    const both = pair(tree, at);
    const others = both.filter(({ country }) => country !== known.country);
    return both.length === 2 && others.length === 1 ? others : [];
  }

  /** "the North", "the world body": of the states that the word may stand for, the one that the article names most. */
  function epithet(candidates: readonly Epithet[]): readonly Party[] {
    const named = (code: string): number => memory.filter(({ party }) => party.country === code).length;
    const [best] = candidates
      .filter(({ beside }) => beside.some((code) => named(code) > 0))
      .sort((a, b) => named(b.country) - named(a.country));
    if (best === undefined) return [];
    const party =
      words.partyOf(best.country) ?? memory.find((one) => one.party.country === best.country)?.party;
    return party == null ? [] : [{ text: '', start: 0, end: 0, basis: 'implied', ...party }];
  }

  function longestEpithets(tree: Tree, at: number): readonly Epithet[] {
    for (let size = 4; size > 0; size--) {
      const phrase = tree.tokens.slice(Math.max(0, at - size + 1), at + 1).map(({ text }) => text);
      const found = phrase.length < size ? [] : words.epithets(phrase.join(' '), false);
      if (found.length > 0) return found;
    }
    return [];
  }

  /**
   * The best earlier mention: the governing clauses' subjects first, then the nearest that stands where the word itself
   * does, as a subject or not. Never the subject of its own clause, unless the word is that subject's possessive.
   */
  function one(tree: Tree, at: number, fits: (entry: Memory) => boolean): readonly Party[] {
    const pool = before(tree, at).filter((entry) => fits(entry));
    const own = coArgument(tree, at);
    const asker = askerAbove(tree, at, (lemma) => words.isIn('asking-verbs', lemma));
    const barred = [own, asker].filter((one) => one !== null);
    const here = pool.filter(
      (entry) => entry.sentence === tree.sentence.index && !barred.includes(entry.token),
    );
    const banned = pool.find(
      (entry) => entry.sentence === tree.sentence.index && barred.includes(entry.token),
    );
    const governing = governingSubjects(tree, at).filter((subject) => !barred.includes(subject));
    for (const subject of governing) {
      const governed = here.find((entry) => entry.token === subject);
      if (governed !== undefined) return allOf(governed);
    }
    if (here.length > 0) {
      const subjects = here.filter((entry) => entry.subject);
      return allOf(subjects.at(-1) ?? here.at(-1)!);
    }
    const earlier = pool.filter(
      (entry) =>
        entry.sentence < tree.sentence.index &&
        (banned === undefined || entry.party.name !== banned.party.name),
    );
    if (earlier.length === 0) return [];
    const last = earlier.at(-1)!.sentence;
    const recent = earlier.filter((entry) => entry.sentence === last);
    const same = recent.filter((entry) => entry.subject === (own === null));
    return allOf(same[0] ?? recent[0]!);
  }

  /** All that one nominal stands for: "the ministers of Cameroon and Chad". */
  function allOf({ sentence, token }: Memory): readonly Party[] {
    return memory.filter((one) => one.sentence === sentence && one.token === token).map(({ party }) => party);
  }

  /** "The ministers of Cameroon and Chad met. [...] The ministers rejected": the same noun for the same several. */
  function sameNoun(tree: Tree, at: number, lemma: string): readonly Party[] {
    if (!/^NNP?S$/.test(tree.tokens[at]!.xpos)) return [];
    const last = memory.findLast((one) => one.lemma === lemma && one.sentence < tree.sentence.index);
    const all = last === undefined ? [] : allOf(last);
    return all.length > 1 ? all : [];
  }

  /** "Denmark kicked out 15": of whom the same noun was said before, unless they are the doer's own people. */
  function counted(tree: Tree, at: number, lemma: string): readonly Party[] {
    const last = memory.findLast((one) => one.lemma === lemma && !isNumber(one.party.text.toLowerCase()));
    const subject = coArgument(tree, at);
    const doers = memory.filter(
      ({ sentence, token }) => sentence === tree.sentence.index && token === subject,
    );
    const own = doers.some(({ party }) => party.country === last?.party.country);
    return last === undefined || own ? [] : allOf(last);
  }

  /** "it cut off aid and it cancelled visas": the same pronoun in a row of clauses. */
  function clauseBefore(tree: Tree, at: number, word: string): number | null {
    const { deprel, head } = tree.tokens[at]!;
    if (!deprel.startsWith('nsubj') || head < 0 || relation(tree.tokens[head]!) !== 'conj') return null;
    const other = childrenBy(tree, tree.tokens[head]!.head, 'nsubj')[0];
    return other !== undefined && other < at && tree.forms[other] === word ? other : null;
  }

  /** "Russia and China said they", "the US claimed that they": the subject above, if it is several or a state. */
  function governingGroup(tree: Tree, at: number): readonly Party[] {
    for (const subject of governingSubjects(tree, at)) {
      const conjuncts = withConjuncts(tree, subject);
      const named = memory.filter(
        (entry) => entry.sentence === tree.sentence.index && conjuncts.includes(entry.token),
      );
      if (named.length > 1 || named[0]?.kind === 'state') return named.map((entry) => entry.party);
    }
    return [];
  }

  /** The two states of "the two countries": those named before it in its sentence, else the two named most so far. */
  function pair(tree: Tree, at: number): readonly Party[] {
    const pool = memory.filter(
      (entry) =>
        entry.party.country !== null &&
        entry.party.sectors.every(isSide) &&
        (entry.sentence < tree.sentence.index ||
          (entry.sentence === tree.sentence.index && entry.token < at)),
    );
    // "both governments" are the two just named, "the two neighbours" the two that the article is about.
    const both = tree.kids[at]!.some((kid) => tree.tokens[kid]!.lemma.toLowerCase() === 'both');
    const told = both ? rowBefore(pool, tree, 2) : [];
    if (told.length > 0) return told;
    const counts = new Map<string, { party: Party; count: number; last: number }>();
    for (const [place, { party, sentence }] of pool.entries()) {
      const known = counts.get(party.country!);
      const weight = sentence === tree.sentence.index ? 1000 : 1;
      counts.set(party.country!, {
        party: known?.party ?? party,
        count: (known?.count ?? 0) + weight,
        last: place,
      });
    }
    return [...counts.values()]
      .sort((a, b) => b.count - a.count || b.last - a.last)
      .slice(0, 2)
      .sort((a, b) => a.last - b.last)
      .map(({ party }) => party);
  }
}

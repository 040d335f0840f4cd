// What pronouns and anaphoric nouns stand for: he, it, they, we, "the two countries", "both sides", "the president".
// Reads the document in order and remembers who was spoken of; first persons are the speaker's.
import type { Party } from '../records/index.ts';
import { logicalSubject } from './roles.ts';
import { childrenBy, markOf, relation, type Tree, withConjuncts } from './tree.ts';

export type Memory = {
  readonly party: Party;
  readonly kind: 'person' | 'state' | 'group';
  readonly sentence: number;
  readonly token: number;
  readonly subject: boolean;
};

const singularPersons = new Set(['he', 'him', 'his', 'she', 'her', 'hers', 'himself', 'herself']);
const neuters = new Set(['it', 'its', 'itself']);
const plurals = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
const firsts = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'ours', 'mine', 'ourselves', 'myself']);
const pairNouns = new Set([
  'country',
  'nation',
  'side',
  'state',
  'party',
  'neighbour',
  'neighbor',
  'government',
  'leader',
  'president',
  'ally',
  'rival',
  'power',
  'minister',
  'capital',
  'man',
  'army',
  'force',
]);
const stateNouns = new Set(['country', 'nation', 'kingdom', 'republic', 'state', 'government']);
const personNouns = new Set([
  'president',
  'minister',
  'leader',
  'premier',
  'chancellor',
  'king',
  'spokesman',
  'spokeswoman',
  'spokesperson',
  'official',
  'politician',
  'diplomat',
  'secretary',
  'general',
  'strongman',
  'ruler',
  'statesman',
  'chief',
]);

export type Coreference = {
  remember(entry: Memory): void;
  /** Who speaks in the document outside quotations: "We, the leaders of the Group of Seven". The first one told stays. */
  setVoice(parties: readonly Party[]): void;
  refer(tree: Tree, at: number): readonly Party[];
};

/** `speakerOf` gives the parties whose words a place in the text is, or none. */
export function createCoreference(speakerOf: (start: number) => Party | null): Coreference {
  const memory: Memory[] = [];
  let voice: readonly Party[] = [];
  const before = (tree: Tree, at: number): Memory[] =>
    memory.filter((one) =>
      one.sentence < tree.sentence.index
        ? tree.sentence.index - one.sentence <= 6
        : one.sentence === tree.sentence.index && one.token < at,
    );
  return {
    remember: (entry) => {
      if (
        !memory.some(
          (one) =>
            one.sentence === entry.sentence &&
            one.token === entry.token &&
            one.party.name === entry.party.name,
        )
      )
        memory.push(entry);
    },
    setVoice: (parties) => {
      if (voice.length === 0) voice = parties;
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
    if (firsts.has(word)) {
      const speaker = speakerOf(tree.tokens[at]!.start);
      return speaker === null ? voice : [speaker];
    }
    if (singularPersons.has(word)) return one(tree, at, (kind) => kind === 'person');
    if (neuters.has(word))
      return tree.tokens[at]!.deprel === 'expl' ? [] : one(tree, at, (kind) => kind !== 'person');
    if (plurals.has(word)) {
      const group = one(
        tree,
        at,
        (kind, entry) => kind === 'group' || (entry.party.sectors.length > 0 && /s$/.test(entry.party.text)),
      );
      if (group.length > 0) return group;
      const governing = governingGroup(tree, at);
      return governing.length > 0 ? governing : pair(tree, at);
    }
    const lemma = tree.tokens[at]!.lemma.toLowerCase();
    if (isPair(tree, at, lemma)) return pair(tree, at);
    if (!isDefinite(tree, at)) return [];
    if (stateNouns.has(lemma)) return one(tree, at, (kind) => kind === 'state');
    if (personNouns.has(lemma)) return one(tree, at, (kind) => kind === 'person');
    return [];
  }

  /** The best earlier mention: the governing clauses' subjects first, then subjects, then the nearest. */
  function one(
    tree: Tree,
    at: number,
    fits: (kind: Memory['kind'], entry: Memory) => boolean,
  ): readonly Party[] {
    const pool = before(tree, at).filter((entry) => fits(entry.kind, entry));
    if (pool.length === 0) return [];
    const governing = governingSubjects(tree, at);
    const here = pool.filter((entry) => entry.sentence === tree.sentence.index);
    const governed = here.find((entry) => governing.includes(entry.token));
    if (governed !== undefined) return [governed.party];
    if (here.length > 0) {
      const subjects = here.filter((entry) => entry.subject);
      return [(subjects.at(-1) ?? here.at(-1)!).party];
    }
    const last = pool.at(-1)!.sentence;
    const recent = pool.filter((entry) => entry.sentence === last);
    return [(recent.find((entry) => entry.subject) ?? recent.at(-1)!).party];
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

  function pair(tree: Tree, at: number): readonly Party[] {
    const out: Party[] = [];
    for (const entry of before(tree, at).reverse()) {
      if (entry.party.country === null || out.some((other) => other.country === entry.party.country))
        continue;
      out.push(entry.party);
      if (out.length === 2) return out.reverse();
    }
    return [];
  }
}

function governingSubjects(tree: Tree, at: number): number[] {
  const out: number[] = [];
  for (
    let node = tree.tokens[at]!.head, steps = 0;
    node >= 0 && steps < 12;
    node = tree.tokens[node]!.head, steps++
  ) {
    const subject = logicalSubject(tree, node) ?? childrenBy(tree, node, 'nsubj')[0] ?? null;
    if (subject !== null && subject < at && !out.includes(subject)) out.push(subject);
  }
  return out;
}

/** "the two countries", "both sides", "either country". */
function isPair(tree: Tree, at: number, lemma: string): boolean {
  if (!pairNouns.has(lemma)) return false;
  return tree.kids[at]!.some((kid) =>
    ['two', 'both', 'either', 'neither', 'each'].includes(tree.tokens[kid]!.lemma.toLowerCase()),
  );
}

function isDefinite(tree: Tree, at: number): boolean {
  return tree.kids[at]!.some((kid) => {
    const { deprel, lemma } = tree.tokens[kid]!;
    return deprel === 'det' && ['the', 'that', 'this'].includes(lemma.toLowerCase());
  });
}

/** Is this nominal the subject of its clause? */
export function isSubject(tree: Tree, at: number): boolean {
  return relation(tree.tokens[at]!) === 'nsubj' || markOf(tree, at) === 'according to';
}

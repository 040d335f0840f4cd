// Where in a tree and in what was read before the thing stands for which a word stands; pure, for coreference.ts.
import { type Party, stateSectors } from '../records/index.ts';
import { logicalSubject, surfaceSubject } from './roles.ts';
import { childrenBy, isVerb, markOf, relation, type Tree } from './tree.ts';

export type Memory = {
  readonly party: Party;
  readonly kind: 'person' | 'state' | 'group';
  readonly sentence: number;
  readonly token: number;
  /** Where it stands in the text. */
  readonly start: number;
  readonly subject: boolean;
  /** Told by a common noun in the plural: no "it" stands for it. */
  readonly plural: boolean;
  /** Token of the first of the row in which it stands ("Turkey and Hungary"), or its own. */
  readonly row: number;
  /** The head noun's lemma in small letters. */
  readonly lemma: string;
};

const firsts = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'ours', 'mine', 'ourselves', 'myself']);

/** "Turkey and Hungary have not ratified. [...] both governments": the nearest row of just so many states, two sentences back. */
export function rowBefore(pool: readonly Memory[], tree: Tree, count: number): readonly Party[] {
  for (let back = 0; back <= 2; back++) {
    const here = pool.filter(({ sentence }) => sentence === tree.sentence.index - back);
    const rows = new Map<number, Map<string, Party>>();
    for (const { row, party } of here) {
      const members = rows.get(row) ?? new Map<string, Party>();
      if (!members.has(party.country!)) members.set(party.country!, party);
      rows.set(row, members);
    }
    const last = [...rows.values()].findLast(({ size }) => size === count);
    if (last !== undefined) return [...last.values()];
    // So many states named otherwise in the same sentence stand nearer than a row before it.
    if (back === 0 && new Set(here.map(({ party }) => party.country)).size === count) return [];
  }
  return [];
}

/** "The ELN and the government held talks. A truce between them": the row that was the subject of the sentence before. */
export function subjectRow(memory: readonly Memory[], tree: Tree): readonly Party[] {
  const here = memory.filter(({ sentence }) => sentence === tree.sentence.index - 1);
  const heads = here.filter(({ subject, row, token }) => subject && row === token).map(({ row }) => row);
  const rows = heads.map((head) => here.filter(({ row }) => row === head)).filter((row) => row.length > 1);
  return rows.length === 1 ? rows[0]!.map(({ party }) => party) : [];
}

/** Subjects and owners above a word, the nearest first: of its clause, of the noun it stands below, of whoever reports it. */
export function governingSubjects(tree: Tree, at: number): number[] {
  const out: number[] = [];
  const add = (found: number | null): void => {
    if (found !== null && found < at && !out.includes(found)) out.push(found);
  };
  for (let node = tree.tokens[at]!.head, steps = 0; node >= 0 && steps < 12; steps++) {
    // "Iran's strikes on its neighbours"
    for (const owner of childrenBy(tree, node, 'nmod:poss')) if (owner !== at) add(owner);
    add(logicalSubject(tree, node) ?? childrenBy(tree, node, 'nsubj')[0] ?? null);
    const { deprel, head } = tree.tokens[node]!;
    // "said that France refused and that it would leave": the clause before is no governor of one with its own subject.
    node =
      deprel === 'conj' && head >= 0 && childrenBy(tree, node, 'nsubj').length > 0
        ? tree.tokens[head]!.head
        : head;
  }
  return out;
}

/** Who asks, of a pronoun that is the subject of what is asked: "demanded that it leave" is not asked of oneself. */
export function askerAbove(tree: Tree, at: number, asks: (lemma: string) => boolean): number | null {
  const { deprel, head } = tree.tokens[at]!;
  if (!deprel.startsWith('nsubj') || head < 0 || !/^(ccomp|xcomp)$/.test(tree.tokens[head]!.deprel))
    return null;
  const above = tree.tokens[head]!.head;
  return above >= 0 && asks(tree.tokens[above]!.lemma.toLowerCase()) ? logicalSubject(tree, above) : null;
}

/** The subject of the clause whose object or phrase a personal pronoun is: "Nauru cut ties with it" is not with Nauru. */
export function coArgument(tree: Tree, at: number): number | null {
  const { deprel, head } = tree.tokens[at]!;
  if (head < 0 || /self$|selves$/.test(tree.tokens[at]!.text)) return null;
  if (!/^(obj|iobj|obl|nmod)(:|$)/.test(deprel) || deprel === 'nmod:poss') return null;
  let verb = head;
  for (let step = 0; verb >= 0 && !isVerb(tree.tokens[verb]!) && step < 4; step++)
    verb = tree.tokens[verb]!.head;
  return verb < 0 ? null : (surfaceSubject(tree, verb) ?? null);
}

/** "the two countries", "both sides", "either country". */
export function isPair(tree: Tree, at: number): boolean {
  return tree.kids[at]!.some((kid) =>
    ['two', 'both', 'either', 'neither', 'each'].includes(tree.tokens[kid]!.lemma.toLowerCase()),
  );
}

export function isNumber(word: string): boolean {
  return (
    /^\d[\d,]*$/.test(word) ||
    /^\w+(teen|ty)$/.test(word) ||
    [...numbers, 'seven', 'eight', 'nine', 'ten'].includes(word)
  );
}

export const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];

export function countOf(tree: Tree, at: number): number {
  const number = childrenBy(tree, at, 'nummod')[0];
  return number === undefined ? 0 : Math.max(0, numbers.indexOf(tree.forms[number]!));
}

export function isDefinite(tree: Tree, at: number): boolean {
  return tree.kids[at]!.some((kid) => {
    const { deprel, lemma } = tree.tokens[kid]!;
    return deprel === 'det' && ['the', 'that', 'this'].includes(lemma.toLowerCase());
  });
}

export function isFirstPerson(word: string): boolean {
  return firsts.has(word.toLowerCase());
}

/** Is this nominal the subject of its clause? */
export function isSubject(tree: Tree, at: number): boolean {
  return relation(tree.tokens[at]!) === 'nsubj' || markOf(tree, at) === 'according to';
}

const groupSectors = new Set(['REB', 'UAF', 'CRM', 'PTY', 'OPP']);

export function isGroup(sector: string): boolean {
  return groupSectors.has(sector);
}

/** Who may be one of "both sides": no orphans, newspapers or firms. */
export function isSide(sector: string): boolean {
  return stateSectors.has(sector) || groupSectors.has(sector);
}

/** "the organisation", "the agency": between states or of citizens. */
export function isBody(sector: string): boolean {
  return ['IGO', 'NGO', 'HRI', 'DEV'].includes(sector);
}

export function isGovernment({ country, sectors }: Party): boolean {
  return country !== null && sectors[0] === 'GOV';
}

// Who does what in a clause: the logical subject and objects of a verb, with passive, control, relative clause,
// participle and coordination undone.
import {
  childExactly,
  childrenBy,
  isNominal,
  isVerb,
  markOf,
  perToken,
  type Tree,
  withConjuncts,
} from './tree.ts';

const relativePronouns = new Set(['who', 'which', 'that', 'whom']);
/** Verbs whose infinitive is done by the subject although they have an object ("promised Kyiv to send"). */
const subjectControl = new Set(['promise', 'vow', 'pledge', 'threaten']);

export function isPassive(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb]!;
  if (childrenBy(tree, verb, 'nsubj:pass', 'aux:pass', 'csubj:pass').length > 0) return true;
  if (token.xpos !== 'VBN') return false;
  // "sanctions imposed on Iran": a bare participle after its noun; "given the floor": with an active subject it isn't.
  if (token.deprel === 'acl' || token.deprel === 'amod') return childExactly(tree, verb, 'nsubj') === null;
  if (token.deprel === 'conj') {
    const head = token.head;
    return childrenBy(tree, verb, 'nsubj', 'aux').length === 0 && isPassive(tree, head);
  }
  if (token.deprel === 'advcl' || token.deprel === 'xcomp')
    return childrenBy(tree, verb, 'nsubj', 'aux', 'obj').length === 0;
  return false;
}

/** The token that does it, or null when the clause doesn't say. */
export function logicalSubject(tree: Tree, verb: number, depth = 0): number | null {
  if (isPassive(tree, verb)) return agentOf(tree, verb);
  return surfaceSubject(tree, verb, depth);
}

/** The by-phrase of a passive. */
function agentOf(tree: Tree, verb: number): number | null {
  const agent = childExactly(tree, verb, 'obl:agent');
  if (agent !== null) return agent;
  return (
    childrenBy(tree, verb, 'obl').find(
      (kid) => markOf(tree, kid) === 'by' && !/^\d/.test(tree.tokens[kid]!.text),
    ) ?? null
  );
}

/** The grammatical subject, also when it stands in a governing clause. */
export function surfaceSubject(tree: Tree, verb: number, depth = 0): number | null {
  if (depth > 8) return null;
  const token = tree.tokens[verb]!;
  const own = childExactly(tree, verb, 'nsubj', 'nsubj:pass', 'nsubj:outer');
  if (own !== null) return resolveRelative(tree, verb, own);
  const head = token.head;
  if (head < 0) return null;
  const above = tree.tokens[head]!;
  switch (token.deprel) {
    case 'conj':
      return isVerb(above) || above.upos === 'ADJ' || childExactly(tree, head, 'nsubj', 'nsubj:pass') !== null
        ? surfaceSubject(tree, head, depth + 1)
        : null;
    case 'xcomp': {
      const object = childExactly(tree, head, 'obj', 'iobj');
      if (object !== null && !subjectControl.has(above.lemma)) return resolveRelative(tree, head, object);
      return surfaceSubject(tree, head, depth + 1);
    }
    case 'advcl':
      // "ordered Israel to halt it, siding with South Africa": behind a comma it is the main subject's.
      if (
        token.xpos === 'VBG' &&
        above.deprel === 'xcomp' &&
        verb > head &&
        tree.tokens[verb - 1]?.text === ','
      )
        return surfaceSubject(tree, above.head, depth + 1);
      return isFiniteVerb(tree, verb) ? null : surfaceSubject(tree, head, depth + 1);
    case 'parataxis':
    case 'ccomp':
      // "Speaking in Hanoi, Putin threatened"; a finite clause must have its own subject.
      return isFiniteVerb(tree, verb) ? null : surfaceSubject(tree, head, depth + 1);
    case 'acl':
      // "troops fighting rebels": the noun does it; "a vow to attack": whoever vows.
      if (token.xpos === 'VBG') return head;
      return childrenBy(tree, verb, 'mark').length > 0 ? null : head;
    case 'acl:relcl':
    case 'amod':
      return token.deprel === 'amod' && token.xpos !== 'VBG' ? null : gapSubject(tree, verb, head);
    default:
      return null;
  }
}

function isFiniteVerb(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb]!;
  if (['VBD', 'VBZ', 'VBP', 'MD'].includes(token.xpos)) return true;
  return childrenBy(tree, verb, 'aux', 'cop').some((kid) =>
    ['VBD', 'VBZ', 'VBP', 'MD'].includes(tree.tokens[kid]!.xpos),
  );
}

function gapSubject(tree: Tree, verb: number, head: number): number | null {
  return childExactly(tree, verb, 'nsubj', 'nsubj:pass') === null ? head : null;
}

/** "the general who said": who is the general. */
function resolveRelative(tree: Tree, clause: number, at: number): number {
  const token = tree.tokens[at]!;
  if (!relativePronouns.has(token.lemma.toLowerCase()) || token.xpos === 'DT') return at;
  let node = clause;
  while (node >= 0) {
    const { deprel, head } = tree.tokens[node]!;
    if (deprel === 'acl:relcl' || deprel === 'advcl:relcl') return head;
    if (deprel !== 'conj' && deprel !== 'xcomp') return at;
    node = head;
  }
  return at;
}

/** Direct and indirect objects in the logical sense: [first, second] as in "give R X" when both are there. */
export const logicalObjects = perToken(readObjects);

type Objects = { readonly direct: number | null; readonly indirect: number | null };

function readObjects(tree: Tree, verb: number): Objects {
  const token = tree.tokens[verb]!;
  const objects = childrenBy(tree, verb, 'obj')
    .filter((at) => !hasCase(tree, at))
    .map((at) => resolveRelative(tree, verb, at));
  let indirect = childExactly(tree, verb, 'iobj');
  let direct = objects[0] ?? null;
  if (objects.length > 1 && indirect === null) {
    indirect = objects[0]!;
    direct = objects[1]!;
  }
  if (isPassive(tree, verb)) {
    const subject =
      token.deprel === 'acl' || token.deprel === 'amod' ? token.head : surfaceSubject(tree, verb);
    if (direct === null) return { direct: subject, indirect };
    return { direct, indirect: indirect ?? subject };
  }
  if (direct === null && token.deprel === 'acl:relcl' && childExactly(tree, verb, 'nsubj') !== null) {
    // "the arms (that) Russia supplied": the gap is the object, unless the noun fills another place.
    const subject = childExactly(tree, verb, 'nsubj')!;
    const where = childrenBy(tree, verb, 'advmod', 'obl').some((kid) =>
      ['where', 'when', 'why'].includes(tree.tokens[kid]!.lemma),
    );
    if (!relativePronouns.has(tree.tokens[subject]!.lemma) && !where) direct = token.head;
  }
  if (direct === null && token.deprel === 'xcomp') {
    // "weapons to attack"; a shared object in coordination: "visit and praise Kyiv".
    const shared = tree.kids[verb]!.find((kid) => tree.tokens[kid]!.deprel === 'conj');
    if (shared !== undefined) direct = childExactly(tree, shared, 'obj');
  }
  if (direct === null) {
    const next = tree.kids[verb]!.find(
      (kid) => tree.tokens[kid]!.deprel === 'conj' && isVerb(tree.tokens[kid]!),
    );
    if (next !== undefined && next === verb + 2) direct = childExactly(tree, next, 'obj');
  }
  return { direct, indirect };
}

function hasCase(tree: Tree, at: number): boolean {
  return tree.kids[at]!.some((kid) => tree.tokens[kid]!.deprel === 'case' && kid < at);
}

/** Nominals after one of these prepositions, nearest first: on the head, on its object, on its complement. */
export function afterPreposition(tree: Tree, head: number, prepositions: readonly string[]): number[] {
  const found: number[] = [];
  const look = (at: number, ...relations: string[]): void => {
    for (const kid of childrenBy(tree, at, ...relations)) {
      if (found.includes(kid)) continue;
      if (matchesPreposition(tree, kid, prepositions)) found.push(kid);
      else {
        const via = throughPhrase(tree, kid, prepositions);
        if (via !== null) found.push(via);
      }
    }
  };
  // A phrase with a preposition that the parser took for an object is a phrase all the same.
  look(head, 'obl', 'nmod', 'obj', 'iobj');
  const { direct, indirect } = isVerb(tree.tokens[head]!)
    ? logicalObjects(tree, head)
    : { direct: null, indirect: null };
  for (const object of [direct, indirect]) {
    if (object !== null && object > head) for (const one of withConjuncts(tree, object)) look(one, 'nmod');
  }
  for (const kid of childrenBy(tree, head, 'xcomp')) if (!isVerb(tree.tokens[kid]!)) look(kid, 'obl', 'nmod');
  // The parser may hang the phrase one noun too low: "a ban on exports of oil to Iran".
  if (found.length === 0) {
    for (const kid of childrenBy(tree, head, 'obl', 'nmod')) look(kid, 'nmod');
    if (direct !== null && direct > head)
      for (const kid of childrenBy(tree, direct, 'nmod')) look(kid, 'nmod');
  }
  return found;
}

function matchesPreposition(tree: Tree, at: number, prepositions: readonly string[]): boolean {
  const mark = markOf(tree, at);
  if (mark === '') return false;
  return prepositions.some(
    (one) => one === mark || (one !== '' && (mark.startsWith(`${one} `) || mark.endsWith(` ${one}`))),
  );
}

/** "in favour of Kyiv" read as a noun phrase: in -> favour -> of -> Kyiv. */
function throughPhrase(tree: Tree, at: number, prepositions: readonly string[]): number | null {
  const start = `${markOf(tree, at)} ${tree.tokens[at]!.lemma.toLowerCase()} `;
  for (const one of prepositions) {
    if (!one.startsWith(start)) continue;
    const last = one.slice(start.length);
    const found = childrenBy(tree, at, 'nmod', 'obl').find((kid) => markOf(tree, kid) === last);
    if (found !== undefined) return found;
  }
  return null;
}

export { isNominal };

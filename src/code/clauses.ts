// Clauses that something is said, asked or threatened of: who does it, who is asked, on what condition. Read off the tree.
import { logicalSubject } from './roles.ts';
import { childrenBy, isVerb, markOf, type Tree } from './tree.ts';

/** "called for the junta to step down": who stands after "for" is the subject of the infinitive. */
export function subjectAfterFor(tree: Tree, head: number, prepositions: readonly string[]): number[] {
  if (!prepositions.includes('for')) return [];
  return childrenBy(tree, head, 'advcl', 'ccomp', 'xcomp', 'acl')
    .filter((kid) => markOf(tree, kid).startsWith('for '))
    .flatMap((kid) => childrenBy(tree, kid, 'nsubj'));
}

/** "Tehran could expel them, a lawmaker warned": what is told stands before the verb that tells it. */
export function toldBefore(tree: Tree, head: number): number | null {
  const token = tree.tokens[head]!;
  const told = token.deprel === 'parataxis' && token.head >= 0 && token.head < head;
  return told && childrenBy(tree, head, 'nsubj', 'obl:agent').length > 0 ? token.head : null;
}

/** A verb, or what is said of a subject: "that France was aware", "that Israel was behind it". */
export function isClause(tree: Tree, at: number): boolean {
  return isVerb(tree.tokens[at]!) || childrenBy(tree, at, 'cop').length > 0;
}

/** Who does what a clause tells, if the clause itself says so: "demanded that Beijing buy", "that it be removed by Seoul". */
export function clauseDoer(tree: Tree, clause: number): number[] {
  if (!isClause(tree, clause)) return [];
  const own = childrenBy(tree, clause, 'nsubj', 'obl:agent', 'obl').some(
    (kid) => tree.tokens[kid]!.deprel !== 'obl' || markOf(tree, kid) === 'by',
  );
  const doer = own ? logicalSubject(tree, clause) : null;
  return doer === null || (tree.tokens[doer]!.upos === 'PRON' && !isPersonal(tree, doer)) ? [] : [doer];
}

/** A pronoun that may stand for somebody: "that they leave", not "that it rains" nor "that this end". */
function isPersonal(tree: Tree, at: number): boolean {
  const { lemma, deprel } = tree.tokens[at]!;
  return deprel !== 'expl' && ['he', 'she', 'it', 'they', 'we', 'i'].includes(lemma.toLowerCase());
}

/** "insisted that it had no part": told as a fact, so nothing is demanded. */
export function isToldAsFact(tree: Tree, clause: number): boolean {
  const predicates = [clause, ...childrenBy(tree, clause, 'aux', 'cop')].map((at) => tree.tokens[at]!);
  if (predicates.some(({ xpos, lemma }) => xpos === 'MD' && !['will', 'wo'].includes(lemma))) return false;
  if (childrenBy(tree, clause, 'nsubj', 'csubj').length === 0) return false;
  return predicates.some(
    ({ xpos, lemma, text }) =>
      // "insists that Stockholm extradite them": a subjunctive that the tagger took for a past (lemma "extradit").
      (xpos === 'VBD' && ![lemma, `${lemma}e`].includes(text.toLowerCase())) ||
      xpos === 'VBZ' ||
      (xpos === 'VBP' && lemma !== text.toLowerCase()) ||
      lemma === 'will',
  );
}

/** "would block roads if the government did not yield": of whom something is expected, by the condition. */
export function conditionSubject(tree: Tree, head: number): number[] {
  for (let node = head, step = 0; node >= 0 && step < 5; node = tree.tokens[node]!.head, step++) {
    for (const kid of childrenBy(tree, node, 'advcl')) {
      if (kid === head || !['if', 'unless', 'should', 'until'].includes(firstWord(tree, kid))) continue;
      const doer = clauseDoer(tree, kid);
      if (doer.length > 0) return doer;
    }
    if (!['xcomp', 'ccomp', 'conj', 'parataxis'].includes(tree.tokens[node]!.deprel)) return [];
  }
  return [];
}

/** "could expel them if sanctions remained": does a condition hang on this clause, or on the one that tells it? */
export function hasCondition(tree: Tree, head: number): boolean {
  for (let node = head, step = 0; node >= 0 && step < 5; node = tree.tokens[node]!.head, step++) {
    const conditions = childrenBy(tree, node, 'advcl').filter((kid) =>
      ['if', 'unless', 'should', 'until', 'as long as', 'so long as'].includes(firstWord(tree, kid)),
    );
    if (conditions.length > 0) return true;
    if (!['xcomp', 'ccomp', 'conj', 'parataxis'].includes(tree.tokens[node]!.deprel)) return false;
  }
  return false;
}

function firstWord(tree: Tree, clause: number): string {
  const mark = markOf(tree, clause);
  if (mark !== '') return mark;
  const first = tree.kids[clause]![0];
  return first === undefined ? '' : tree.tokens[first]!.text.toLowerCase();
}

/** "might strike", "could be expelled": open, and up to who speaks. */
export function isPossible(tree: Tree, verb: number): boolean {
  const modals = childrenBy(tree, verb, 'aux').map((at) => tree.tokens[at]!.text.toLowerCase());
  return modals.some((modal) => ['could', 'might', 'may', 'can'].includes(modal));
}

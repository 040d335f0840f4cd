// Whether a clause is told as fact: negated, future, hypothetical, conditional. Read off the tree, no lexicon of acts.
import type { AuxiliaryMode } from '../knowledge/events.ts';
import { isPassive } from './roles.ts';
import { childExactly, childrenBy, isVerb, markOf, type Tree } from './tree.ts';

const negations = new Set(['not', "n't", 'never', 'no', 'neither', 'nor', 'hardly', 'without']);
const possible = new Set(['may', 'might', 'could', 'can']);
const conditions = new Set([
  'if',
  'unless',
  'whether',
  'lest',
  'in case',
  'provided',
  'should',
  'as long as',
  'so long as',
]);
/** "instead of withdrawing, they dug in" */
const undone = new Set(['without', 'instead of', 'rather than', 'far from', 'short of']);
const nobody = new Set(['nobody', 'nothing', 'none']);
/** "is set to", "is due to", "is expected to": a future in the words of news. */
const futureWords = new Set(['set', 'due', 'expected', 'scheduled', 'slated', 'poised', 'about', 'bound']);

export type Modality = {
  readonly auxiliary: ReadonlySet<AuxiliaryMode>;
  /** Necessity ("must", "should"): the lemma, which the tables may read as a demand of whoever speaks. */
  readonly necessity: string | null;
  /** The token of the clause whose mark makes it conditional ("if ..."), or null. */
  readonly condition: number | null;
};

/** The modality of the clause headed by a verb, or of an act noun with the verb that carries it. */
export function modalityOf(tree: Tree, head: number, carrier: number | null): Modality {
  const auxiliary = new Set<AuxiliaryMode>();
  let condition: number | null = null;
  const predicate =
    carrier ?? (isVerb(tree.tokens[head]!) || childExactly(tree, head, 'cop') !== null ? head : null);
  if (isNegatedNominal(tree, head)) auxiliary.add('negation');
  if (predicate !== null) {
    readClause(tree, predicate, auxiliary);
    condition = conditionAbove(tree, predicate);
  } else if (!isVerb(tree.tokens[head]!)) {
    // "in the event of an attack", "in case of war"
    const mark = markOf(tree, head);
    const above = tree.tokens[head]!.head;
    if (
      mark === 'in case of' ||
      (mark === 'of' && above >= 0 && tree.tokens[above]!.lemma === 'event' && markOf(tree, above) === 'in')
    )
      condition = head;
    else if (mark === 'without') auxiliary.add('negation');
    // "any attack on our cables will have consequences"
    else if (tree.kids[head]!.some((kid) => tree.tokens[kid]!.deprel === 'det' && tree.forms[kid] === 'any'))
      auxiliary.add('hypothetical');
  }
  if (condition !== null) auxiliary.add('hypothetical');
  const necessity = predicate === null ? null : necessityOf(tree, predicate);
  return { auxiliary, condition, necessity };
}

function necessityOf(tree: Tree, predicate: number): string | null {
  const own = childrenBy(tree, predicate, 'aux', 'nsubj').length > 0;
  // "must take them down and say sorry": the auxiliary is shared.
  const { deprel, head, xpos } = tree.tokens[predicate]!;
  if (deprel === 'conj' && !own && head >= 0 && sameForm(xpos, tree.tokens[head]!.xpos))
    return necessityOf(tree, head);
  const modal = childrenBy(tree, predicate, 'aux').find((kid) =>
    ['must', 'should', 'ought'].includes(tree.tokens[kid]!.text.toLowerCase()),
  );
  if (modal !== undefined) return tree.tokens[modal]!.text.toLowerCase();
  const token = tree.tokens[predicate]!;
  const above = tree.tokens[token.head];
  // "has to withdraw", "needs to release", and one step up: "must immediately stop attacking" stands on stop
  if (token.deprel === 'xcomp' && above !== undefined && ['have', 'need'].includes(above.lemma))
    return above.lemma;
  return null;
}

function readClause(tree: Tree, predicate: number, auxiliary: Set<AuxiliaryMode>): void {
  let node = predicate;
  let first = true;
  for (let step = 0; node >= 0 && step < 6; step++) {
    for (const kid of tree.kids[node]!) {
      const token = tree.tokens[kid]!;
      const lemma = token.lemma.toLowerCase();
      // "are to open": arranged for
      if (isArranged(tree, kid, node)) auxiliary.add('future');
      if (token.deprel === 'aux') readAuxiliary(tree, predicate, lemma, token.text.toLowerCase(), auxiliary);
      // A verb's negation reaches down only from its own clause: "did not say it bombed" denies the saying.
      const denies = token.deprel.startsWith('advmod') && negations.has(lemma) && !isFocus(tree, kid);
      if (first && denies) auxiliary.add('negation');
      if (first && token.deprel === 'cc:preconj' && lemma === 'neither') auxiliary.add('negation');
    }
    const token = tree.tokens[node]!;
    const mark = markOf(tree, node);
    if (first && (undone.has(mark) || mark.endsWith(' without'))) auxiliary.add('negation');
    // "shelled nobody"
    if (first && childrenBy(tree, node, 'obj').some((kid) => nobody.has(tree.forms[kid]!)))
      auxiliary.add('negation');
    const subject = childrenBy(tree, node, 'nsubj')[0];
    if (first && subject !== undefined && isNegatedNominal(tree, subject)) auxiliary.add('negation');
    const arranged = tree.kids[node]!.some((kid) => isArranged(tree, kid, node));
    if (/\bto$/.test(mark) && !arranged && (token.deprel === 'advcl' || token.deprel === 'acl')) {
      auxiliary.add('hypothetical');
      return;
    }
    if (token.deprel === 'xcomp' && token.head >= 0) {
      const above = tree.tokens[token.head]!;
      if (futureWords.has(above.lemma) && (/\bto$/.test(mark) || token.xpos === 'VB'))
        auxiliary.add('future');
      node = token.head;
      first = false;
      continue;
    }
    if (token.deprel === 'conj' && token.head >= 0 && isVerb(tree.tokens[token.head]!)) {
      const own = childrenBy(tree, node, 'aux', 'nsubj').length > 0;
      if (own || !sameForm(token.xpos, tree.tokens[token.head]!.xpos)) return;
      // "will visit and sign": the auxiliary is shared; a negation is too.
      node = token.head;
      continue;
    }
    return;
  }
}

/** Is this a form of "be" followed by the infinitive it arranges: "are to open"? */
function isArranged(tree: Tree, be: number, verb: number): boolean {
  const next = tree.tokens[be + 1];
  const { lemma, xpos } = tree.tokens[be]!;
  return (
    lemma === 'be' &&
    ['VBZ', 'VBP', 'VBD'].includes(xpos) &&
    tree.tokens[verb]!.xpos === 'VB' &&
    be < verb &&
    next?.xpos === 'TO' &&
    next.head === verb &&
    ['aux', 'cop'].includes(tree.tokens[be]!.deprel)
  );
}

function sameForm(a: string, b: string): boolean {
  return a === b || (a.startsWith('VB') && b.startsWith('VB') && ['VB', 'VBN', 'VBG'].includes(a));
}

function readAuxiliary(
  tree: Tree,
  predicate: number,
  lemma: string,
  form: string,
  auxiliary: Set<AuxiliaryMode>,
): void {
  if (form === 'will' || form === "'ll" || form === 'shall' || form === 'wo') auxiliary.add('future');
  else if (form === 'would' || form === "'d")
    auxiliary.add(isReported(tree, predicate) ? 'future' : 'hypothetical');
  else if (possible.has(lemma) || possible.has(form)) auxiliary.add('hypothetical');
  else if (form === 'should' || form === 'must' || form === 'ought') auxiliary.add('hypothetical');
  else if (form === 'going') auxiliary.add('future');
}

/** "said it would send": would is the past of will. A conditional clause below makes it a conditional all the same. */
function isReported(tree: Tree, predicate: number): boolean {
  let node = predicate;
  for (let step = 0; node >= 0 && step < 6; step++) {
    const { deprel, head } = tree.tokens[node]!;
    if (deprel === 'ccomp' || deprel === 'parataxis') return true;
    if (deprel !== 'xcomp' && deprel !== 'conj') break;
    node = head;
  }
  // A quoted or free-standing main clause: "The U.S. would continue to work with allies".
  return tree.tokens[predicate]!.head < 0;
}

/** "not only cut the gas but", "not until Israel lifted the blockade": what follows did happen. */
function isFocus(tree: Tree, not: number): boolean {
  const next = tree.forms[not + 1] ?? '';
  return ['only', 'just', 'merely', 'simply', 'until', 'before', 'least', 'surprisingly'].includes(next);
}

function isNegatedNominal(tree: Tree, at: number): boolean {
  return tree.kids[at]!.some((kid) => {
    const { deprel, lemma } = tree.tokens[kid]!;
    const word = lemma.toLowerCase();
    return (
      ((deprel === 'det' || deprel === 'cc:preconj' || deprel === 'cc') &&
        ['no', 'neither'].includes(word)) ||
      (deprel === 'advmod' && word === 'not' && !isFocus(tree, kid))
    );
  });
}

/** Climbs to the clause that an if, unless or whether introduces. */
function conditionAbove(tree: Tree, predicate: number): number | null {
  let node = predicate;
  for (let step = 0; node >= 0 && step < 10; step++) {
    const { deprel, head } = tree.tokens[node]!;
    const mark = markOf(tree, node);
    if (mark !== '' && conditions.has(mark) && !isVerbOfAsking(tree, node, mark)) return node;
    if (isInverted(tree, node)) return node;
    if (deprel.startsWith('acl:relcl')) return null;
    if (!['xcomp', 'ccomp', 'conj', 'advcl', 'obj', 'obl', 'nmod'].includes(deprel.split(':')[0]!))
      return null;
    if (deprel === 'advcl' && mark !== '' && !/^to$/.test(mark)) return null;
    node = head;
  }
  return null;
}

function isVerbOfAsking(tree: Tree, node: number, mark: string): boolean {
  return (
    mark === 'if' &&
    tree.tokens[node]!.deprel === 'ccomp' &&
    tree.tokens[tree.tokens[node]!.head]?.lemma === 'ask'
  );
}

/** "Should Seoul send arms, ..." */
function isInverted(tree: Tree, node: number): boolean {
  const first = tree.kids[node]![0];
  if (first === undefined || first > node) return false;
  const token = tree.tokens[first]!;
  const subject = childExactly(tree, node, 'nsubj', 'nsubj:pass');
  return (
    token.deprel === 'aux' &&
    ['should', 'had', 'were'].includes(token.text.toLowerCase()) &&
    subject !== null &&
    subject > first &&
    tree.tokens[node]!.deprel === 'advcl'
  );
}

/** Past, present or future in form: decides to which side of the publication day a weekday falls. */
export function isPast(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb]!;
  if (token.xpos === 'VBD' || (token.xpos === 'VBN' && isPassive(tree, verb))) return true;
  return childrenBy(tree, verb, 'aux', 'cop').some((kid) => tree.tokens[kid]!.xpos === 'VBD');
}

// What the relate classifier looks at in a marked pair: the lexicon's readings, and the words on and beside the path
// between the parties in the tree. Only single lemmas and pairs of them, never names, so that no sentence can be read back.
import type { Annotated, EventType } from '../records/index.ts';
import type { MarkedPair, Relation } from './relate.ts';
import { buildTree, childrenBy, isVerb, markOf, relation, type Tree } from './tree.ts';

const aside = new Set(['PROPN', 'NUM', 'PUNCT', 'SYM', 'X']);

/** The features that hold, sorted, each once. All are present or absent. */
export function relateFeatures(
  annotated: Annotated,
  pair: MarkedPair,
  relations: readonly Relation[],
): string[] {
  const out = new Set<string>(['any']);
  addLexicon(out, relations);
  for (const sentence of annotated.sentences) {
    const tree = buildTree(sentence);
    const actor = headIn(tree, pair.actor);
    const recipient = headIn(tree, pair.recipient);
    if (actor === null && recipient === null) continue;
    addWords(out, tree, pair);
    if (actor !== null) addParty(out, tree, actor, 'actor');
    if (recipient !== null) addParty(out, tree, recipient, 'recipient');
    if (actor !== null && recipient !== null) addPath(out, tree, actor, recipient);
  }
  return [...out].sort();
}

function addLexicon(out: Set<string>, relations: readonly Relation[]): void {
  const [best] = relations;
  if (best === undefined) {
    out.add('lexicon silent');
    return;
  }
  const fit = best.because.at(-1)!;
  out.add(`lexicon ${best.type}`);
  out.add(`lexicon ${best.type}, ${fit}`);
  out.add(`lexicon ${best.confidence >= 0.7 ? 'sure of' : 'unsure of'} ${best.type}`);
  if (best.mode !== null) out.add(`lexicon ${best.type} by ${best.mode}`);
  for (const why of best.because) {
    const [, entry] = /^((?:act|operator) \S+)/.exec(why) ?? [];
    if (entry !== undefined) out.add(`lexicon ${entry}`);
    const [, family] = /^((?:act|operator) [a-z]+)/i.exec(why) ?? [];
    if (family !== undefined && family !== entry) out.add(`lexicon ${family} in part`);
  }
  const strong = best.confidence;
  const types = new Set<EventType>();
  for (const other of relations.slice(0, 8)) {
    if (types.has(other.type)) continue;
    types.add(other.type);
    out.add(`lexicon also ${other.type}`);
    if (other.type !== best.type && other.confidence >= 0.6 * strong)
      out.add(`lexicon ${best.type} or ${other.type}`);
    if (types.size === 2) out.add(`lexicon second ${other.type}`);
  }
}

/** The token of a span whose head lies outside it. */
function headIn(tree: Tree, span: { start: number; end: number }): number | null {
  const within = (at: number): boolean =>
    at >= 0 && tree.tokens[at]!.start < span.end && tree.tokens[at]!.end > span.start;
  return tree.tokens.find(({ index, head }) => within(index) && !within(head))?.index ?? null;
}

function addWords(out: Set<string>, tree: Tree, pair: MarkedPair): void {
  const from = Math.min(pair.actor.end, pair.recipient.end);
  const to = Math.max(pair.actor.start, pair.recipient.start);
  for (const { start, end, lemma, upos, head } of tree.tokens) {
    const marked = [pair.actor, pair.recipient].some((span) => start < span.end && end > span.start);
    if (marked || aside.has(upos)) continue;
    const word = lemma.toLowerCase();
    out.add(`word ${word}`);
    if (start >= from && end <= to) out.add(`between ${word}`);
    if (head < 0) out.add(`root ${word}`);
  }
  if (/["“”]/.test(tree.tokens.map(({ text }) => text).join(''))) out.add('quoted words');
  out.add(pair.actor.start < pair.recipient.start ? 'actor first' : 'recipient first');
}

/** The verbs above a party with their objects, and how the party hangs on them. */
function addParty(out: Set<string>, tree: Tree, at: number, who: string): void {
  const token = tree.tokens[at]!;
  const mark = markOf(tree, at);
  out.add(`${who} as ${relation(token)}`);
  if (mark !== '') out.add(`${who} after ${mark}`);
  let verbs = 0;
  for (let node = token.head, steps = 0; node >= 0 && steps < 6; node = tree.tokens[node]!.head, steps++) {
    const above = tree.tokens[node]!;
    if (aside.has(above.upos)) continue;
    const lemma = above.lemma.toLowerCase();
    out.add(`above ${who}: ${lemma}`);
    if (steps === 0) {
      out.add(`${who} as ${token.deprel} of ${lemma}`);
      if (mark !== '') out.add(`${who}: ${lemma} ${mark}`);
    }
    if (!isVerb(above) || verbs++ > 0) continue;
    out.add(`verb of ${who}: ${lemma}`);
    for (const kid of childrenBy(
      tree,
      node,
      'obj',
      'xcomp',
      'ccomp',
      'obl',
      'compound:prt',
      'aux',
      'advmod',
    )) {
      const below = tree.tokens[kid]!;
      if (aside.has(below.upos)) continue;
      const word = below.lemma.toLowerCase();
      out.add(`${lemma} + ${word}`);
      if (relation(below) === 'aux' || word === 'not') out.add(`with ${word} over ${who}`);
    }
  }
}

/** The words from the actor up to where the two meet and down to the recipient. */
function addPath(out: Set<string>, tree: Tree, actor: number, recipient: number): void {
  const chain = (at: number): number[] => {
    const nodes: number[] = [];
    for (let node = at; node >= 0; node = tree.tokens[node]!.head) nodes.push(node);
    return nodes;
  };
  const up = chain(actor);
  const down = chain(recipient);
  const meet = up.find((node) => down.includes(node))!;
  const nodes = [...up.slice(0, up.indexOf(meet) + 1), ...down.slice(0, down.indexOf(meet)).reverse()];
  const words = nodes
    .filter((node) => node !== actor && node !== recipient && !aside.has(tree.tokens[node]!.upos))
    .map((node) => tree.tokens[node]!.lemma.toLowerCase());
  for (const [at, word] of words.entries()) {
    out.add(`path ${word}`);
    if (at > 0) out.add(`path ${words[at - 1]} ${word}`);
  }
  out.add(`path of ${Math.min(6, nodes.length)}`);
  const top = tree.tokens[meet]!;
  if (!aside.has(top.upos)) out.add(`meet at ${top.lemma.toLowerCase()}`);
}

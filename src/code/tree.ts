// A sentence's dependency tree with children at hand. Read-only helpers; nothing here knows the lexicon.
import type { Sentence, Span, Token } from '../records/index.ts';

export type Tree = {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Children of each token, in order of the text. */
  readonly kids: readonly (readonly number[])[];
  readonly root: number;
  /** Lemmas and written forms in lower case, by token. */
  readonly lemmas: readonly string[];
  readonly forms: readonly string[];
};

export function buildTree(sentence: Sentence): Tree {
  const kids: number[][] = sentence.tokens.map(() => []);
  let root = 0;
  for (const token of sentence.tokens) {
    if (token.head < 0) root = token.index;
    else kids[token.head]?.push(token.index);
  }
  return {
    sentence,
    tokens: sentence.tokens,
    kids,
    root,
    lemmas: sentence.tokens.map(({ lemma }) => lemma.toLowerCase()),
    forms: sentence.tokens.map(({ text }) => text.toLowerCase()),
  };
}

/** The relation without its subtype: `nsubj:pass` is `nsubj`. */
export function relation(token: Token): string {
  const colon = token.deprel.indexOf(':');
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon);
}

export function childrenBy(tree: Tree, at: number, ...relations: string[]): number[] {
  const kids = tree.kids[at]!;
  if (kids.length === 0) return [];
  return kids.filter((kid) => relations.some((one) => isRelation(tree.tokens[kid]!.deprel, one)));
}

/** Is it that relation or, for one named without subtype, a subtype of it? */
function isRelation(deprel: string, relation: string): boolean {
  return (
    deprel.startsWith(relation) && (deprel.length === relation.length || deprel[relation.length] === ':')
  );
}

/** The first child with exactly one of these relations (subtypes are not included). */
export function childExactly(tree: Tree, at: number, ...relations: string[]): number | null {
  return tree.kids[at]!.find((kid) => relations.includes(tree.tokens[kid]!.deprel)) ?? null;
}

/** The token and its conjuncts, in order: "Russia and China". */
export function withConjuncts(tree: Tree, at: number): number[] {
  const out = [at];
  for (const kid of tree.kids[at]!)
    if (tree.tokens[kid]!.deprel === 'conj') out.push(...withConjuncts(tree, kid));
  return out;
}

/** A reading of a token that is made once a tree: every pattern of the lexicon with a fitting head asks for it again. */
export function perToken<T>(read: (tree: Tree, at: number) => T): (tree: Tree, at: number) => T {
  const trees = new WeakMap<Tree, (T | undefined)[]>();
  return (tree, at) => {
    let known = trees.get(tree);
    if (known === undefined) {
      known = tree.tokens.map(() => undefined);
      trees.set(tree, known);
    }
    const found = known[at];
    if (found !== undefined) return found;
    const made = read(tree, at);
    known[at] = made;
    return made;
  };
}

/** The preposition(s) or marks in front of a nominal or clause, lower-case, such as "in favour of" or "because of". */
export const markOf = perToken(readMark);

function readMark(tree: Tree, at: number): string {
  const words: string[] = [];
  for (const kid of tree.kids[at]!) {
    const token = tree.tokens[kid]!;
    if (token.deprel !== 'case' && token.deprel !== 'mark') continue;
    words.push(token.lemma.toLowerCase());
    for (const part of tree.kids[kid]!)
      if (tree.tokens[part]!.deprel === 'fixed') words.push(tree.tokens[part]!.text.toLowerCase());
  }
  if (words.length > 0) return words.join(' ');
  // In a coordination the preposition stands on the first conjunct: "in Gaza and Lebanon".
  const token = tree.tokens[at]!;
  return token.deprel === 'conj' && token.head >= 0 ? readMark(tree, token.head) : '';
}

/** All tokens below and including `at`, in order of the text. */
export function subtree(tree: Tree, at: number, skip: (token: Token) => boolean = () => false): number[] {
  const out: number[] = [];
  const walk = (node: number): void => {
    out.push(node);
    for (const kid of tree.kids[node]!) if (!skip(tree.tokens[kid]!)) walk(kid);
  };
  walk(at);
  return out.sort((a, b) => a - b);
}

/** The stretch of the document from the first to the last of these tokens. */
export function spanOf(tree: Tree, at: readonly number[], text: string): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const index of at) {
    start = Math.min(start, tree.tokens[index]!.start);
    end = Math.max(end, tree.tokens[index]!.end);
  }
  return { text: text.slice(start, end), start, end };
}

/** Is `at` below `above` (or the same)? */
export function isBelow(tree: Tree, at: number, above: number): boolean {
  for (let node = at; node >= 0; node = tree.tokens[node]!.head) if (node === above) return true;
  return false;
}

export function isVerb(token: Token): boolean {
  return token.upos === 'VERB' || token.upos === 'AUX';
}

export function isNominal(token: Token): boolean {
  return token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'PRON' || token.upos === 'NUM';
}

/** How many heads stand above a token. */
export function depthOf(tree: Tree, at: number): number {
  let depth = 0;
  for (let node = tree.tokens[at]!.head; node >= 0 && depth < 1000; node = tree.tokens[node]!.head) depth++;
  return depth;
}

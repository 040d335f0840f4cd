// Where what is reported ends. The parser hangs on the reported clause what the writer adds behind it ("..., noting that",
// "..., which is its highest rating", "... - a message that nobody heeded"); here that is taken off again.
import type { Token } from '../../records/index.ts';
import { childrenBy, subtree, type Tree } from '../tree.ts';
import { lemmaOf, type ReportingWords } from './speech.ts';

/** A said clause may hold relative clauses and "but"; behind a wish or a stand they are the writer's. */
export type Tightness = 'clause' | 'phrase';

/** The content tokens without a setting in front of "that" and without the writer's additions at the end. */
export function bounded(
  tree: Tree,
  cue: number,
  content: readonly number[],
  words: ReportingWords,
  tightness: Tightness,
): number[] {
  let kept = fromComplementizer(tree, cue, content);
  for (let round = 0; round < 4; round++) {
    const cut = additionIn(tree, cue, kept, words, tightness);
    if (cut === null) break;
    kept = kept.filter((at) => at < cut);
  }
  return kept;
}

/** "said on Monday | that the bridge is closed": the setting that was hung on the reported clause is the frame's. */
function fromComplementizer(tree: Tree, cue: number, content: readonly number[]): number[] {
  const first = Math.min(...content);
  if (first < cue) return [...content];
  const that = content.find(
    (at) =>
      at > first &&
      at - first <= 12 &&
      tree.tokens[at]!.deprel === 'mark' &&
      ['that', 'whether'].includes(lemmaOf(tree.tokens[at]!)) &&
      content.includes(tree.tokens[at]!.head) &&
      content.every((other) => other >= at || isSetting(tree, other, at)),
  );
  return that === undefined ? [...content] : content.filter((at) => at >= that);
}

function isSetting(tree: Tree, at: number, that: number): boolean {
  const clause = tree.tokens[that]!.head;
  let node = at;
  while (node >= 0 && tree.tokens[node]!.head !== clause && node !== clause) node = tree.tokens[node]!.head;
  return node >= 0 && node !== clause && /^(?:obl|advmod|punct|cc)/.test(tree.tokens[node]!.deprel);
}

/** The first token of an addition that runs to the end of the content, or null. */
function additionIn(
  tree: Tree,
  cue: number,
  content: readonly number[],
  words: ReportingWords,
  tightness: Tightness,
): number | null {
  const kept = new Set(content);
  const row = [...content].sort((a, b) => a - b);
  while (row.length > 0 && tree.tokens[row.at(-1)!]!.upos === 'PUNCT') row.pop();
  const last = row.at(-1);
  if (last === undefined) return null;
  // What covers the last word: the clauses above it, from the innermost.
  for (let node = last, steps = 0; node >= 0 && kept.has(node) && steps < 40; steps++) {
    const token = tree.tokens[node]!;
    if (token.head >= 0 && kept.has(token.head) && token.head < node) {
      const below = subtree(tree, node);
      const start = below[0]!;
      if (
        start > row[0]! + 1 &&
        start > token.head &&
        below.at(-1)! >= last &&
        isAddition(tree, cue, node, start, words, tightness)
      )
        return start;
    }
    node = token.head;
  }
  return null;
}

function isAddition(
  tree: Tree,
  cue: number,
  at: number,
  start: number,
  words: ReportingWords,
  tightness: Tightness,
): boolean {
  const token = tree.tokens[at]!;
  const commaAt = tree.tokens[start]!.text === ',' || tree.tokens[start]!.text === ';' ? start : start - 1;
  const comma = /^[,;]$/.test(tree.tokens[commaAt]?.text ?? '');
  const dash =
    /^(?:-|--|–|—)$/.test(tree.tokens[start]!.text) ||
    /^(?:--|–|—)$/.test(tree.tokens[start - 1]?.text ?? '');
  const subject = childrenBy(tree, at, 'nsubj', 'expl').length > 0;
  const reports = words.speech.has(lemmaOf(token)) || words.stance.has(lemmaOf(token));
  if (token.deprel === 'advcl' && comma && token.xpos === 'VBG' && !subject && reports) return true;
  if (token.deprel === 'conj' && !subject && reports && reportsLike(tree, cue, token)) return true;
  if (tightness === 'clause') return false;
  if (token.deprel === 'acl:relcl' && comma) return true;
  if (token.deprel === 'advcl' && comma) return true;
  if (token.deprel === 'parataxis' || dash) return true;
  return token.deprel === 'conj' && subject;
}

/** "noted that it would have been ready and quoted Orlov": the second verb stands as the cue does, not as the first. */
function reportsLike(tree: Tree, cue: number, token: Token): boolean {
  const form = tree.tokens[cue]!.xpos;
  const first = tree.tokens[token.head]!;
  return token.xpos === form && first.xpos !== form;
}

// The speaker by position, where the tree fails at a quotation's edge: ..." said Senate leader Jane Doe, D-Ohio.
import { isPassive } from '../roles.ts';
import { isNominal, type Tree } from '../tree.ts';
import type { QuoteIndex } from './content.ts';
import { type Cue, lemmaOf, type ReportingWords } from './speech.ts';

const finite = new Set(['VBD', 'VBZ', 'VBP', 'VBN', 'VB', 'NN', 'NNS']);
const reach = 30;
/** Their object is who listens: "told reporters". */
const neverInverted = new Set(['tell', 'inform', 'assure', 'remind', 'notify', 'advise', 'warn', 'ask']);

/** The cue with a speaker: its own unless that stands within the quoted words, else the noun beside the verb. */
export function withSpeaker(cue: Cue, quotes: QuoteIndex, words: ReportingWords): Cue {
  const { tree, at, speaker, frame } = cue;
  if (cue.manner !== 'speech' || (frame !== 'clause' && frame !== 'quote')) return cue;
  const { tokens } = tree;
  const quoted = (token: number): boolean => quotes.around(tokens[token]!.start) !== null;
  if (quoted(at) || (speaker !== null && !quoted(speaker))) return cue;
  if (!finite.has(tokens[at]!.xpos) || isPassive(tree, at))
    return speaker === null ? cue : { ...cue, speaker: null, source: null };
  const isWord = (token: number): boolean => token >= 0 && token < tokens.length && !quoted(token);
  const inverted =
    at > 0 && !neverInverted.has(lemmaOf(tokens[at]!)) && /^[,"”'’?!.]+$/.test(tokens[at - 1]!.text);
  const left = toLeft(tree, at, isWord);
  const right = toRight(tree, at, (token) => isWord(token) && !words.settings.has(lemmaOf(tokens[token]!)));
  const found = inverted ? (right ?? left) : (left ?? right);
  return { ...cue, speaker: found, source: found };
}

/** "Rep. Jane Doe (R-Utah), the chair, said": the first noun back to the quotation or to another verb. */
function toLeft(tree: Tree, at: number, isWord: (token: number) => boolean): number | null {
  let first: number | null = null;
  for (let node = at - 1; isWord(node) && at - node <= reach; node--) {
    const token = tree.tokens[node]!;
    if (token.upos === 'VERB' || /^[;:.]$/.test(token.text) || token.upos === 'SCONJ') break;
    if (isNominal(token)) first = node;
  }
  return first === null ? null : top(tree, first, first, at);
}

function toRight(tree: Tree, at: number, isWord: (token: number) => boolean): number | null {
  for (let node = at + 1; isWord(node) && node - at <= 4; node++) {
    const token = tree.tokens[node]!;
    if (token.upos === 'VERB' || token.upos === 'ADP' || token.upos === 'SCONJ') return null;
    if (!isNominal(token)) continue;
    let last = node;
    while (
      isWord(last + 1) &&
      last - at < reach &&
      tree.tokens[last + 1]!.upos !== 'VERB' &&
      tree.tokens[last + 1]!.upos !== 'PUNCT'
    )
      last++;
    return top(tree, node, at + 1, last + 1);
  }
  return null;
}

/** Climbs to the head of the noun phrase, within [from, to). */
function top(tree: Tree, at: number, from: number, to: number): number {
  let node = at;
  for (
    let head = tree.tokens[node]!.head;
    head >= from && head < to && isNominal(tree.tokens[head]!);
    head = tree.tokens[node]!.head
  )
    node = head;
  return node;
}

// Nouns, adjectives and prepositions that report: "Kyiv's warning that ...", "was confident that ...", "according to".
import { surfaceSubject } from '../roles.ts';
import { childExactly, childrenBy, isVerb, markOf, subtree, type Tree } from '../tree.ts';
import { bounded } from './bounds.ts';
import { contentTokens } from './content.ts';
import { type Cue, lemmaOf, type ReportingWords } from './speech.ts';

const topics = /^(?:of|for|on|about|against|over|to|with|behind|toward|towards|at|regarding|in)$/;

/** All cues of a sentence that are no verbs. */
export function nounCues(tree: Tree, words: ReportingWords): Cue[] {
  const out: Cue[] = [];
  for (const token of tree.tokens) {
    const lemma = lemmaOf(token);
    if (token.upos === 'NOUN' && words.nouns.has(lemma)) push(out, nounCue(tree, token.index, words));
    else if (token.upos === 'NOUN' && words.stands.has(lemma)) push(out, standCue(tree, token.index, words));
    else if (token.upos === 'ADJ' && words.adjectives.has(lemma))
      push(out, adjectiveCue(tree, token.index, words));
    else if (lemma === 'according' || lemma === 'accord') push(out, accordingCue(tree, token.index));
  }
  return out;
}

function push(out: Cue[], cue: Cue | null): void {
  if (cue !== null && cue.content.length > 0) out.push(cue);
}

/** "the claim that", "Putin's promise to", "accusations by Kyiv that". */
function nounCue(tree: Tree, at: number, words: ReportingWords): Cue | null {
  const clause = [...childrenBy(tree, at, 'acl'), ...childrenBy(tree, at, 'ccomp')].find(
    (kid) => kid > at && tree.tokens[kid]!.deprel !== 'acl:relcl' && childrenBy(tree, kid, 'mark').length > 0,
  );
  if (clause === undefined)
    return words.stands.has(lemmaOf(tree.tokens[at]!)) ? standCue(tree, at, words) : null;
  const speaker = holderOf(tree, at);
  if (speaker === null) return null;
  const said = childrenBy(tree, clause, 'mark').every((kid) => tree.tokens[kid]!.lemma !== 'to');
  return {
    tree,
    at,
    speaker,
    source: speaker,
    manner: said ? 'speech' : 'attitude',
    frame: 'noun',
    content: bounded(tree, at, subtree(tree, clause), words, said ? 'clause' : 'phrase'),
  };
}

/** "Orlov's criticism of the pact", "voiced support for the plan": what the stand is about. */
function standCue(tree: Tree, at: number, words: ReportingWords): Cue | null {
  const phrase = tree.kids[at]!.find(
    (kid) =>
      kid > at && /^(?:nmod|acl|obl)$/.test(tree.tokens[kid]!.deprel) && topics.test(markOf(tree, kid)),
  );
  const { deprel, head } = tree.tokens[at]!;
  // "threw its weight and support behind Orlov": the phrase may hang on the verb.
  const beside =
    phrase === undefined && deprel === 'obj'
      ? childrenBy(tree, head, 'obl').find((kid) => kid > at && topics.test(markOf(tree, kid)))
      : phrase;
  if (beside === undefined) return null;
  const speaker = holderOf(tree, at);
  if (speaker === null || speaker === beside) return null;
  const content = subtree(tree, beside, (token) => token.deprel === 'case' && token.head === beside);
  return {
    tree,
    at,
    speaker,
    source: speaker,
    manner: 'attitude',
    frame: 'noun',
    content: bounded(tree, at, content, words, 'phrase'),
  };
}

/** Whose claim it is: possessor, by-phrase, or the subject of "issued a warning". */
function holderOf(tree: Tree, at: number): number | null {
  const poss = childExactly(tree, at, 'nmod:poss');
  const { deprel, head } = tree.tokens[at]!;
  const verb =
    (deprel === 'obj' || deprel === 'obl') && head >= 0 && isVerb(tree.tokens[head]!) ? head : null;
  // "Orlov toned down his criticism": the name stands nearer to the reader than the pronoun.
  if (poss !== null && (tree.tokens[poss]!.upos !== 'PRON' || verb === null || deprel === 'obl')) return poss;
  const by = childrenBy(tree, at, 'nmod').find((kid) => /^(by|from|of|among)$/.test(markOf(tree, kid)));
  if (by !== undefined) return by;
  const subject = verb === null ? null : surfaceSubject(tree, verb);
  return (subject === at ? null : subject) ?? poss;
}

/** "Seoul is confident that ...", "eager to talk". */
function adjectiveCue(tree: Tree, at: number, words: ReportingWords): Cue | null {
  // "made clear that ..." is the verb's.
  const { deprel, head } = tree.tokens[at]!;
  if (deprel === 'xcomp' && head >= 0 && lemmaOf(tree.tokens[head]!) === 'make') return null;
  const clause = childExactly(tree, at, 'ccomp', 'xcomp', 'advcl');
  const phrase = childrenBy(tree, at, 'obl').find(
    (kid) => kid > at && /^(of|about|with|to|for|in|on|against|over|by|that)$/.test(markOf(tree, kid)),
  );
  const content =
    clause !== null && clause > at
      ? subtree(tree, clause)
      : phrase === undefined
        ? []
        : subtree(tree, phrase, (token) => token.deprel === 'case' && token.head === phrase);
  const speaker =
    childExactly(tree, at, 'nsubj') ??
    surfaceSubject(tree, at) ??
    (tree.tokens[at]!.deprel === 'amod' ? tree.tokens[at]!.head : null);
  if (speaker === null) return null;
  return {
    tree,
    at,
    speaker,
    source: speaker,
    manner: 'attitude',
    frame: 'adjective',
    content: content.length === 0 ? [] : bounded(tree, at, content, words, 'phrase'),
  };
}

/** "According to Putin, South Korea will ...": the rest of the clause is what he says. */
function accordingCue(tree: Tree, at: number): Cue | null {
  const token = tree.tokens[at]!;
  // "according" is the source's case mark, or the source hangs below "according".
  const below = childrenBy(tree, at, 'obl', 'nmod')[0] ?? null;
  const speaker = below ?? (token.deprel === 'case' && token.head >= 0 ? token.head : null);
  if (speaker === null) return null;
  const top = below === null ? speaker : at;
  const governor = clauseAbove(tree, tree.tokens[top]!.head, top);
  if (governor < 0 || governor === speaker) return null;
  return {
    tree,
    at,
    speaker,
    source: speaker,
    manner: 'speech',
    frame: 'according',
    content: contentTokens(tree, governor, top),
  };
}

/** The clause that "according to" speaks of: the nearest above with a subject of its own, or all when it opens the sentence. */
function clauseAbove(tree: Tree, governor: number, top: number): number {
  if (governor < 0) return governor;
  const opens = tree.tokens.slice(0, Math.min(...subtree(tree, top))).every(({ upos }) => upos === 'PUNCT');
  let node = governor;
  for (let steps = 0; steps < 20; steps++) {
    const { head, deprel } = tree.tokens[node]!;
    if (head < 0) break;
    const own = childrenBy(tree, node, 'nsubj', 'expl', 'csubj').length > 0;
    if (own && !opens && !/^(?:acl:relcl|advcl)/.test(deprel)) break;
    if (deprel === 'ccomp' || (deprel === 'parataxis' && !opens)) break;
    node = head;
  }
  return node;
}

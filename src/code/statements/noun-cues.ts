// Nouns, adjectives and prepositions that report: "Kyiv's warning that ...", "was confident that ...", "according to".
import { surfaceSubject } from '../roles.ts';
import { childExactly, childrenBy, isVerb, markOf, subtree, type Tree } from '../tree.ts';
import { contentTokens } from './content.ts';
import { type Cue, lemmaOf, type ReportingWords } from './speech.ts';

/** All cues of a sentence that are no verbs. */
export function nounCues(tree: Tree, words: ReportingWords): Cue[] {
  const out: Cue[] = [];
  for (const token of tree.tokens) {
    const lemma = lemmaOf(token);
    if (token.upos === 'NOUN' && words.nouns.has(lemma)) push(out, nounCue(tree, token.index));
    else if (token.upos === 'ADJ' && words.adjectives.has(lemma)) push(out, adjectiveCue(tree, token.index));
    else if (lemma === 'according' || lemma === 'accord') push(out, accordingCue(tree, token.index));
  }
  return out;
}

function push(out: Cue[], cue: Cue | null): void {
  if (cue !== null && cue.content.length > 0) out.push(cue);
}

/** "the claim that", "Putin's promise to", "accusations by Kyiv that". */
function nounCue(tree: Tree, at: number): Cue | null {
  const clause = [...childrenBy(tree, at, 'acl'), ...childrenBy(tree, at, 'ccomp')].find(
    (kid) => kid > at && tree.tokens[kid]!.deprel !== 'acl:relcl' && childrenBy(tree, kid, 'mark').length > 0,
  );
  if (clause === undefined) return null;
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
    content: subtree(tree, clause),
  };
}

/** Whose claim it is: possessor, by-phrase, or the subject of "issued a warning". */
function holderOf(tree: Tree, at: number): number | null {
  const poss = childExactly(tree, at, 'nmod:poss');
  if (poss !== null) return poss;
  const by = childrenBy(tree, at, 'nmod').find((kid) => /^(by|from|of|among)$/.test(markOf(tree, kid)));
  if (by !== undefined) return by;
  const { deprel, head } = tree.tokens[at]!;
  if ((deprel === 'obj' || deprel === 'obl') && head >= 0 && isVerb(tree.tokens[head]!)) {
    const subject = surfaceSubject(tree, head);
    return subject === at ? null : subject;
  }
  return null;
}

/** "Seoul is confident that ...", "eager to talk". */
function adjectiveCue(tree: Tree, at: number): Cue | null {
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
  return { tree, at, speaker, source: speaker, manner: 'attitude', frame: 'adjective', content };
}

/** "According to Putin, South Korea will ...": the rest of the clause is what he says. */
function accordingCue(tree: Tree, at: number): Cue | null {
  const token = tree.tokens[at]!;
  // "according" is the source's case mark, or the source hangs below "according".
  const below = childrenBy(tree, at, 'obl', 'nmod')[0] ?? null;
  const speaker = below ?? (token.deprel === 'case' && token.head >= 0 ? token.head : null);
  if (speaker === null) return null;
  const top = below === null ? speaker : at;
  const governor = tree.tokens[top]!.head;
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

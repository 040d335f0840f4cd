// Who reports with a verb: its subject, the agent of its passive, whoever issued the paper that says so, or the speaker whose
// sentence the verb goes on with.
import { isPassive, logicalSubject, surfaceSubject } from '../roles.ts';
import { childExactly, childrenBy, subtree, type Tree } from '../tree.ts';
import { lemmaOf, type ReportingWords } from './speech.ts';

/** Who reports, and the word that stands for it beside the cue. */
export function sourceOf(
  tree: Tree,
  at: number,
  words: ReportingWords,
): { speaker: number | null; source: number | null } {
  const leader = leaderOf(tree, at, words);
  if (leader !== null) return { speaker: leader, source: leader };
  // "were not convinced that ...": whoever feels it is the subject of the passive.
  const felt = words.felt.has(lemmaOf(tree.tokens[at]!)) && isPassive(tree, at);
  let speaker = logicalSubject(tree, at) ?? (felt ? surfaceSubject(tree, at) : null);
  const issuer = speaker === null ? null : issuerOf(tree, at, speaker, words);
  if (issuer !== null) return { speaker: issuer, source: issuer };

  if (
    speaker !== null &&
    (speaker === at || (lemmaOf(tree.tokens[speaker]!) === 'it' && tree.tokens[speaker]!.deprel === 'expl'))
  )
    speaker = null;
  const own = isPassive(tree, at) ? null : childExactly(tree, at, 'nsubj');
  return { speaker, source: own ?? speaker };
}

/** "Orlov said the army would stay, adding that talks had failed": who adds is who said, not the army. */
function leaderOf(tree: Tree, at: number, words: ReportingWords): number | null {
  const token = tree.tokens[at]!;
  if (token.head < 0 || !words.speech.has(lemmaOf(token)) || childrenBy(tree, at, 'nsubj').length > 0)
    return null;
  const participle =
    token.deprel === 'advcl' && token.xpos === 'VBG' && childrenBy(tree, at, 'mark').length === 0;
  if (!participle && token.deprel !== 'conj') return null;
  const first = subtree(tree, at)[0]!;
  if (participle && tree.tokens[first - 1]?.text !== ',' && tree.tokens[first]!.text !== ',') return null;
  let node = token.head;
  for (let steps = 0; steps < 8; steps++) {
    const { deprel, head } = tree.tokens[node]!;
    if (head < 0) return null;
    if (deprel === 'ccomp') {
      const cue = tree.tokens[head]!;
      if (head > node || !words.speech.has(lemmaOf(cue))) return null;
      if (!participle && (token.xpos !== cue.xpos || tree.tokens[token.head]!.xpos === cue.xpos)) return null;
      return surfaceSubject(tree, head);
    }
    if (!/^(?:conj|xcomp|advcl|obl|obj|nmod|acl)/.test(deprel)) return null;
    node = head;
  }
  return null;
}

/** "issued a statement saying ...", "wrote in a letter asking ...": who issued it speaks. */
function issuerOf(tree: Tree, at: number, paper: number, words: ReportingWords): number | null {
  const token = tree.tokens[at]!;
  if (token.deprel !== 'acl' || token.head !== paper || !words.papers.has(lemmaOf(tree.tokens[paper]!)))
    return null;
  const { deprel, head } = tree.tokens[paper]!;
  if (!(deprel === 'obj' || deprel === 'obl') || head < 0) return null;
  const subject = logicalSubject(tree, head);
  return subject === paper ? null : subject;
}

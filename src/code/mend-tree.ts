// Mends common faults of trees before they are read. A second verb of speech that hangs in what is said ("said that the
// charges were serious and urged Delhi to help") goes back beside the first; a second subject after its verb ("urged
// President Petro to stop") is its object.
import type { Sentence, Token } from '../records/index.ts';

/** The sentence with these faults mended; the same sentence where there are none. */
export function mendTree(sentence: Sentence, isSpeech: (lemma: string) => boolean): Sentence {
  const { tokens } = sentence;
  const mended = tokens.map((token) => {
    const above = speechAbove(tokens, token, isSpeech);
    if (above !== null) return { ...token, head: above };
    return isObject(tokens, token) ? { ...token, deprel: 'obj' } : token;
  });
  return mended.some((token, at) => token !== tokens[at]) ? { ...sentence, tokens: mended } : sentence;
}

function isObject(tokens: readonly Token[], { deprel, head, index }: Token): boolean {
  if (deprel !== 'nsubj' || head < 0 || head >= index || tokens[head]!.upos !== 'VERB') return false;
  const others = tokens.filter((token) => token.head === head && token.index !== index);
  return (
    others.some((token) => token.deprel === 'nsubj' && token.index < head) &&
    !others.some(({ deprel }) => deprel === 'obj' || deprel === 'cop')
  );
}

function speechAbove(
  tokens: readonly Token[],
  verb: Token,
  isSpeech: (lemma: string) => boolean,
): number | null {
  if (verb.deprel !== 'conj' || verb.upos !== 'VERB' || !['VBD', 'VBZ'].includes(verb.xpos)) return null;
  if (!isSpeech(verb.lemma.toLowerCase())) return null;
  const kids = (of: number): Token[] => tokens.filter(({ head }) => head === of);
  if (kids(verb.index).some(({ deprel }) => /^(nsubj|mark|aux)/.test(deprel))) return null;
  const clause = tokens[verb.head]!;
  const report = clause.deprel === 'ccomp' && clause.head >= 0 ? tokens[clause.head]! : null;
  if (report === null || report.xpos !== verb.xpos || !isSpeech(report.lemma.toLowerCase())) return null;
  // What is said must be of another form than the verb, or it may well be its partner: "said he came and asked".
  const finite = ['VBD', 'VBZ'].includes(clause.xpos) && clause.upos === 'VERB';
  return finite ? null : report.index;
}

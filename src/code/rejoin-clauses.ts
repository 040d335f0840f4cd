// Mends one common fault of trees: "said that the charges were serious and urged Delhi to help" where the second verb of
// speech hangs in what is said. A finite verb of the same tense as the verb of speech above goes back beside it.
import type { Sentence, Token } from '../records/index.ts';

/** The sentence with such verbs joined to the verb of speech; the same sentence where there are none. */
export function rejoinClauses(sentence: Sentence, isSpeech: (lemma: string) => boolean): Sentence {
  const { tokens } = sentence;
  const moved = new Map<number, number>();
  for (const token of tokens) {
    const above = speechAbove(tokens, token, isSpeech);
    if (above !== null) moved.set(token.index, above);
  }
  if (moved.size === 0) return sentence;
  return {
    ...sentence,
    tokens: tokens.map((token) => ({ ...token, head: moved.get(token.index) ?? token.head })),
  };
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

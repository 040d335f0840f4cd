// "France sent home 35 Russian diplomats. Denmark kicked out 15.": a number alone counts what was counted before.
import type { Sentence, Token } from '../records/index.ts';

/** Sentences back in which the counted noun may stand. */
const reach = 3;
const units =
  /^(%|percent|per|million|billion|thousand|hundred|dozen|euro|dollar|km|kilometre|mile|year|month|day|hour|minute|am|pm|a\.m\.|p\.m\.)/i;

/**
 * The sentences with such numbers read as the noun that they count; their words stay.
 *
 * @param isSomebody is this lemma a common noun for persons?
 */
export function readBareNumbers(
  sentences: readonly Sentence[],
  isSomebody: (lemma: string) => boolean,
): Sentence[] {
  let counted: { readonly lemma: string; readonly sentence: number } | null = null;
  return sentences.map((sentence) => {
    const tokens = sentence.tokens.map((token) => {
      if (token.upos === 'NOUN' && token.xpos === 'NNS' && isSomebody(token.lemma.toLowerCase())) {
        counted = { lemma: token.lemma, sentence: sentence.index };
        return token;
      }
      if (counted === null || sentence.index - counted.sentence > reach || !isAlone(sentence.tokens, token))
        return token;
      return { ...token, upos: 'NOUN', xpos: 'NNS', lemma: counted.lemma };
    });
    return tokens.some((token, at) => token !== sentence.tokens[at]) ? { ...sentence, tokens } : sentence;
  });
}

/** A whole number, not of a year, as the object of a verb or the subject of a passive, with nothing that it counts. */
function isAlone(tokens: readonly Token[], { index, upos, xpos, deprel, head, text }: Token): boolean {
  if (upos !== 'NUM' || xpos !== 'CD' || !/^(obj|nsubj:pass)$/.test(deprel) || head < 0) return false;
  if (tokens[head]!.upos !== 'VERB' || !/^(\d{1,3}(,\d{3})*|[a-z]+)$/i.test(text) || text === 'one')
    return false;
  if (units.test(tokens[index + 1]?.text ?? '') || /^[$€£#]/.test(tokens[index - 1]?.text ?? ''))
    return false;
  return !tokens.some(
    (kid) => kid.head === index && ['nmod', 'flat', 'compound', 'nmod:desc'].includes(kid.deprel),
  );
}

// Mends common faults of trees before they are read. A second verb of speech that hangs in what is said ("said that the
// charges were serious and urged Delhi to help") goes back beside the first; a second subject after its verb ("urged
// President Petro to stop") is its object; so is what follows a known verb with particle ("shot down a jet"); a deed
// named by a participle ("died in shelling by rebels") is a noun.
import type { Lexicon } from '../knowledge/lexicon/index.ts';
import type { Sentence, Token } from '../records/index.ts';

/** The sentence with these faults mended; the same sentence where there are none. */
export function mendTree(sentence: Sentence, { classes, phrasal }: Lexicon): Sentence {
  const { tokens } = sentence;
  const verbs = classes.get('speech-verbs');
  const isSpeech = (lemma: string): boolean => verbs?.has(lemma) ?? false;
  const deeds = classes.get('sure-attacks');
  /** "died in shelling by rebels": a deed, which the parser took for what the dead did. */
  const isDeed = (all: readonly Token[], { xpos, deprel, text, index, head }: Token): boolean =>
    xpos === 'VBG' &&
    deprel === 'advcl' &&
    head < index - 1 &&
    (deeds?.has(text.toLowerCase()) ?? false) &&
    /^(in|by|from|during|after)$/.test(all[index - 1]!.text) &&
    !all.some((kid) => kid.head === index && ['obj', 'nsubj', 'ccomp', 'xcomp'].includes(kid.deprel));
  const mended = tokens.map((token) => {
    const above = speechAbove(tokens, token, isSpeech);
    if (above !== null) return { ...token, head: above };
    if (isObject(tokens, token)) return { ...token, deprel: 'obj' };
    if (isGift(tokens, token)) return { ...token, deprel: 'obj' };
    if (isDeed(tokens, token)) return { ...token, upos: 'NOUN', xpos: 'NN', deprel: 'obl' };
    if (token.deprel === 'mark' && token.head >= 0 && isDeed(tokens, tokens[token.head]!))
      return { ...token, deprel: 'case' };
    if (token.deprel === 'nsubj:pass' && isActive(tokens, token.head)) return { ...token, deprel: 'nsubj' };
    if (isActive(tokens, token.index)) return { ...token, xpos: 'VBD' };
    if (isActive(tokens, token.head) && isBare(tokens, token)) return { ...token, deprel: 'obj' };
    const verb = phrasalVerb(tokens, token, phrasal);
    return verb === null ? token : { ...token, head: verb, deprel: 'compound:prt', upos: 'ADP', xpos: 'RP' };
  });
  for (const [at, token] of mended.entries())
    if (token !== tokens[at] && token.deprel === 'compound:prt')
      mended[tokens[at]!.head] = { ...mended[tokens[at]!.head]!, deprel: 'obj' };
  return mended.some((token, at) => token !== tokens[at]) ? { ...sentence, tokens: mended } : sentence;
}

/**
 * "Rebels handed over their weapons": a participle that is the root, without an auxiliary and with a bare object behind it,
 * is no passive.
 */
function isActive(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at];
  if (verb === undefined || verb.xpos !== 'VBN' || verb.deprel !== 'root') return false;
  const kids = tokens.filter(({ head }) => head === at);
  return (
    kids.some(({ deprel }) => deprel === 'nsubj:pass') &&
    !kids.some(({ deprel }) => deprel.startsWith('aux') || deprel === 'obl:agent' || deprel === 'obj') &&
    kids.some((kid) => isBare(tokens, kid))
  );
}

/** A noun right of its verb that is called oblique but has no preposition: "handed over [their weapons]". */
function isBare(tokens: readonly Token[], { deprel, upos, index, head }: Token): boolean {
  if (deprel !== 'obl' || upos !== 'NOUN' || index < head) return false;
  return !tokens.some((kid) => kid.head === index && ['case', 'mark'].includes(kid.deprel));
}

/** "gave the junta a week": beside an indirect object stands a direct one, though a time. */
function isGift(tokens: readonly Token[], { deprel, head, index }: Token): boolean {
  if (deprel !== 'obl:unmarked' || head < 0 || head > index) return false;
  const kids = tokens.filter((kid) => kid.head === head);
  return (
    kids.some((kid) => kid.deprel === 'iobj' && kid.index < index) &&
    !kids.some((kid) => kid.deprel === 'obj')
  );
}

/** The verb whose particle was taken for a preposition, or null: "shot [down a jet]", the verb being without object. */
function phrasalVerb(
  tokens: readonly Token[],
  { deprel, head, index, lemma }: Token,
  phrasal: ReadonlySet<string>,
): number | null {
  const verb = tokens[index - 1];
  if (deprel !== 'case' || head < index || verb?.upos !== 'VERB') return null;
  const object = tokens[head]!;
  if (object.deprel !== 'obl' || object.head !== verb.index || object.upos === 'PROPN') return null;
  if (!phrasal.has(`${verb.lemma.toLowerCase()} ${lemma.toLowerCase()}`)) return null;
  const others = tokens.filter((token) => token.head === verb.index);
  return others.some((token) => ['obj', 'nsubj:pass'].includes(token.deprel)) ? null : verb.index;
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

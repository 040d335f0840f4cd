// Which side of the publication day a time expression lies on, read from the verb that governs it.
import type { Sentence, Token } from '../../records/index.ts';
import type { Tense } from './rule.ts';

// "a meeting planned for Friday", "is due to visit": the words look past or present, the event is to come.
const planning = new Set([
  'plan',
  'schedule',
  'expect',
  'slate',
  'set',
  'due',
  'anticipate',
  'intend',
  'agree',
  'hope',
  'vow',
  'pledge',
  'promise',
  'want',
  'prepare',
  'propose',
  'order',
  'ask',
  'urge',
  'call',
  'aim',
  'threaten',
]);
const futureModals = new Set(['will', 'shall', "'ll", '’ll', 'wo', 'would']);
const modals = new Set(['may', 'might', 'could', 'should', 'must', 'can', 'ought']);

/** The tense at a token: that of the nearest verb above it (or the token itself if it is one). */
export function tenseAt(sentence: Sentence, token: Token, leading: string): Tense {
  const { tokens } = sentence;
  // "ahead of Friday's vote"
  if (leading === 'ahead of') return 'future';
  let node: Token | undefined = token;
  for (let steps = 0; node && steps < 40; steps++) {
    const parent: Token | undefined = node.head < 0 ? undefined : tokens[node.head];
    const isVerb = node.upos === 'VERB' || (node.upos === 'AUX' && node.deprel !== 'aux');
    if (isVerb || hasCopula(tokens, node) || (planning.has(node.lemma) && node.upos === 'ADJ')) {
      const tense = tenseOf(tokens, node, leading);
      if (tense !== 'climb') return tense;
    }
    node = parent;
  }
  return 'unknown';
}

function tenseOf(tokens: readonly Token[], verb: Token, leading: string): Tense | 'climb' {
  const helpers = tokens.filter((token) => token.head === verb.index && isHelper(token));
  const lemmas = new Set(helpers.map((token) => token.lemma.toLowerCase()));
  const texts = new Set(helpers.map((token) => token.text.toLowerCase()));
  const has = (...words: string[]) => words.some((word) => lemmas.has(word) || texts.has(word));
  const feats = `|${verb.feats}|`;
  const finitePast = feats.includes('|Tense=Past|') && feats.includes('|VerbForm=Fin|');

  if ([...futureModals].some((modal) => has(modal)))
    return lemmas.has('have') && !has('will', 'shall', "'ll", 'wo') ? 'past' : 'future';
  if (has('due')) return 'future';
  // (the "to" of "is due to meet" may be taken for a part of "due to")
  if (texts.has('to') || (verb.xpos === 'VB' && verb.deprel === 'xcomp'))
    return infinitiveTense(tokens, verb);
  if ([...modals].some((modal) => has(modal))) return lemmas.has('have') ? 'past' : 'future';
  const pastHelper = helpers.some(
    (token) => token.feats.includes('Tense=Past') && token.feats.includes('VerbForm=Fin'),
  );
  // "talks scheduled for Friday": planned, wherever the planning was done.
  if (planning.has(verb.lemma) && (leading === 'for' || leading === 'until') && !finitePast && !has('have'))
    return pastHelper ? 'unknown' : 'future';
  // "is due to meet", "is expected in September"
  if (
    planning.has(verb.lemma) &&
    /^(?:VBN|JJ)$/.test(verb.xpos) &&
    lemmas.has('be') &&
    !pastHelper &&
    !has('have')
  )
    return 'future';
  if (finitePast || pastHelper || lemmas.has('have')) return 'past';
  if (verb.xpos === 'VBG' && lemmas.has('be')) return 'future';
  if (verb.xpos === 'VBG') return verb.head < 0 ? 'unknown' : 'climb';
  // A participle alone ("talks held on Friday") is past; with "is" it may be either.
  if (verb.xpos === 'VBN') return helpers.length === 0 ? 'past' : 'unknown';
  return 'unknown';
}

/** "plans to visit", "arrived to meet": later than the verb above, so to come unless that verb is long done. */
function infinitiveTense(tokens: readonly Token[], verb: Token): Tense {
  const above = verb.head < 0 ? undefined : tokens[verb.head];
  if (!above || planning.has(above.lemma)) return 'future';
  const past = above.feats.includes('Tense=Past') && above.feats.includes('VerbForm=Fin');
  return past ? 'unknown' : 'future';
}

function isHelper(token: Token): boolean {
  return (
    token.deprel.startsWith('aux') ||
    token.deprel === 'cop' ||
    (token.deprel === 'mark' && /^(?:to|due)$/.test(token.lemma))
  );
}

function hasCopula(tokens: readonly Token[], node: Token): boolean {
  return tokens.some(
    (token) => token.head === node.index && (token.deprel === 'cop' || token.deprel.startsWith('aux')),
  );
}

// Verbs that report: with a clause ("said that ..."), an infinitive ("refused to ..."), an object ("condemned ...") or a
// name for it ("called it a mistake"), or with nothing but the quotation around them.
import { isPassive, logicalSubject, surfaceSubject } from '../roles.ts';
import { childExactly, childrenBy, isNominal, isVerb, markOf, subtree, type Tree } from '../tree.ts';
import { bounded } from './bounds.ts';
import { contentTokens } from './content.ts';
import { type Cue, lemmaOf, type ReportingWords } from './speech.ts';
import { sourceOf } from './verb-sources.ts';

/** The surest first: of "apologised to X for Y", Y is the topic. */
const topicPrepositions = [
  'about',
  'for',
  'of',
  'on',
  'against',
  'over',
  'upon',
  'at',
  'in',
  'from',
  'to',
  'with',
];
/** Of a wish or a stand nothing need have been said. */
const attitudes: ReadonlySet<Cue['frame']> = new Set(['infinitive', 'topic', 'naming']);
/** They carry a quotation on, but "as talks begin" reports nothing. */
const carrying = new Set([
  'go',
  'begin',
  'start',
  'end',
  'continue',
  'move',
  'fire',
  'shoot',
  'sing',
  'speak',
  'vote',
  'hold',
  'look',
]);
const raising = new Set(['seem', 'appear', 'look']);
const asking = new Set(['ask', 'question', 'press', 'quiz', 'grill']);
const expected = new Set([
  'expect',
  'believe',
  'think',
  'say',
  'suppose',
  'know',
  'report',
  'rumor',
  'rumour',
]);

/** All cues among the verbs of a sentence. */
export function verbCues(tree: Tree, words: ReportingWords): Cue[] {
  const out: Cue[] = [];
  for (const token of tree.tokens) if (isVerb(token)) out.push(...cuesOf(tree, token.index, words));
  return out;
}

function cuesOf(tree: Tree, at: number, words: ReportingWords): Cue[] {
  const token = tree.tokens[at]!;
  const lemma = lemmaOf(token);
  const speech = words.speech.has(lemma);
  const manner = speech && !(words.felt.has(lemma) && isPassive(tree, at)) ? 'speech' : 'attitude';
  const base = { tree, at, manner, ...sourceOf(tree, at, words) } as const;
  const cue = (frame: Cue['frame'], content: readonly number[]): Cue => ({
    ...base,
    manner: attitudes.has(frame) ? 'attitude' : manner,
    frame,
    content: bounded(tree, at, content, words, frame === 'clause' || frame === 'as' ? 'clause' : 'phrase'),
  });
  const clear = madeClear(tree, at);
  if (clear !== null) return [{ ...cue('clause', clear), manner: 'speech' }];
  if (words.never.has(lemma)) return [];
  const clause = clauseOf(tree, at, speech, words);
  if (clause !== null) return [cue('clause', widened(tree, at, clause, words))];
  const aside = asideOf(tree, at, !carrying.has(lemma) && (speech || words.attitude.has(lemma)));
  if (aside !== null) return [cue('as', aside)];
  const asked = askedAbout(tree, at, words);
  if (asked !== null) return [{ ...cue('clause', asked), speaker: null, source: null, manner: 'speech' }];
  const appearance = raised(tree, at);
  if (appearance !== null) return [{ ...cue('infinitive', appearance), speaker: null, source: null }];
  if (raising.has(lemma)) return [];
  if (words.naming.has(lemma)) {
    const named = nameOf(tree, at);
    if (named !== null) return [cue('naming', named)];
  }
  const infinitive = words.intent.has(lemma) ? infinitiveOf(tree, at) : null;
  if (infinitive !== null) return [cue('infinitive', infinitive)];
  if (words.stance.has(lemma)) {
    const topic = base.speaker === null ? null : topicOf(tree, at, words);
    if (topic !== null) return [cue('topic', topic)];
  }
  // A bare "he said" waits for its quotation.
  return speech ? [cue('quote', [])] : [];
}

/** The reported clause: below the verb, or above it in "..., Putin said". */
function clauseOf(tree: Tree, at: number, speech: boolean, words: ReportingWords): number | null {
  const token = tree.tokens[at]!;
  const below =
    childExactly(tree, at, 'ccomp') ??
    // "It was reported that ..."
    (isPassive(tree, at) ? (childrenBy(tree, at, 'csubj').find((kid) => kid > at) ?? null) : null);
  if (below !== null) return isClause(tree, below) || speech ? below : null;
  if (!speech) return null;
  if (token.deprel === 'parataxis' && token.head >= 0 && sourceOf(tree, at, words).speaker !== null)
    return token.head;
  return childrenBy(tree, at, 'parataxis').find((kid) => isClause(tree, kid)) ?? null;
}

// "because it is wrong" behind a report gives the reason for what is said, more often than for saying it.
const argued = new Set([
  'because',
  'if',
  'unless',
  'although',
  'though',
  'since',
  'give',
  'even if',
  'that',
  'whether',
  'so',
]);

/** The clause, with what the parser hung on the verb instead: a subject read as an object, a second clause behind "and". */
function widened(tree: Tree, at: number, clause: number, words: ReportingWords): number[] {
  const content = contentTokens(tree, clause, at);
  if (clause < at || tree.tokens[at]!.head === clause) return content;
  const marked = childrenBy(tree, clause, 'mark', 'nsubj', 'expl', 'csubj').length > 0;
  for (const kid of tree.kids[at]!) {
    const token = tree.tokens[kid]!;
    const lost = kid > at && kid < clause && token.deprel === 'obj' && !marked;
    const second =
      kid > clause &&
      ((token.deprel === 'conj' &&
        !words.speech.has(lemmaOf(token)) &&
        childrenBy(tree, kid, 'nsubj', 'expl').length > 0) ||
        (token.deprel === 'advcl' && argued.has(markOf(tree, kid))) ||
        (token.deprel === 'ccomp' && kid !== clause));
    if (lost || second) content.push(...subtree(tree, kid));
  }
  return content;
}

function isClause(tree: Tree, at: number): boolean {
  return isVerb(tree.tokens[at]!) || childrenBy(tree, at, 'cop', 'nsubj', 'aux').length > 0;
}

/** "As Putin said, ...": what the clause around it says. */
function asideOf(tree: Tree, at: number, known: boolean): number[] | null {
  const token = tree.tokens[at]!;
  if (
    !known ||
    token.deprel !== 'advcl' ||
    token.head < 0 ||
    childExactly(tree, at, 'ccomp', 'xcomp') !== null
  )
    return null;
  if (markOf(tree, at) !== 'as' || childExactly(tree, at, 'nsubj') === null) return null;
  // "as long as men hold power"
  const as = childrenBy(tree, at, 'mark')[0]!;
  if (as > 0 && tree.tokens[as - 1]!.upos === 'ADV') return null;
  const object = childExactly(tree, at, 'obj');
  if (object !== null && lemmaOf(tree.tokens[object]!) !== 'it') return null;
  return contentTokens(tree, token.head, at);
}

/** "Asked about the pact, he ...": whoever asked stays unnamed. */
function askedAbout(tree: Tree, at: number, words: ReportingWords): number[] | null {
  const token = tree.tokens[at]!;
  if (!asking.has(lemmaOf(token)) || !/^VB[DN]$/.test(token.xpos)) return null;
  const opener =
    token.deprel === 'advcl' && childrenBy(tree, at, 'nsubj', 'obj', 'mark').length === 0 && at <= 2;
  if (!opener && !(isPassive(tree, at) && logicalSubject(tree, at) === null)) return null;
  const question =
    childExactly(tree, at, 'ccomp') ??
    childrenBy(tree, at, 'advcl').find(
      (kid) => kid > at && /^(?:if|whether|about)$/.test(markOf(tree, kid)),
    ) ??
    childrenBy(tree, at, 'obl').find(
      (kid) => kid > at && /^(?:about|on)$/.test(markOf(tree, kid)) && !isSetting(tree, kid, words),
    );
  return question === undefined || question === null ? null : tight(tree, question);
}

/** "made clear that ...", "made it plain that ...". */
function madeClear(tree: Tree, at: number): number[] | null {
  if (lemmaOf(tree.tokens[at]!) !== 'make') return null;
  const clear = tree.kids[at]!.find(
    (kid) => kid > at && ['clear', 'plain', 'known'].includes(lemmaOf(tree.tokens[kid]!)),
  );
  if (clear === undefined) return null;
  const clause = childExactly(tree, clear, 'ccomp') ?? childExactly(tree, at, 'ccomp');
  return clause === null || clause < at ? null : contentTokens(tree, clause, at);
}

/** "called the plan a mistake", "described it as reckless", "accused them of lying": object and name together. */
function nameOf(tree: Tree, at: number): number[] | null {
  const object = childExactly(tree, at, 'obj') ?? childExactly(tree, at, 'nsubj:pass');
  const predicate =
    childExactly(tree, at, 'xcomp') ??
    [...childrenBy(tree, at, 'obl'), ...childrenBy(tree, at, 'advcl')].find((kid) =>
      /^(as|of|with|for|to)$/.test(markOf(tree, kid)),
    ) ??
    null;
  if (predicate === null || predicate < at) return null;
  // "can be seen walking", "compared with last year"
  const bare = isPassive(tree, at) && markOf(tree, predicate) !== 'as' && markOf(tree, predicate) !== 'of';
  if (bare && (tree.tokens[predicate]!.xpos === 'VBG' || object === null)) return null;
  // "called for talks" names nothing.
  if (object === null && markOf(tree, predicate) === 'for') return null;
  return [...(object === null ? [] : subtree(tree, object)), ...subtree(tree, predicate)];
}

/** "refused to sign", "urged Kyiv to sign" (with whom it asks, as far as it is to do it). */
function infinitiveOf(tree: Tree, at: number): number[] | null {
  const infinitive = childExactly(tree, at, 'xcomp');
  if (infinitive === null || infinitive < at) return null;
  const token = tree.tokens[infinitive]!;
  if (!isVerb(token) && childrenBy(tree, infinitive, 'mark', 'cop').length === 0) return null;
  const object = childExactly(tree, at, 'obj', 'iobj');
  return [
    ...(object === null || object > infinitive ? [] : subtree(tree, object)),
    ...subtree(tree, infinitive),
  ];
}

/** "The deal seems dead", "Seoul is expected to sign": it appears so to nobody in particular. */
function raised(tree: Tree, at: number): number[] | null {
  const lemma = lemmaOf(tree.tokens[at]!);
  if (!raising.has(lemma) && !(expected.has(lemma) && isPassive(tree, at))) return null;
  const subject = childExactly(tree, at, 'nsubj', 'nsubj:pass');
  const predicate = childExactly(tree, at, 'xcomp');
  if (subject === null || predicate === null) return null;
  return [...subtree(tree, subject), ...subtree(tree, predicate)];
}

/** "support the plan", "called for talks": the object, or else the phrase after its preposition. */
function topicOf(tree: Tree, at: number, words: ReportingWords): number[] | null {
  const object = isPassive(tree, at) ? surfaceSubject(tree, at) : childExactly(tree, at, 'obj');
  const isRelative =
    object !== null && ['that', 'who', 'which', 'what'].includes(lemmaOf(tree.tokens[object]!));
  if (object !== null && !isRelative && isNominal(tree.tokens[object]!))
    return [...tight(tree, object), ...behind(tree, at, object, words)];
  const spokenTo = words.addressed.has(lemmaOf(tree.tokens[at]!));
  const phrases = childrenBy(tree, at, 'obl').filter((kid) => {
    const mark = markOf(tree, kid);
    return (
      kid > at &&
      topicPrepositions.includes(mark) &&
      !(spokenTo && (mark === 'to' || mark === 'with')) &&
      !isSetting(tree, kid, words)
    );
  });
  const rank = (kid: number): number => topicPrepositions.indexOf(markOf(tree, kid));
  const [phrase] = phrases.sort((a, b) => rank(a) - rank(b) || a - b);
  return phrase === undefined ? null : [...tight(tree, phrase), ...behind(tree, at, phrase, words)];
}

/** Phrases behind the topic that the parser hung on the verb: "defended his orders | to tighten | checks on guns". */
function behind(tree: Tree, at: number, topic: number, words: ReportingWords): number[] {
  if (topic < at) return [];
  const out: number[] = [];
  for (const kid of tree.kids[at]!) {
    if (kid < topic || kid === topic) continue;
    const { deprel } = tree.tokens[kid]!;
    const reason = deprel === 'advcl' && /^(?:for|of|as|about|over|against)$/.test(markOf(tree, kid));
    if (
      deprel === 'obl'
        ? isSetting(tree, kid, words)
        : !reason && !/^(?:xcomp|acl|obj|nmod|appos)/.test(deprel)
    )
      break;
    out.push(...subtree(tree, kid));
  }
  return out;
}

/** Where and when it was said: "in an interview", "on Friday", "during the debate". */
function isSetting(tree: Tree, at: number, words: ReportingWords): boolean {
  const mark = markOf(tree, at);
  if (!topicPrepositions.includes(mark) && !['as', 'by'].includes(mark)) return true;
  return words.settings.has(lemmaOf(tree.tokens[at]!)) || tree.tokens[at]!.deprel !== 'obl';
}

/** A noun phrase without its preposition and without what is only added: ", which ...". */
function tight(tree: Tree, noun: number): number[] {
  return subtree(tree, noun, (token) => {
    if (token.head !== noun) return false;
    if (token.deprel === 'case' || token.deprel === 'advcl' || token.deprel === 'parataxis') return true;
    return (
      token.deprel === 'acl:relcl' &&
      childrenBy(tree, token.index, 'punct').some(
        (kid) => kid < token.index && tree.tokens[kid]!.text === ',',
      )
    );
  });
}

// Finds the lexicon's patterns in a tree: for each head the best act frame and the best operator frame.
import { type Candidate, isInClass, type Lexicon, type LexiconEntry } from '../knowledge/lexicon/index.ts';
import type { Argument } from '../knowledge/lexicon/pattern.ts';
import { nominalActor } from './act-nouns.ts';
import type { FrameDraft, MatchContext } from './fill-slot.ts';
import { matchArgument } from './match-argument.ts';
import { plainForms } from './plain-forms.ts';
import { logicalObjects } from './roles.ts';
import { relation, type Tree } from './tree.ts';
import { meets, vocabularyOf } from './vocabulary.ts';

export type Frame = {
  readonly entry: LexiconEntry;
  readonly pattern: string;
  readonly head: number;
  /** Token heads that fill each slot (conjuncts are expanded later). */
  readonly A: readonly number[];
  readonly R: readonly number[];
  readonly X: readonly number[];
  readonly E: readonly number[];
  readonly reciprocal: boolean;
  /** The words the frame rests on, head included. */
  readonly words: readonly number[];
  readonly weight: number;
};

export type Matches = { readonly act: Frame | null; readonly operator: Frame | null };

/** What is known of a sentence's nominals before any clause is read. */
export type Who = {
  /** May it be a party? Breaks ties between readings. */
  readonly partyLike: (at: number) => boolean;
  /** Is it a common noun for somebody (prisoners, a minister, police)? */
  readonly isAgent: (at: number) => boolean;
  /** Is it the name of a country or town, not its people's ("Mali", not "Malian" nor "US")? */
  readonly isPlaceName: (at: number) => boolean;
};

/** All frames of a sentence by head token. */
export function matchLexicon(tree: Tree, lexicon: Lexicon, who: Who): Map<number, Matches> {
  const out = new Map<number, Matches>();
  const vocabulary = vocabularyOf(tree, lexicon);
  for (const token of tree.tokens) {
    const found: Frame[] = [];
    for (const key of headKeys(tree, token.index, lexicon)) {
      for (const candidate of lexicon.byHead.get(key) ?? []) {
        if (!meets(vocabulary, candidate.needs)) continue;
        const frame = matchAt(tree, token.index, candidate, lexicon, who);
        if (frame !== null) found.push(frame);
      }
    }
    if (found.length === 0) continue;
    out.set(token.index, {
      act: best(found, 'act', who.partyLike),
      operator: best(found, 'operator', who.partyLike),
    });
  }
  return out;
}

function best(
  frames: readonly Frame[],
  kind: 'act' | 'operator',
  partyLike: (at: number) => boolean,
): Frame | null {
  let top: Frame | null = null;
  for (const frame of frames) {
    if (frame.entry.kind !== kind) continue;
    if (top === null || frame.weight > top.weight + 1e-9) top = frame;
  }
  if (top === null || top.R.length > 0 || top.reciprocal || top.entry.kind !== 'act') return top;
  // "youths burned the Danish flag": of two frames of one type, the one that knows whom it is aimed at tells more.
  const { type } = top.entry;
  const aimed = frames.filter(
    ({ entry, R }) => entry.kind === 'act' && entry.type === type && type !== 'NONE' && R.some(partyLike),
  );
  return aimed.length > 0 ? best(aimed, kind, partyLike) : top;
}

function headKeys(tree: Tree, at: number, lexicon: Lexicon): string[] {
  const token = tree.tokens[at]!;
  const lemma = token.lemma.toLowerCase();
  // "exiled leaders", "the Israeli-occupied sector": an attributive participle names a standing state, no event.
  // (A name right before it is its subject, which the parser took for a compound: "Jordan airdropped food".)
  const before = tree.tokens[at - 1];
  if (token.deprel === 'amod' && token.xpos === 'VBN' && before?.upos !== 'PROPN') return [];
  switch (token.upos) {
    case 'VERB':
    case 'AUX': {
      if (token.deprel === 'aux' || token.deprel === 'aux:pass' || token.deprel === 'cop') return [];
      const form = token.text.toLowerCase();
      const keys = [lemma, ...plainForms(form)]
        .map((one) => `${one}/v`)
        .filter((key, at, all) => all.indexOf(key) === at);
      // A lemma that is no word ("cli" of "clinch") finds nothing; the form itself may.
      if (keys.every((key) => !lexicon.byHead.has(key))) keys.push(`${form}/v`);
      if (token.xpos === 'VBN' || token.xpos === 'VBG') keys.push(`${form}/a`, `${lemma}/a`);
      // "the bombing of Gaza" tagged as a verb
      if (token.xpos === 'VBG') keys.push(`${form}/n`);
      return keys;
    }
    case 'NOUN':
    case 'PROPN':
      return [lemma, token.text.toLowerCase(), ...plainForms(token.text.toLowerCase(), true)]
        .map((one) => `${one}/n`)
        .filter((key, at, all) => all.indexOf(key) === at);
    case 'ADJ':
      return [`${lemma}/a`];
    default:
      return token.upos === 'ADV' || token.upos === 'ADP' ? [`${lemma}/a`] : [];
  }
}

function matchAt(tree: Tree, head: number, candidate: Candidate, lexicon: Lexicon, who: Who): Frame | null {
  const { pattern, lemmas, headAt } = candidate;
  const draft: FrameDraft = { A: [], R: [], X: [], E: [], reciprocal: false, words: [head], weight: 0 };
  // A preposition alone heads nothing; "on alert" does.
  if (lemmas.length === 1 && pattern.pos === 'a' && tree.tokens[head]!.upos === 'ADP') return null;
  if (lemmas.length > 1 && !matchPhrase(tree, head, lemmas, headAt, pattern.pos, draft)) return null;
  if (pattern.pos === 'v' && hasOtherParticle(tree, head, draft.words, pattern)) return null;
  const takesObject = pattern.arguments.some(
    (arg) => arg.at === 'object' || arg.at === 'second' || arg.prepositions.includes(''),
  );
  // "called the deal a victory for dialogue" calls for nothing.
  const plea = isInClass(lexicon, 'bare-verbs', lemmas[headAt]!) && pattern.pos === 'v';
  if (plea && lemmas.length === 1 && !takesObject && logicalObjects(tree, head).direct !== null) return null;
  const { entry } = candidate;
  const { partyLike } = who;
  const harms = entry.kind === 'act' && (entry.type === 'ASSAULT' || entry.type === 'COERCE');
  const ctx: MatchContext = {
    tree,
    head,
    pos: pattern.pos,
    lexicon,
    draft,
    takesObject,
    partyLike,
    isPlaceName: who.isPlaceName,
    harms,
  };
  const bare = pattern.arguments.filter((arg) => arg.at === 'object' || arg.at === 'second').length;
  for (const arg of pattern.arguments) {
    // "(from A)" in "A fire rockets at R (from A)": asked only where the clause has no subject of its own.
    if (isSecondActor(arg, draft)) continue;
    if (!matchArgument(ctx, arg, bare) && !arg.optional) return null;
  }
  // "was requested by UNHCR to admit": who asks isn't also who is asked.
  if (!draft.reciprocal && draft.R.length > 0 && draft.R.every((at) => draft.A.includes(at))) return null;
  // "talks with Modi": the other side is whoever holds them.
  if (pattern.pos === 'n' && (draft.A.length === 0 || (draft.reciprocal && draft.A.length === 1))) {
    const actor = nominalActor(tree, head, draft, partyLike, lexicon);
    if (actor !== null) draft.A.unshift(actor);
  }
  if (draft.R.some(partyLike)) draft.weight += 0.3;
  const named =
    entry.kind === 'act' && entry.type !== 'NONE' ? namedByWord(tree, candidate, draft, who) : null;
  // "British jets were sent to the Gulf": forces are moved by their own side.
  const moved = entry.kind === 'act' && entry.type === 'MOBILIZE';
  // "sent rescuers": they are the help, not who is helped.
  const help = named !== null && isHelp(entry, tree.tokens[named]!.lemma, lexicon);
  if (named !== null && moved) draft.A.push(...(draft.A.length === 0 ? [named] : []));
  else if (named !== null && !help) (draft.reciprocal ? draft.A : draft.R).push(named);
  return {
    entry,
    pattern: pattern.text,
    head,
    ...draft,
    words: [...new Set(draft.words)].sort((a, b) => a - b),
    weight: draft.weight,
  };
}

/** "held back a shipment" is no holding: a particle that the pattern does not ask for makes another verb. */
function hasOtherParticle(
  tree: Tree,
  head: number,
  words: readonly number[],
  { arguments: args }: Candidate['pattern'],
): boolean {
  return tree.kids[head]!.some((kid) => {
    const { deprel, lemma } = tree.tokens[kid]!;
    if (deprel !== 'compound:prt' || words.includes(kid) || !changing.has(lemma.toLowerCase())) return false;
    return !args.some(({ prepositions }) =>
      prepositions.some((one) => one.split(' ').includes(lemma.toLowerCase())),
    );
  });
}

/** Particles that change what a verb means; with others ("set free", "went on") it stays much the same. */
const changing = new Set(['back', 'down', 'off', 'out', 'up', 'over', 'away']);

function isHelp(entry: LexiconEntry, lemma: string, lexicon: Lexicon): boolean {
  const sent = isInClass(lexicon, 'rescuers', lemma.toLowerCase());
  return entry.kind === 'act' && entry.type === 'AID' && sent;
}

/** "released prisoners", "fired on protesters": a pattern without R that names somebody by a word or a class. */
function namedByWord(
  tree: Tree,
  { pattern }: Candidate,
  draft: FrameDraft,
  { isAgent, partyLike }: Who,
): number | null {
  if (pattern.pos !== 'v' || draft.R.length > 0) return null;
  const asked = pattern.arguments.some(({ filler }) =>
    'slot' in filler ? filler.slot === 'R' : filler.owner !== null,
  );
  if (asked) return null;
  const places = ['obj', 'iobj', 'obl', 'nsubj:pass', 'nmod'];
  return (
    draft.words.find(
      (at) =>
        places.includes(tree.tokens[at]!.deprel) &&
        !draft.A.includes(at) &&
        (tree.tokens[at]!.upos === 'NOUN' ? isAgent(at) : tree.tokens[at]!.upos === 'PROPN' && partyLike(at)),
    ) ?? null
  );
}

function isSecondActor(arg: Argument, draft: FrameDraft): boolean {
  return (
    arg.optional &&
    'slot' in arg.filler &&
    arg.filler.slot === 'A' &&
    !arg.filler.reciprocal &&
    draft.A.length > 0
  );
}

/** "carry out", "put pressure on", "state of emergency": the other parts of a fixed head. */
function matchPhrase(
  tree: Tree,
  head: number,
  lemmas: readonly string[],
  headAt: number,
  pos: string,
  draft: FrameDraft,
): boolean {
  const same = (at: number, lemma: string): boolean => {
    return tree.lemmas[at] === lemma || tree.forms[at] === lemma;
  };
  const contiguous = lemmas.every((lemma, k) => same(head - headAt + k, lemma));
  if (contiguous) {
    draft.words.push(...lemmas.map((_, k) => head - headAt + k));
    draft.weight += 1.2 * (lemmas.length - 1);
    return true;
  }
  if (pos === 'n') return false;
  let near = head;
  for (const lemma of lemmas.slice(1)) {
    const part = findPart(tree, head, near, lemma, same);
    if (part === null) return false;
    draft.words.push(part);
    near = part;
  }
  draft.weight += 1.2 * (lemmas.length - 1);
  return true;
}

/** Adverbs that stand after the object as well as at the verb. */
const detached = new Set(['together', 'jointly', 'out', 'home', 'back', 'away', 'through']);

function findPart(
  tree: Tree,
  head: number,
  near: number,
  lemma: string,
  same: (at: number, lemma: string) => boolean,
): number | null {
  for (const above of [head, near]) {
    for (const kid of tree.kids[above]!) {
      const token = tree.tokens[kid]!;
      if (kid <= head || relation(token) === 'conj' || !same(kid, lemma)) continue;
      // "call on" is no "called his counterpart on Tuesday": a preposition must follow at once ("built it together" may not).
      if (
        (token.upos === 'ADP' || token.upos === 'ADV') &&
        token.deprel !== 'compound:prt' &&
        !detached.has(lemma) &&
        kid !== near + 1
      )
        continue;
      return kid;
    }
  }
  // "under arrest", "in place": preposition and noun below the verb
  for (const kid of tree.kids[head]!) {
    for (const part of tree.kids[kid]!) {
      if (part <= head || !same(part, lemma)) continue;
      const { upos } = tree.tokens[part]!;
      if ((upos === 'ADP' || upos === 'ADV') && part !== near + 1) continue;
      return part;
    }
  }
  return null;
}

// Finds the lexicon's patterns in a tree: for each head the best act frame and the best operator frame.
import type { Candidate, Lexicon, LexiconEntry } from '../knowledge/lexicon/index.ts';
import type { Argument, Filler, NounSet } from '../knowledge/lexicon/pattern.ts';
import { carrier, nominalActor } from './act-nouns.ts';
import { subjectAfterFor, toldBefore } from './clauses.ts';
import { afterPreposition, isPassive, logicalObjects, logicalSubject, surfaceSubject } from './roles.ts';
import {
  childExactly,
  childrenBy,
  isVerb,
  markOf,
  relation,
  subtree,
  type Tree,
  withConjuncts,
} from './tree.ts';

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

type Draft = {
  A: number[];
  R: number[];
  X: number[];
  E: number[];
  reciprocal: boolean;
  words: number[];
  weight: number;
};

/** What is known of a sentence's nominals before any clause is read. */
export type Who = {
  /** May it be a party? Breaks ties between readings. */
  readonly partyLike: (at: number) => boolean;
  /** Is it a common noun for somebody (prisoners, a minister, police)? */
  readonly isAgent: (at: number) => boolean;
};

/** All frames of a sentence by head token. */
export function matchLexicon(tree: Tree, lexicon: Lexicon, who: Who): Map<number, Matches> {
  const out = new Map<number, Matches>();
  for (const token of tree.tokens) {
    const found: Frame[] = [];
    for (const key of headKeys(tree, token.index)) {
      for (const candidate of lexicon.byHead.get(key) ?? []) {
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

function headKeys(tree: Tree, at: number): string[] {
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

/** What a regular ending may have been taken from, so that one wrong lemma doesn't hide a word of the lexicon. */
function plainForms(form: string, noun = false): string[] {
  const out: string[] = [];
  const add = (stem: string): void => {
    if (stem.length > 2) out.push(stem, `${stem}e`);
    if (/([b-df-hj-np-tv-z])\1$/.test(stem)) out.push(stem.slice(0, -1));
  };
  if (form.endsWith('men')) out.push(`${form.slice(0, -3)}man`);
  if (form.endsWith('ies')) out.push(`${form.slice(0, -3)}y`);
  else if (form.endsWith('es')) add(form.slice(0, -2));
  else if (form.endsWith('s') && !form.endsWith('ss')) out.push(form.slice(0, -1));
  if (noun) return out;
  if (form.endsWith('ied')) out.push(`${form.slice(0, -3)}y`);
  else if (form.endsWith('ed')) add(form.slice(0, -2));
  else if (form.endsWith('ing')) add(form.slice(0, -3));
  return out;
}

function matchAt(tree: Tree, head: number, candidate: Candidate, lexicon: Lexicon, who: Who): Frame | null {
  const { pattern, lemmas, headAt } = candidate;
  const draft: Draft = { A: [], R: [], X: [], E: [], reciprocal: false, words: [head], weight: 0 };
  // A preposition alone heads nothing; "on alert" does.
  if (lemmas.length === 1 && pattern.pos === 'a' && tree.tokens[head]!.upos === 'ADP') return null;
  if (lemmas.length > 1 && !matchPhrase(tree, head, lemmas, headAt, pattern.pos, draft)) return null;
  const takesObject = pattern.arguments.some(
    (arg) => arg.at === 'object' || arg.at === 'second' || arg.prepositions.includes(''),
  );
  const { entry } = candidate;
  const { partyLike } = who;
  const harms = entry.kind === 'act' && (entry.type === 'ASSAULT' || entry.type === 'COERCE');
  const ctx: Context = { tree, head, pos: pattern.pos, lexicon, draft, takesObject, partyLike, harms };
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
  if (named !== null) (draft.reciprocal ? draft.A : draft.R).push(named);
  return {
    entry,
    pattern: pattern.text,
    head,
    ...draft,
    words: [...new Set(draft.words)].sort((a, b) => a - b),
    weight: draft.weight,
  };
}

/** "released prisoners", "fired on protesters": a pattern without R that names somebody by a word or a class. */
function namedByWord(tree: Tree, { pattern }: Candidate, draft: Draft, { isAgent }: Who): number | null {
  if (pattern.pos !== 'v' || draft.R.length > 0) return null;
  const asked = pattern.arguments.some(({ filler }) =>
    'slot' in filler ? filler.slot === 'R' : filler.owner !== null,
  );
  if (asked) return null;
  const places = ['obj', 'iobj', 'obl', 'nsubj:pass', 'nmod'];
  return (
    draft.words.find(
      (at) =>
        tree.tokens[at]!.upos === 'NOUN' &&
        places.includes(tree.tokens[at]!.deprel) &&
        !draft.A.includes(at) &&
        isAgent(at),
    ) ?? null
  );
}

function isSecondActor(arg: Argument, draft: Draft): boolean {
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
  draft: Draft,
): boolean {
  const same = (at: number, lemma: string): boolean => {
    const token = tree.tokens[at];
    return token !== undefined && (token.lemma.toLowerCase() === lemma || token.text.toLowerCase() === lemma);
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
const detached = new Set(['together', 'jointly']);

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

type Context = {
  readonly tree: Tree;
  readonly head: number;
  readonly pos: 'v' | 'n' | 'a';
  readonly lexicon: Lexicon;
  readonly draft: Draft;
  readonly takesObject: boolean;
  readonly partyLike: (at: number) => boolean;
  /** The act is done to persons: ASSAULT or COERCE. */
  readonly harms: boolean;
};

const locatives = ['in', 'at', 'near', 'inside', 'outside', 'around'];

function matchArgument(ctx: Context, arg: Argument, bare: number): boolean {
  const { tree, head } = ctx;
  if ('slot' in arg.filler && arg.filler.slot === 'E') return matchEmbedded(ctx, arg);
  switch (arg.at) {
    case 'subject':
      return matchSubject(ctx, arg.filler);
    case 'owner': {
      const owner = childExactly(tree, head, 'nmod:poss');
      return owner !== null && fill(ctx, arg.filler, owner);
    }
    case 'object':
    case 'second':
      return matchObject(ctx, arg, bare);
    case 'preposition': {
      if (arg.prepositions.includes('') && ctx.pos === 'v') {
        const { direct } = logicalObjects(tree, head);
        if (direct !== null && fillAny(ctx, arg.filler, direct)) return true;
      }
      const places = [
        ...afterPreposition(tree, head, arg.prepositions),
        ...subjectAfterFor(tree, head, arg.prepositions),
      ];
      if (ctx.pos === 'n') places.push(...carriedPhrases(ctx, arg.prepositions));
      return places.some((place) => {
        // "killed ten Russian soldiers in Ukraine": done to the soldiers, not to the country where they were.
        const victim = ctx.harms && isRecipient(arg.filler) && isLocative(tree, place) ? victimOf(ctx) : null;
        return fillAny(ctx, arg.filler, victim ?? place);
      });
    }
    case 'purpose':
      return matchPurpose(ctx, arg);
    default:
      return false;
  }
}

/** "sent troops to protect Kyiv", "let the party reopen": an infinitive below the head or its object. */
function matchPurpose(ctx: Context, { verbs = [], filler }: Argument): boolean {
  const { tree, head, draft } = ctx;
  const { direct, indirect } =
    ctx.pos === 'v' ? logicalObjects(tree, head) : { direct: null, indirect: null };
  const above = [head, direct, indirect].filter((at) => at !== null);
  const places = above.flatMap((at) => childrenBy(tree, at, 'advcl', 'acl', 'xcomp', 'ccomp'));
  for (const infinitive of places.flatMap((at) => withConjuncts(tree, at))) {
    const token = tree.tokens[infinitive]!;
    if (infinitive < head || token.xpos !== 'VB') continue;
    const particle = childExactly(tree, infinitive, 'compound:prt');
    const phrase = particle === null ? token.lemma : `${token.lemma} ${tree.tokens[particle]!.lemma}`;
    if (!verbs.includes(phrase)) continue;
    if (!('slot' in filler && filler.slot === 'X')) {
      const object = logicalObjects(tree, infinitive).direct;
      const near = [
        ...(object === null ? [] : [object]),
        ...childrenBy(tree, infinitive, 'obl'),
        ...(object === null ? [] : childrenBy(tree, object, 'nmod')),
      ];
      const filled =
        'slot' in filler
          ? near.length > 0 && fill(ctx, filler, near.find((at) => ctx.partyLike(at)) ?? near[0]!)
          : near.some((at) => fillAny(ctx, filler, at));
      if (!filled) continue;
    }
    draft.words.push(infinitive);
    draft.weight += 1.2;
    return true;
  }
  return false;
}

function isRecipient(filler: Filler): boolean {
  return 'slot' in filler && filler.slot === 'R';
}

function isLocative(tree: Tree, at: number): boolean {
  return locatives.includes(markOf(tree, at));
}

/** The object that the pattern names by a word or class, where it is somebody. */
function victimOf(ctx: Context): number | null {
  if (ctx.pos !== 'v') return null;
  const { direct } = logicalObjects(ctx.tree, ctx.head);
  const somebody =
    direct !== null && ctx.tree.tokens[direct]!.upos !== 'PRON' && ctx.draft.words.includes(direct);
  return somebody && ctx.partyLike(direct) ? direct : null;
}

function matchSubject(ctx: Context, filler: Filler): boolean {
  const { tree, head } = ctx;
  const subject = ctx.pos === 'a' ? predicateSubject(tree, head) : logicalSubject(tree, head);
  if (subject !== null) return fillAny(ctx, filler, subject);
  // A passive without by-phrase, an infinitive without subject: the actor stays open.
  return 'slot' in filler && filler.slot === 'A' && filler.only === undefined;
}

/** Of whom an adjective is said: "Japan is concerned", "remains concerned", "concerned about X, Japan ...". */
function predicateSubject(tree: Tree, head: number): number | null {
  const token = tree.tokens[head]!;
  const own = surfaceSubject(tree, head);
  if (own !== null) return own;
  if (token.deprel === 'amod' || token.deprel === 'acl') return token.head;
  if ((token.deprel === 'xcomp' || token.deprel === 'advcl' || token.deprel === 'conj') && token.head >= 0)
    return surfaceSubject(tree, token.head);
  return null;
}

function matchObject(ctx: Context, arg: Argument, bare: number): boolean {
  const { tree, head, pos } = ctx;
  if (pos !== 'v') return false;
  const { direct, indirect } = logicalObjects(tree, head);
  if (bare === 2) {
    if (indirect !== null && direct !== null)
      return fillAny(ctx, arg.filler, arg.at === 'object' ? indirect : direct);
    // "lent Ukraine tanks", "granted Jordan trade preferences": the parser takes the receiver for part of the gift's name.
    const receiver = direct === null || indirect !== null ? null : receiverInside(ctx, direct);
    if (receiver !== null) return fillAny(ctx, arg.filler, arg.at === 'object' ? receiver : direct!);
    // "name R an enemy", "called the claim baseless": the second part is a predicate, or was taken for a modifier
    const predicate =
      childrenBy(tree, head, 'xcomp')[0] ??
      (direct === null
        ? undefined
        : childrenBy(tree, direct, 'amod', 'acl', 'xcomp').find((kid) => kid > direct)) ??
      null;
    const only = arg.at === 'object' ? direct : predicate;
    return only !== null && predicate !== null && fillAny(ctx, arg.filler, only);
  }
  // "asked Ankara to help": the only object may be an indirect one.
  const object = direct ?? indirect;
  return object !== null && fillAny(ctx, arg.filler, object);
}

/** A name right after a verb in the active voice, read as a compound of the verb's object. */
function receiverInside({ tree, head, partyLike }: Context, direct: number): number | null {
  if (tree.tokens[direct]!.upos !== 'NOUN' || isPassive(tree, head)) return null;
  const name = childrenBy(tree, direct, 'compound', 'nmod:desc', 'amod').find(
    (kid) => tree.tokens[kid]!.upos === 'PROPN',
  );
  if (name === undefined || !partyLike(name)) return null;
  return Math.min(...subtree(tree, name)) === head + 1 ? name : null;
}

function fillAny(ctx: Context, filler: Filler, at: number): boolean {
  if ('slot' in filler && filler.only === undefined) return fill(ctx, filler, at);
  return withConjuncts(ctx.tree, at)
    .flatMap((one) => [one, ...measured(ctx, one)])
    .some((one) => fill(ctx, filler, one));
}

/** "1,500 tonnes of flour", "a brigade of surgeons": what is counted or measured. */
function measured({ tree, lexicon }: Context, at: number): number[] {
  const { lemma, text, upos } = tree.tokens[at]!;
  const measures = lexicon.classes.get('measures');
  if (upos !== 'NUM' && !measures?.has(lemma.toLowerCase()) && !measures?.has(text.toLowerCase())) return [];
  return childrenBy(tree, at, 'nmod')
    .filter((kid) => markOf(tree, kid) === 'of')
    .flatMap((kid) => withConjuncts(tree, kid));
}

function fill(ctx: Context, filler: Filler, at: number): boolean {
  const { draft, tree, lexicon } = ctx;
  if ('slot' in filler) {
    if (at === ctx.head || (filler.slot !== 'X' && isTime(tree, at))) return false;
    if (filler.only !== undefined && phraseIn(tree, at, filler.only, lexicon) === 0) return false;
    draft[filler.slot].push(at);
    if (filler.reciprocal) draft.reciprocal = true;
    draft.weight += filler.only === undefined ? 0.4 : 1.2;
    return true;
  }
  const size = phraseIn(tree, at, filler, lexicon);
  if (size === 0) return false;
  if (filler.owner !== null) {
    const owner = ownerOf(ctx, at);
    if (owner === null) return false;
    draft[filler.owner].push(owner);
    draft.weight += 0.4;
  }
  for (let k = Math.min(0, size); k < Math.max(1, size); k++) draft.words.push(at - k);
  draft.weight += filler.words.length > 0 ? 1.2 : 1;
  return true;
}

const days = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'january',
  'february',
  'march',
  'april',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'today',
  'yesterday',
  'tomorrow',
  'week',
  'month',
  'year',
  'morning',
  'evening',
  'night',
  'afternoon',
  'weekend',
  'hour',
  'minute',
]);

/** "called on Friday": a day is nobody's recipient. */
function isTime(tree: Tree, at: number): boolean {
  const token = tree.tokens[at]!;
  return days.has(token.lemma.toLowerCase()) || (token.upos === 'NUM' && /^\d{4}$/.test(token.text));
}

/** How many tokens ending at `at` (or, below zero, going on after it) make a word of the filler; 0 when none. */
function phraseIn(tree: Tree, at: number, filler: NounSet, lexicon: Lexicon): number {
  const known = (phrase: string): boolean =>
    filler.words.includes(phrase) ||
    filler.classes.some((name) => lexicon.classes.get(name)?.has(phrase) ?? false);
  const { lemma, text, xpos } = tree.tokens[at]!;
  const form = text.toLowerCase();
  // The parser keeps some plurals as they are ("troops"), the lexicon has the singular.
  const heads = [...new Set([lemma.toLowerCase(), form, ...(xpos === 'NNS' ? plainForms(form, true) : [])])];
  if (heads.some(known)) return 1;
  // "Ambassador Robert Ford": the title tells what he is
  const titles = tree.tokens[at]!.upos === 'PROPN' ? childrenBy(tree, at, 'nmod:desc') : [];
  if (titles.some((title) => known(tree.tokens[title]!.lemma.toLowerCase()))) return 1;
  let before = '';
  for (let size = 2; size <= 4 && at - size + 1 >= 0; size++) {
    before = `${tree.tokens[at - size + 1]!.text.toLowerCase()} ${before}`;
    if (heads.some((head) => known(before + head))) return size;
  }
  // "a state of emergency" is headed by its first word
  let after = '';
  for (let size = 1; size <= 3 && at + size < tree.tokens.length; size++) {
    after = `${after} ${tree.tokens[at + size]!.text.toLowerCase()}`;
    if (heads.some((head) => known(head + after))) return -size;
  }
  return 0;
}

/** To whom a thing belongs: "Iran's forces", "Iranian forces", "forces of Iran"; not "air strike". */
function ownerOf(ctx: Context, at: number): number | null {
  const { tree, partyLike } = ctx;
  const said = [
    ...childrenBy(tree, at, 'nmod:poss'),
    ...childrenBy(tree, at, 'nmod').filter((kid) => markOf(tree, kid) === 'of'),
  ];
  const before = tree.kids[at]!.filter((kid) =>
    ['amod', 'compound', 'nmod:desc'].includes(tree.tokens[kid]!.deprel),
  );
  const after = childrenBy(tree, at, 'nmod').filter((kid) => ['from', 'by'].includes(markOf(tree, kid)));
  return [...said, ...before, ...after].find(partyLike) ?? said[0] ?? null;
}

function matchEmbedded(ctx: Context, arg: Argument): boolean {
  const { tree, head, draft } = ctx;
  const add = (at: number): boolean => {
    if (!draft.E.includes(at)) draft.E.push(at);
    draft.weight += 0.4;
    return true;
  };
  const clauses = (...relations: string[]): number[] =>
    childrenBy(tree, head, ...relations).filter((kid) => kid !== head);
  switch (arg.at) {
    case 'infinitive': {
      const infinitives = clauses('xcomp', 'ccomp', 'advcl', 'acl', 'csubj').filter(
        (kid) => /^to\b|\bto$/.test(markOf(tree, kid)) && kid > head,
      );
      // An adverbial infinitive far off is a purpose ("works with allies to respond"), no complement.
      const close = (kid: number): boolean =>
        tree.tokens[kid]!.deprel !== 'advcl' ||
        markOf(tree, kid).startsWith('for ') ||
        !childrenBy(tree, head, 'obj', 'obl').some(
          (other) =>
            other > head &&
            other < kid &&
            ![...draft.A, ...draft.R, ...draft.X, ...draft.words].includes(other),
        );
      const verb = infinitives.find((kid) => tree.tokens[kid]!.deprel !== 'advcl') ?? infinitives.find(close);
      // "had nothing to fear": the infinitive is the object's, unless the pattern has a place for an object.
      const object = ctx.pos === 'v' ? logicalObjects(tree, head).direct : null;
      const between =
        object !== null &&
        !draft.R.includes(object) &&
        !draft.X.includes(object) &&
        verb !== undefined &&
        object > head &&
        object < verb &&
        tree.tokens[object]!.head === head;
      if (verb !== undefined && !(between && !ctx.takesObject)) return add(verb);
      const noun = afterPreposition(tree, head, ['to']).find((kid) => kid > head);
      return noun !== undefined && add(noun);
    }
    case 'clause': {
      // "the threat posed by" is no clause of what is threatened; "the threat that it would attack" is.
      const told = (kid: number): boolean =>
        tree.tokens[kid]!.deprel !== 'acl' ||
        (kid > head && childrenBy(tree, kid, 'nsubj', 'mark').length > 0);
      const clause = clauses('ccomp', 'csubj', 'acl', 'parataxis').find(told) ?? toldBefore(tree, head);
      return clause != null && add(clause);
    }
    case 'object':
    case 'second': {
      if (ctx.pos !== 'v') return false;
      const { direct, indirect } = logicalObjects(tree, head);
      const filled = [...draft.R, ...draft.X];
      const object = arg.at === 'second' && indirect === null ? null : direct;
      if (object !== null && !filled.includes(object)) return add(object);
      const gerund = clauses('xcomp', 'ccomp').find(
        (kid) => arg.at === 'second' || tree.tokens[kid]!.xpos === 'VBG',
      );
      return gerund !== undefined && add(gerund);
    }
    case 'preposition': {
      const gerund = clauses('advcl', 'acl', 'obl', 'xcomp', 'ccomp').find(
        (kid) =>
          arg.prepositions.includes(markOf(tree, kid)) &&
          (isVerb(tree.tokens[kid]!) || tree.tokens[kid]!.xpos === 'VBG'),
      );
      if (gerund !== undefined) return add(gerund);
      const { direct } = ctx.pos === 'v' ? logicalObjects(tree, head) : { direct: null };
      if (direct !== null) {
        const below = childrenBy(tree, direct, 'acl', 'nmod').find((kid) =>
          arg.prepositions.includes(markOf(tree, kid)),
        );
        if (below !== undefined) return add(below);
      }
      const noun = afterPreposition(tree, head, arg.prepositions)[0];
      return noun !== undefined && add(noun);
    }
    default:
      return false;
  }
}

function carriedPhrases(ctx: Context, prepositions: readonly string[]): number[] {
  const verb = carrier(ctx.tree, ctx.head, ctx.lexicon);
  return verb === null ? [] : afterPreposition(ctx.tree, verb, prepositions).filter((at) => at !== ctx.head);
}

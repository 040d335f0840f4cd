// Fills a place of a pattern with a token: a slot, a slot kept to a class, or a noun of words and classes with its owner.
import { isInClass, type Lexicon } from '../knowledge/lexicon/index.ts';
import type { Filler, NounSet } from '../knowledge/lexicon/pattern.ts';
import { plainForms } from './plain-forms.ts';
import { childrenBy, markOf, perToken, type Tree, withConjuncts } from './tree.ts';

export type FrameDraft = {
  A: number[];
  R: number[];
  X: number[];
  E: number[];
  reciprocal: boolean;
  words: number[];
  weight: number;
};

export type MatchContext = {
  readonly tree: Tree;
  readonly head: number;
  readonly pos: 'v' | 'n' | 'a';
  readonly lexicon: Lexicon;
  readonly draft: FrameDraft;
  readonly takesObject: boolean;
  readonly partyLike: (at: number) => boolean;
  /** Is it the name of a country or town, not its people's ("Mali", not "Malian" nor "US")? */
  readonly isPlaceName: (at: number) => boolean;
  /** The act is done to persons: ASSAULT or COERCE. */
  readonly harms: boolean;
};

export function fillAny(ctx: MatchContext, filler: Filler, at: number): boolean {
  if ('slot' in filler && filler.only === undefined) return fill(ctx, filler, at);
  return withConjuncts(ctx.tree, at)
    .flatMap((one) => [one, ...measured(ctx, one)])
    .some((one) => fill(ctx, filler, one));
}

/** "1,500 tonnes of flour", "a brigade of surgeons": what is counted or measured. */
function measured(ctx: MatchContext, at: number): number[] {
  const { tree, lexicon } = ctx;
  const { lemma, text, upos } = tree.tokens[at]!;
  const measures = lexicon.classes.get('measures');
  if (upos !== 'NUM' && !measures?.has(lemma.toLowerCase()) && !measures?.has(text.toLowerCase())) return [];
  return childrenBy(tree, at, 'nmod')
    .filter((kid) => markOf(tree, kid) === 'of')
    .flatMap((kid) => withConjuncts(tree, kid))
    .flatMap((kid) => [kid, ...measured(ctx, kid)]); // "tens of thousands of protesters"
}

export function fill(ctx: MatchContext, filler: Filler, at: number): boolean {
  const { draft, tree, lexicon } = ctx;
  if ('slot' in filler) {
    if (at === ctx.head || (filler.slot !== 'X' && isTime(ctx, at))) return false;
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
    // "shut Russian consulates" are not its own, as in "shut its consulates".
    if (filler.owner === 'A' && draft.A.length > 0 && tree.tokens[owner]!.xpos !== 'PRP$') return false;
    draft[filler.owner].push(owner);
    draft.weight += 0.4;
  }
  for (let k = Math.min(0, size); k < Math.max(1, size); k++) draft.words.push(at - k);
  // "joint naval exercise" tells more than "naval exercise".
  draft.weight += (filler.words.length > 0 ? 1.2 : 1) + 0.1 * (Math.abs(size) - 1);
  return true;
}

/** "called on Friday": a day is nobody's recipient. */
export function isTime({ tree, lexicon }: MatchContext, at: number): boolean {
  const token = tree.tokens[at]!;
  const named = isInClass(lexicon, 'time-words', token.lemma.toLowerCase());
  return named || (token.upos === 'NUM' && /^\d{4}$/.test(token.text));
}

type Phrase = { readonly text: string; readonly size: number };

const wordSets = new WeakMap<NounSet, ReadonlySet<string>>();

/** How many tokens ending at `at` (or, below zero, going on after it) make a word of the filler; 0 when none. */
function phraseIn(tree: Tree, at: number, filler: NounSet, lexicon: Lexicon): number {
  const words = wordsOf(filler);
  for (const { text, size } of phrasesAt(tree, at)) {
    if (words.has(text)) return size;
    for (const name of filler.classes) if (isInClass(lexicon, name, text)) return size;
  }
  return 0;
}

function wordsOf(filler: NounSet): ReadonlySet<string> {
  const known = wordSets.get(filler);
  if (known !== undefined) return known;
  const words = new Set(filler.words);
  wordSets.set(filler, words);
  return words;
}

/** All that a noun may be called, the likeliest first: its own forms, its title, then the words before and after it. */
const phrasesAt = perToken(readPhrases);

function readPhrases(tree: Tree, at: number): Phrase[] {
  const { lemma, text, xpos, upos } = tree.tokens[at]!;
  const form = text.toLowerCase();
  // The parser keeps some plurals as they are ("troops"), the lexicon has the singular.
  const heads = [...new Set([lemma.toLowerCase(), form, ...(xpos === 'NNS' ? plainForms(form, true) : [])])];
  const out = heads.map((head) => ({ text: head, size: 1 }));
  // "Ambassador Robert Ford": the title tells what he is
  const titles = upos === 'PROPN' ? childrenBy(tree, at, 'nmod:desc') : [];
  for (const title of titles) out.push({ text: tree.tokens[title]!.lemma.toLowerCase(), size: 1 });
  let before = '';
  for (let size = 2; size <= 4 && at - size + 1 >= 0; size++) {
    before = `${tree.tokens[at - size + 1]!.text.toLowerCase()} ${before}`;
    for (const head of heads) out.push({ text: before + head, size });
    if (before.endsWith(' - '))
      for (const head of heads) out.push({ text: before.replace(' - ', '-') + head, size });
  }
  // "a state of emergency" is headed by its first word
  let after = '';
  for (let size = 1; size <= 3 && at + size < tree.tokens.length; size++) {
    after = `${after} ${tree.tokens[at + size]!.text.toLowerCase()}`;
    for (const head of heads) out.push({ text: head + after, size: -size });
    // "F-16s" in three tokens
    if (after.startsWith(' - '))
      out.push({ text: lemma.toLowerCase() + after.replace(' - ', '-').replace(/s$/, ''), size: -size });
  }
  return out;
}

/** To whom a thing belongs: "Iran's forces", "Iranian forces", "forces of Iran"; not "air strike". */
function ownerOf(ctx: MatchContext, at: number): number | null {
  const { tree, partyLike, lexicon } = ctx;
  const { lemma, text } = tree.tokens[at]!;
  const deeds = lexicon.classes.get('located-deeds');
  const isDeed = deeds?.has(lemma.toLowerCase()) === true || deeds?.has(text.toLowerCase()) === true;
  const said = [
    ...childrenBy(tree, at, 'nmod:poss'),
    ...childrenBy(tree, at, 'nmod').filter((kid) => markOf(tree, kid) === 'of'),
  ];
  // "the Iranian ambassador Amiri" is Iran's; "President Park" belongs to nobody.
  const isTitle = (kid: number): boolean =>
    tree.tokens[at]!.upos === 'PROPN' &&
    tree.tokens[kid]!.deprel === 'nmod:desc' &&
    childrenBy(tree, kid, 'amod', 'compound', 'nmod:poss').length === 0;
  const before = tree.kids[at]!.filter(
    (kid) =>
      ['amod', 'compound', 'nmod:desc'].includes(tree.tokens[kid]!.deprel) &&
      !isTitle(kid) &&
      !(isDeed && ctx.isPlaceName(kid)), // "the Mali attack" happened there
  );
  const after = childrenBy(tree, at, 'nmod').filter((kid) => ['from', 'by'].includes(markOf(tree, kid)));
  return [...said, ...before, ...after].find(partyLike) ?? said[0] ?? null;
}

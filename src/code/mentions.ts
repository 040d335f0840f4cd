// Who is named where in a sentence: names and common nouns found in the actor index, before any clause is read.
import type { Actor, ActorIndex, AgentMatch } from '../knowledge/actors.ts';
import type { Name, Token } from '../records/index.ts';
import { childrenBy, markOf, type Tree } from './tree.ts';

export type NameMatch = { readonly first: number; readonly last: number; readonly actors: readonly Actor[] };
export type NounMatch = {
  readonly first: number;
  readonly last: number;
  readonly agent: AgentMatch['agent'];
};

export type SentenceMentions = {
  readonly tree: Tree;
  /** For each token the name that covers it, or null. */
  readonly names: readonly (NameMatch | null)[];
  /** For each token the agent noun that ends there, or null. */
  readonly nouns: readonly (NounMatch | null)[];
};

/** Longest matches from left to right; a name wins over an agent noun at the same place. */
export function findMentions(tree: Tree, actors: ActorIndex, names: readonly Name[]): SentenceMentions {
  const people = names.filter(({ kind, sentence }) => kind === 'PER' && sentence === tree.sentence.index);
  const words = tree.tokens.map(writtenName);
  const lemmas = tree.tokens.map((token, at) =>
    isInside(tree, at) ? token.text.toLowerCase() : singular(token),
  );
  const named: (NameMatch | null)[] = words.map(() => null);
  const nouns: (NounMatch | null)[] = words.map(() => null);
  for (let at = 0; at < words.length; ) {
    const found = actors.match(words, at);
    if (found === null || found.length === 0 || !plausible(tree, at, found.length)) {
      at++;
      continue;
    }
    const readings =
      isProduct(tree, at + found.length, found.actors) ||
      isOfPerson(people, at, at + found.length, found.actors)
        ? []
        : withoutStrangers(tree, at, at + found.length, found.actors);
    if (readings.length === 0) {
      at++;
      continue;
    }
    const match = { first: at, last: at + found.length, actors: readings };
    for (let k = match.first; k < match.last; k++) named[k] = match;
    at = match.last;
  }
  for (let at = 0; at < words.length; ) {
    const found = actors.matchAgent(lemmas, at);
    if (found === null || found.length === 0) {
      at++;
      continue;
    }
    const last = at + found.length;
    const head = tree.tokens[last - 1]!;
    if (head.upos === 'NOUN' || head.upos === 'PROPN' || (head.upos === 'ADJ' && found.length > 1)) {
      // "Chiefs of Staff" hangs on its first word.
      const top = headOf(tree, at, last);
      const place = tree.tokens[top]!.upos === 'NOUN' || tree.tokens[top]!.upos === 'PROPN' ? top : last - 1;
      nouns[place] = { first: at, last, agent: found.agent };
    }
    at = last;
  }
  return { tree, names: named, nouns };
}

/** The token of a run that hangs on something outside it. */
function headOf(tree: Tree, first: number, last: number): number {
  for (let at = first; at < last; at++) {
    const { head } = tree.tokens[at]!;
    if (head < first || head >= last) return at;
  }
  return last - 1;
}

/** The word as a name is written: "tunisian", "obama" and "iSrael" wear the capitals of their lemmas. */
function writtenName({ text, lemma, upos }: Token): string {
  const same = text !== lemma && text.toLowerCase() === lemma.toLowerCase();
  const isName = (upos === 'PROPN' || upos === 'ADJ') && /^\p{Lu}/u.test(lemma);
  return same && isName && /^\p{Ll}/u.test(text) ? lemma : text;
}

/** "rights" in "human rights groups": within a compound a plural stays one. */
function isInside({ tokens }: Tree, at: number): boolean {
  return tokens[at]!.xpos === 'NNS' && ['NOUN', 'PROPN'].includes(tokens[at + 1]?.upos ?? '');
}

/** The lemma, but for plurals that the tagger has no good one for: "militiamen" is no "militiame". */
function singular({ lemma, text, xpos }: Token): string {
  const form = text.toLowerCase();
  return xpos.startsWith('NN') && /.men$/.test(form) ? `${form.slice(0, -3)}man` : lemma.toLowerCase();
}

/** "Aden Duale", "Chad Smith": a place's name within a person's. */
function isOfPerson(people: readonly Name[], first: number, last: number, actors: readonly Actor[]): boolean {
  const within = people.some(
    (one) => one.first <= first && last <= one.last && one.last - one.first > last - first,
  );
  return within && actors.every((actor) => actor.kind !== 'person');
}

/** "a Boeing 777": the aircraft, not the company. */
function isProduct(tree: Tree, next: number, actors: readonly Actor[]): boolean {
  return (
    actors.every((actor) => actor.kind === 'company') &&
    /^[A-Z]?-?\d{2,4}\b/.test(tree.tokens[next]?.text ?? '')
  );
}

/** "Sheikh Sharif" is no al-Sheikh: a surname within a longer name must fit the rest of that name. */
function withoutStrangers(
  tree: Tree,
  first: number,
  last: number,
  actors: readonly Actor[],
): readonly Actor[] {
  if (!actors.some((actor) => actor.form === 'surname')) return actors;
  const beside = [first - 1, last].filter((at) => {
    const token = tree.tokens[at];
    if (token === undefined || token.upos !== 'PROPN') return false;
    const inside = (index: number): boolean => index >= first && index < last;
    const joined =
      (token.deprel === 'flat' && inside(token.head)) ||
      (at === first - 1 &&
        tree.tokens.slice(first, last).some((one) => one.deprel === 'flat' && one.head === at));
    return joined && /^\p{Lu}\p{L}*[\p{Ll}]/u.test(token.text);
  });
  if (beside.length === 0) return actors;
  return actors.filter(
    (actor) =>
      actor.form !== 'surname' ||
      beside.every((at) => actor.name.toLowerCase().includes(tree.tokens[at]!.text.toLowerCase())),
  );
}

/** A word tagged as verb, pronoun or function word is no name, whatever its letters ("may", "us", "said"). */
function plausible(tree: Tree, first: number, length: number): boolean {
  // "West African" is no West.
  const next = tree.tokens[first + length];
  if (
    length === 1 &&
    next?.upos === 'ADJ' &&
    ['amod', 'compound', 'advmod'].includes(tree.tokens[first]!.deprel) &&
    tree.tokens[first]!.head === next.index
  )
    return false;
  for (let at = first; at < first + length; at++) {
    const { upos } = tree.tokens[at]!;
    if (upos === 'PROPN' || upos === 'NOUN' || upos === 'ADJ' || upos === 'X' || upos === 'NUM') return true;
    // A lone capitalised word that the tagger took for something else ("Aid", "Us") isn't enough.
    if (length > 1 && /^\p{Lu}/u.test(tree.tokens[at]!.text) && upos !== 'ADP' && upos !== 'DET') return true;
  }
  return false;
}

function isNounTag({ upos }: Token): boolean {
  return upos === 'NOUN' || upos === 'PROPN';
}

/** "the junta" is a common noun, also where the tagger took it for a name. */
function isProper({ upos, text }: Token): boolean {
  return upos === 'PROPN' && /^\P{Ll}/u.test(text);
}

function isBoth(tree: Tree, at: number): boolean {
  return tree.kids[at]!.some((kid) => ['both', 'two'].includes(tree.forms[kid]!));
}

/** Tokens that tell to which country or organisation a noun belongs, nearest relations first. */
export function ownersOf(tree: Tree, at: number): number[] {
  const direct = childrenBy(tree, at, 'nmod:poss', 'amod', 'compound', 'nmod:desc', 'flat');
  // A person "in Delhi" isn't India's; a court in Guyana is Guyana's.
  const marks = isProper(tree.tokens[at]!) ? ['of'] : ['of', 'in', 'from', 'for', 'to', 'at'];
  const phrases = childrenBy(tree, at, 'nmod').filter(
    (kid) =>
      !direct.includes(kid) &&
      // "soldiers on both sides"
      (marks.includes(markOf(tree, kid)) || (markOf(tree, kid) === 'on' && isBoth(tree, kid))),
  );
  if (direct.length > 0 || phrases.length > 0 || isProper(tree.tokens[at]!) || !isNounTag(tree.tokens[at]!))
    return [...direct, ...phrases];
  // "the king and queen of Bhutan": what is said of the last holds of the first.
  const last = childrenBy(tree, at, 'conj').at(-1);
  if (last === undefined || tree.tokens[last]!.upos !== 'NOUN' || childrenBy(tree, last, 'det').length > 0)
    return [];
  return childrenBy(tree, last, 'nmod').filter((kid) => markOf(tree, kid) === 'of');
}

/** "the Mali attack", "the Kabul bombing": a country's or capital's own name, no adjective and no abbreviation ("US"). */
export function isPlaceName({ tree, names }: SentenceMentions, at: number): boolean {
  const name = names[at] ?? null;
  const { text, upos } = tree.tokens[at]!;
  if (name === null || upos !== 'PROPN' || text === text.toUpperCase()) return false;
  return name.actors.every(
    ({ kind, form }) => (kind === 'state' || kind === 'territory') && form !== 'demonym',
  );
}

/** The common noun for an agent that stands as a title before a person's name, or null. */
export function titleOf(tree: Tree, at: number, { nouns }: SentenceMentions): NounMatch | null {
  for (const kid of childrenBy(tree, at, 'nmod:desc')) {
    const noun = nouns[kid] ?? null;
    if (noun !== null && kid < at && noun.agent.sectors.length > 0) return noun;
  }
  return null;
}

// Puts every resolved nominal of a sentence into the memory that pronouns are read from.

import type { Name, Party } from '../records/index.ts';
import { isFirstPerson, isSubject } from './antecedents.ts';
import type { createCoreference } from './coreference.ts';
import { partiesOf } from './parties.ts';
import type { PartyContext } from './party-context.ts';
import { describedBy, headOfPerson, type Strangers } from './strangers.ts';
import { childrenBy, relation, type Tree } from './tree.ts';
import type { Label } from './turns.ts';

/** What is remembered of a document while its sentences are read in order. */
export type Remembering = {
  readonly remember: ReturnType<typeof createCoreference>['remember'];
  /** Labels of turns ("SPOKESMAN:") are left out: they stand for nobody. */
  readonly labels: readonly Label[];
  readonly persons: readonly Name[];
  readonly strangers: Strangers;
  /** An organ of no named state is one of the article's home. */
  readonly atHome: (tree: Tree, party: Party) => Party;
};

export function rememberAll(tree: Tree, context: PartyContext, remembering: Remembering): void {
  const { labels, remember } = remembering;
  const mentions = context.mentionsOf(tree);
  // First persons are known at once, owners ("its leader") and nouns told again ("the ministers") too; other pronouns are not remembered, they refer back themselves.
  const inner: PartyContext = {
    ...context,
    refer: (one, at) =>
      isFirstPerson(one.tokens[at]!.text) || ['PRP$', 'NNS', 'NNPS'].includes(one.tokens[at]!.xpos)
        ? context.refer(one, at)
        : [],
  };
  for (const token of tree.tokens) {
    const name = mentions.names[token.index] ?? null;
    const noun = mentions.nouns[token.index] ?? null;
    if (name === null && noun === null) continue;
    if (name !== null && token.index !== headOfName(tree, name.first, name.last)) continue;
    if (name === null && isTitle(tree, token.index)) continue;
    if (labels.some(({ start, end }) => start <= token.start && token.end <= end)) continue;
    const parties = partiesOf(inner, tree, token.index).filter(
      ({ country, sectors }) => country !== null || sectors.length > 0,
    );
    const actor = name?.actors[0] ?? null;
    const kind =
      actor?.kind === 'person' || (noun !== null && noun.agent.kind === 'person' && token.xpos !== 'NNS')
        ? 'person'
        : noun !== null && actor === null
          ? 'group'
          : 'state';
    // Of a row each member is remembered at its own token; several of one token are told by one noun.
    const told = isHeadOfRow(tree, token.index) ? parties.slice(0, 1) : parties;
    for (const party of told)
      remember({
        party,
        kind,
        sentence: tree.sentence.index,
        token: token.index,
        start: token.start,
        subject: isSubject(tree, token.index),
        lemma: token.lemma.toLowerCase(),
        plural: name === null && /^NNP?S$/.test(token.xpos),
        row: rowOf(tree, token.index),
      });
  }
  for (const name of remembering.persons)
    if (name.sentence === tree.sentence.index) introduce(tree, inner, name, remembering);
}

function isHeadOfRow(tree: Tree, at: number): boolean {
  return childrenBy(tree, at, 'conj').length > 0;
}

function rowOf(tree: Tree, at: number): number {
  let first = at;
  for (let step = 0; step < 6 && relation(tree.tokens[first]!) === 'conj'; step++)
    first = tree.tokens[first]!.head;
  return first;
}

/** "the army spokesman, Colonel Amadou Traore": whom no index knows is what his title or apposition says. */
function introduce(tree: Tree, context: PartyContext, name: Name, remembering: Remembering): void {
  const { remember, strangers, atHome } = remembering;
  const at = headOfPerson(tree, name);
  if (name.last - name.first < 2 || (context.mentionsOf(tree).names[at] ?? null) !== null) return;
  const isKnown = ({ country, sectors }: Party): boolean => country !== null || sectors.length > 0;
  const told = [at, ...describedBy(tree, at)].flatMap((one) => partiesOf(context, tree, one)).find(isKnown);
  if (told === undefined) return;
  const { text, start, end } = name;
  const party: Party = {
    ...atHome(tree, told),
    text,
    start,
    end,
    name: text,
    wikidata: null,
    basis: 'stated',
  };
  strangers.introduce(tree, name, party);
  remember({
    party,
    kind: 'person',
    sentence: tree.sentence.index,
    token: at,
    start: tree.tokens[at]!.start,
    subject: isSubject(tree, at),
    plural: false,
    lemma: '',
    row: rowOf(tree, at),
  });
}

/** "President" in "President Ursula von der Leyen": the name tells who it is. */
function isTitle(tree: Tree, at: number): boolean {
  const { deprel, head } = tree.tokens[at]!;
  return (
    ['nmod:desc', 'compound', 'flat'].includes(deprel) && head >= 0 && tree.tokens[head]!.upos === 'PROPN'
  );
}

/** The token of a name that hangs on something outside it. */
function headOfName(tree: Tree, first: number, last: number): number {
  for (let at = first; at < last; at++) {
    const { head } = tree.tokens[at]!;
    if (head < first || head >= last) return at;
  }
  return first;
}

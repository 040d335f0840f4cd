// Whom an event is done by and to where its own clause does not say: what stands beside it, before it or is pointed at.

import type { Knowledge } from '../knowledge/knowledge.ts';
import { isInClass } from '../knowledge/lexicon/index.ts';
import type { Event, Party } from '../records/index.ts';
import type { Built } from './build-event.ts';
import type { Draft } from './draft.ts';
import { partiesOf, sameParty } from './parties.ts';
import type { PartyContext } from './party-context.ts';
import { isVerb, type Tree } from './tree.ts';

/** Breaking off and threatening are done to somebody. */
export const bilateral: ReadonlySet<Event['type']> = new Set(['SANCTION', 'THREATEN']);

export function isConflict({ type }: Draft, { events }: Knowledge): boolean {
  return events.types[type].quad.endsWith('conflict') && !['PROTEST', 'MOBILIZE'].includes(type);
}

/** "recalled its envoy from Mexico and threatened to cut ties": to whom the deed told before it was done by the same actor. */
export function sharedWith(draft: Draft, actors: readonly Party[], earlier: readonly Built[]): Party[] {
  const { tree } = draft;
  const clause = (one: Draft): number => clauseOf(one.tree, one.head);
  const { deprel, head } = tree.tokens[clause(draft)]!;
  if (deprel !== 'conj' || head < 0) return [];
  const before = earlier.findLast(
    ({ draft: other, event }) =>
      other.tree === tree &&
      (clause(other) === head || tree.tokens[clause(other)]!.head === head) &&
      event.recipients.length > 0 &&
      event.actors.length > 0 &&
      event.actors.every((one) => actors.some((actor) => actor.name === one.name)),
  );
  const known = before?.event.recipients.filter(({ country }) => country !== null) ?? [];
  return known.map((party) => ({ ...party, basis: 'implied' }));
}

/** The verb of the clause in which a token stands. */
function clauseOf(tree: Tree, at: number): number {
  let node = at;
  while (!isVerb(tree.tokens[node]!) || tree.tokens[node]!.deprel === 'xcomp') {
    const { head } = tree.tokens[node]!;
    if (head < 0) break;
    node = head;
  }
  return node;
}

/** A state by its own name, or soldiers, police and officials: not its people ("Georgians marched"). */
export function isStateOf(tree: Tree, { sectors, country, end }: Party): boolean {
  const official = ['MIL', 'COP', 'GOV', 'SPY', 'REB', 'UAF'];
  if (sectors.length > 0) return sectors.every((sector) => official.includes(sector));
  const head = tree.tokens.find((token) => token.end === end);
  return country !== null && head?.upos === 'PROPN' && head.xpos === 'NNP';
}

/** "decisions that would not please Seoul": who a vague threat is about stands in the clause on its object. */
export function mentionedBelow(context: PartyContext, draft: Draft, actors: readonly Party[]): Party[] {
  const { tree } = draft;
  // ... or in the clause that tells what is threatened: "to turn Seoul into a sea of fire"
  const clauses = draft.words.flatMap((word) =>
    tree.kids[word]!.filter(
      (kid) =>
        tree.tokens[kid]!.deprel === 'acl:relcl' ||
        (draft.inner.length === 0 && tree.tokens[kid]!.deprel === 'xcomp'),
    ),
  );
  const objects = clauses.flatMap((clause) =>
    tree.kids[clause]!.filter((kid) => ['obj', 'obl'].includes(tree.tokens[kid]!.deprel)),
  );
  return collect(objects, (at) => partiesOf(context, tree, at)).filter(
    (party) => party.country !== null && !actors.some((actor) => actor.country === party.country),
  );
}

export function collect<T>(from: readonly T[], get: (one: T) => readonly Party[]): Party[] {
  const out: Party[] = [];
  for (const one of from)
    for (const party of get(one)) if (!out.some((other) => sameParty(other, party))) out.push(party);
  return out;
}

const words: ReadonlySet<Event['type']> = new Set(['REQUEST', 'SUPPORT', 'ACCUSE', 'CONSULT', 'THREATEN']);

/** "condemned the treaty", "such a move": the parties of the event that the words point back to. */
export function anaphor(
  knowledge: Knowledge,
  draft: Draft,
  party: Party,
  earlier: readonly Built[],
): readonly Party[] {
  const { tree } = draft;
  const at = tree.tokens.find((token) => token.end === party.end && !isVerb(token));
  if (at === undefined) return [party];
  const definite = tree.kids[at.index]!.some((kid) =>
    ['the', 'this', 'that', 'such', 'these', 'those'].includes(tree.tokens[kid]!.lemma.toLowerCase()),
  );
  if (!definite) return [party];
  const lemma = at.lemma.toLowerCase();
  const agreements = knowledge.lexicon.classes.get('agreement');
  const wordsOf = (before: Draft): string[] =>
    before.words.map((word) => before.tree.tokens[word]!.lemma.toLowerCase());
  // The same word first, then any agreement for an agreement, then the event before for "the move".
  const tests: ((before: Draft) => boolean)[] = [(before) => wordsOf(before).includes(lemma)];
  if (agreements?.has(lemma)) tests.push((before) => wordsOf(before).some((word) => agreements.has(word)));
  const points = isInClass(knowledge.lexicon, 'anaphors', lemma);
  // A move or decision is something done or resolved, no request, praise, charge or meeting.
  if (points && isInClass(knowledge.lexicon, 'decision-nouns', lemma))
    tests.push((before) => before.tree !== tree && !words.has(before.type));
  if (points) tests.push((before) => before.tree !== tree);
  for (const test of tests) {
    for (const { event, draft: before } of [...earlier].reverse()) {
      if (tree.sentence.index - before.tree.sentence.index > 40) break;
      if (!test(before)) continue;
      const parties = event.actors.filter((one) => one.basis !== 'unknown');
      if (parties.length > 0)
        return parties.map((one) => ({
          ...one,
          text: party.text,
          start: party.start,
          end: party.end,
          basis: 'implied' as const,
        }));
    }
  }
  return [party];
}

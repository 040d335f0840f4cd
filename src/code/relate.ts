// One marked pair of parties in one text: which PLOVER type the first does to the second. For human coders and for
// comparison with published systems; the parties are given, so none is asked to resolve.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Annotated, EventType, Quad } from '../records/index.ts';
import { speakerToken } from './act-draft.ts';
import { composeSentence } from './compose.ts';
import type { Draft } from './draft.ts';
import { matchLexicon } from './match.ts';
import { mendTree } from './mend-tree.ts';
import { findMentions, isPlaceName } from './mentions.ts';
import { isPartyLike } from './parties.ts';
import { buildTree, markOf, subtree, type Tree, withConjuncts } from './tree.ts';

export type MarkedPair = {
  readonly actor: { readonly start: number; readonly end: number };
  readonly recipient: { readonly start: number; readonly end: number };
};
export type Relation = {
  readonly type: EventType;
  readonly mode: string | null;
  readonly quad: Quad;
  readonly confidence: number;
  readonly because: readonly string[];
};

/** What the lexicon says of a pair, best reading first; empty when it is silent. */
export function relatePair(annotated: Annotated, pair: MarkedPair, knowledge: Knowledge): Relation[] {
  const found: { draft: Draft; fit: number; why: string }[] = [];
  for (const sentence of annotated.sentences) {
    const tree = buildTree(mendTree(sentence, knowledge.lexicon));
    const actor = tokensIn(tree, pair.actor);
    const recipient = tokensIn(tree, pair.recipient);
    if (actor.length === 0 && recipient.length === 0) continue;
    const mentions = findMentions(tree, knowledge.actors, annotated.names);
    const marked = new Set([...actor, ...recipient]);
    const matches = matchLexicon(tree, knowledge.lexicon, {
      partyLike: (at) => marked.has(at) || isPartyLike(mentions, at),
      isAgent: (at) => marked.has(at) || mentions.nouns[at] !== null,
      isPlaceName: (at) => !marked.has(at) && isPlaceName(mentions, at),
    });
    const drafts = composeSentence(tree, matches, knowledge.events, knowledge.lexicon);
    for (const draft of drafts) {
      const { fit, why } = fitOf(draft, actor, recipient);
      // What hangs on an "if" has not been done by anybody to anybody; what is only meant weighs less than the means.
      const weight = draft.condition !== null ? 0.5 : isAim(draft, drafts, actor) ? 0.75 : 1;
      if (fit > 0) found.push({ draft, fit: fit * weight, why });
      if (isCharge(draft, actor, recipient)) found.push(chargeOf(draft));
    }
  }
  found.sort(
    (a, b) =>
      b.fit * b.draft.confidence - a.fit * a.draft.confidence ||
      depth(a.draft) - depth(b.draft) ||
      a.draft.head - b.draft.head,
  );
  return found.map(({ draft, fit, why }) => ({
    type: draft.type,
    mode: draft.mode,
    quad: knowledge.events.types[draft.type].quad,
    confidence: Math.round(Math.min(1, fit / 4) * draft.confidence * 100) / 100,
    because: [...draft.because, why],
  }));
}

/** "Students blocked the road to demand reforms of Kyiv": the blockade is done, the demand is what it is done for. */
function isAim(draft: Draft, drafts: readonly Draft[], actor: readonly number[]): boolean {
  const { tree } = draft;
  let clause = draft.head;
  for (let step = 0; step < 6 && clause >= 0; step++) {
    const token = tree.tokens[clause]!;
    if (token.deprel === 'advcl' && /^(in order |so as )?to$/.test(markOf(tree, clause))) break;
    if (token.deprel.startsWith('nsubj') || token.deprel === 'root') return false;
    clause = token.head;
  }
  if (clause < 0 || tree.tokens[clause]!.deprel !== 'advcl') return false;
  const aim = new Set(subtree(tree, clause));
  const means = new Set(subtree(tree, tree.tokens[clause]!.head).filter((at) => !aim.has(at)));
  return drafts.some(
    (other) =>
      done.has(other.type) &&
      means.has(other.head) &&
      other.condition === null &&
      overlap(places(tree, other.actors), actor),
  );
}

/** Deeds that are done for something, whose purpose is no event of its own. */
const done = new Set<EventType>(['PROTEST', 'MOBILIZE', 'COERCE', 'ASSAULT', 'SANCTION']);

const harmful = new Set<EventType>(['ASSAULT', 'COERCE', 'MOBILIZE', 'REJECT', 'THREATEN']);

/** "Tirana said Yugoslav snipers had fired at its guards": between speaker and doer that is a charge. */
function isCharge(draft: Draft, actor: readonly number[], recipient: readonly number[]): boolean {
  if (!harmful.has(draft.type) || draft.condition !== null) return false;
  if (draft.auxiliary.has('future') || draft.auxiliary.has('negation')) return false;
  const speaker = speakerToken(draft.tree, draft.head);
  if (speaker === null || !overlap(places(draft.tree, draft.actors), recipient)) return false;
  return overlap(places(draft.tree, [speaker]), actor);
}

function chargeOf(draft: Draft): { draft: Draft; fit: number; why: string } {
  const charge = { ...draft, type: 'ACCUSE' as const, mode: 'allege', cameo: '112' };
  return { draft: charge, fit: 3.6, why: 'the actor says that the recipient did it' };
}

function tokensIn(tree: Tree, span: { start: number; end: number }): number[] {
  return tree.tokens
    .filter((token) => token.start < span.end && token.end > span.start)
    .map((token) => token.index);
}

/** How well an event's parties are the marked ones: both 4, one of them less, only nearby least. */
function fitOf(
  draft: Draft,
  actor: readonly number[],
  recipient: readonly number[],
): { fit: number; why: string } {
  const direct = places(draft.tree, draft.actors);
  const target = places(draft.tree, draft.recipients);
  const hasActor = overlap(direct, actor);
  const hasRecipient = overlap(target, recipient);
  if (hasActor && hasRecipient) return { fit: 4, why: 'both parties stand in the frame' };
  if (
    draft.reciprocal &&
    overlap([...direct, ...target], actor) &&
    overlap([...direct, ...target], recipient)
  )
    return { fit: 3.9, why: 'both take part' };
  const area = new Set(subtree(draft.tree, draft.head));
  const near = recipient.some((at) => area.has(at));
  const nearActor = actor.some((at) => area.has(at));
  if (hasActor && near)
    return { fit: 3.2, why: 'the actor stands in the frame, the recipient below its head' };
  if (hasRecipient && draft.actors.length === 0)
    return { fit: 2.6, why: 'the recipient stands in the frame, the actor is open' };
  if (hasRecipient && nearActor)
    return { fit: 2.4, why: 'the recipient stands in the frame, the actor below its head' };
  if (hasActor) return { fit: 2, why: 'only the actor stands in the frame' };
  if (hasRecipient) return { fit: 1.6, why: 'only the recipient stands in the frame' };
  if (overlap(target, actor) && overlap(direct, recipient))
    return { fit: 1.5, why: 'the frame runs the other way' };
  if (near && nearActor) return { fit: 1.2, why: 'both stand below its head' };
  return near || nearActor
    ? { fit: 0.5, why: 'one of them stands below its head' }
    : { fit: 0.2, why: 'it stands in the same sentence' };
}

/** All tokens of the nominals at these places, conjuncts included, relative clauses not. */
function places(tree: Tree, heads: readonly number[]): number[] {
  return heads
    .flatMap((head) => withConjuncts(tree, head))
    .flatMap((head) => subtree(tree, head, (token) => token.deprel.startsWith('acl')));
}

function overlap(a: readonly number[], b: readonly number[]): boolean {
  return a.some((at) => b.includes(at));
}

function depth(draft: Draft): number {
  let steps = 0;
  for (let node = draft.head; node >= 0; node = draft.tree.tokens[node]!.head) steps++;
  return steps;
}

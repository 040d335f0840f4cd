// Applies one operator to the event below it, or alone where it has none: type, parties, auxiliary modes.

import type { OperatorKind } from '../knowledge/events.ts';
import { isInClass } from '../knowledge/lexicon/index.ts';
import type { EventType } from '../records/index.ts';
import { carrier } from './act-nouns.ts';
import { clauseDoer, isClause } from './clauses.ts';
import type { Draft, Tools } from './draft.ts';
import type { Frame } from './match.ts';
import { modalityOf } from './modality.ts';
import { isMouthpiece } from './mouthpiece.ts';
import { asFuture, cameoOf, effectiveType, lookUp, modeOf, unfuture, without } from './retype.ts';
import { childrenBy, isVerb, type Tree } from './tree.ts';

/** A negated operator that counts as another kind ("does not rule out" as "considers"). */
export function isNegated(tools: Tools, frame: Frame): boolean {
  const verb = isVerb(tools.tree.tokens[frame.head]!) ? null : carrier(tools.tree, frame.head, tools.lexicon);
  return modalityOf(tools.tree, frame.head, verb).auxiliary.has('negation');
}

export function applyOperator(
  tools: Tools,
  frame: Frame,
  kind: OperatorKind,
  inner: Draft,
  denied: boolean,
): Draft | null {
  const { tree, tables, lexicon } = tools;
  const seen = effectiveType(unfuture(inner));
  const own =
    inner.actors.some((at) => frame.A.includes(at)) ||
    isOwnWord(tree, frame, inner) ||
    speaksForDoer(tools, frame, inner);
  const other = inner.actors.length > 0 && frame.A.length > 0 && !own;
  const table = other && kind.yieldsOther !== undefined ? kind.yieldsOther : kind.yields;
  // "ended his house arrest" frees somebody, "ended the curfew" eases: the mode may decide.
  const yielded = table[`${seen}.${unfuture(inner).mode}`] ?? lookUp(table, seen);
  if (yielded === undefined || yielded === 'nothing') return null;
  const type = yielded === 'same' ? inner.type : (yielded as EventType);
  const verb = isVerb(tree.tokens[frame.head]!) ? null : carrier(tree, frame.head, lexicon);
  const { auxiliary: told, condition } = modalityOf(tree, frame.head, verb);
  const auxiliary = denied ? without(told, 'negation') : told;
  const base = unfuture(inner);
  // What is only reported stands by its own words.
  const reported = yielded === 'same' && kind.speech;
  const result: Draft = {
    tree,
    head: reported ? inner.head : frame.head,
    type,
    mode: yielded === 'same' ? inner.mode : modeOf(tables, operatorKind(frame), type, base),
    contexts: [...new Set([...frame.entry.contexts, ...inner.contexts])],
    cameo: yielded === 'same' ? inner.cameo : cameoOf(tables, operatorKind(frame), type, base),
    actors: operatorActors(tree, frame, inner, kind, yielded),
    recipients: operatorRecipients(frame, kind, inner, yielded),
    themes: [...frame.X, ...inner.themes],
    reciprocal: frame.reciprocal || (yielded === 'same' && inner.reciprocal),
    auxiliary: new Set([
      ...auxiliary,
      ...kind.auxiliary,
      ...(yielded === 'same' && !kind.plain.includes(inner.type) ? kind.sameAuxiliary : []),
      ...(yielded === 'same' ? [...inner.auxiliary].filter((mode) => !kind.clears.includes(mode)) : []),
    ]),
    words: reported ? inner.words : yielded === 'same' ? [...frame.words, ...inner.words] : frame.words,
    confidence: Math.min(frame.entry.confidence, inner.confidence),
    because: [`operator ${frame.entry.id} ("${frame.pattern}") over ${seen}`, ...inner.because],
    needs: 'party',
    bySpeaker: kind.actor === 'speaker',
    inner: [inner],
    operator: yielded === 'same' ? inner.operator : kind,
    condition: condition ?? (yielded === 'same' ? inner.condition : null),
  };
  return asFuture(tools, result);
}

/** "Tirana might freeze the talks, its premier cautioned": who warns speaks for who would do it. */
function speaksForDoer({ tree, lexicon }: Tools, frame: Frame, inner: Draft): boolean {
  const [speaker, ...others] = frame.A;
  if (speaker === undefined || others.length > 0 || inner.actors.length === 0) return false;
  return !frame.R.some((at) => inner.actors.includes(at)) && isMouthpiece(tree, speaker, lexicon);
}

/** "Gazprom warned that it might stop": the pronoun of what is told is mostly whoever tells it. */
function isOwnWord(tree: Tree, frame: Frame, inner: Draft): boolean {
  if (frame.entry.kind !== 'operator' || frame.R.length > 0 || frame.E.length === 0) return false;
  const words = inner.actors.map((at) => tree.tokens[at]!.text.toLowerCase());
  return words.length === 1 && ['it', 'he', 'she', 'we', 'i'].includes(words[0]!);
}

function operatorActors(
  tree: Tree,
  frame: Frame,
  inner: Draft,
  kind: OperatorKind,
  yielded: string,
): readonly number[] {
  if (kind.subject === 'recipient') return inner.actors.filter((at) => !frame.A.includes(at));
  if (kind.subject === 'bystander') return inner.actors;
  if (kind.subject === 'doer' && frame.A.length > 0) return frame.A;
  // "is ready for talks with Kyiv": what is done together is done with the operator's subject.
  // What is reported in a clause of its own has its own actors, or none ("said a bomb was fired at it").
  const own = childrenBy(tree, inner.head, 'nsubj').length > 0;
  if (yielded === 'same' && kind.speech && (own || inner.actors.length > 0)) return inner.actors;
  if (yielded === 'same' && unfuture(inner).reciprocal && inner.actors.length < 2)
    return [...new Set([...frame.A, ...inner.actors])];
  if (yielded === 'same' && inner.actors.length > 0 && !inner.actors.some((at) => frame.A.includes(at)))
    return inner.actors;
  if (frame.A.length > 0) return frame.A;
  return yielded === 'same' || kind.recipient === 'embedded' ? inner.actors : [];
}

function operatorRecipients(
  frame: Frame,
  kind: OperatorKind,
  inner: Draft,
  yielded: string,
): readonly number[] {
  if (kind.subject === 'recipient') return frame.A.length > 0 ? frame.A : inner.recipients;
  if (yielded === 'same') return inner.recipients.length > 0 ? inner.recipients : frame.R;
  if (frame.R.length > 0) return frame.R;
  if (kind.recipient === 'none') return [];
  // "agreed to meet Xi": the other side of what is done together
  if (unfuture(inner).reciprocal && kind.recipient === 'embedded')
    return unfuture(inner).actors.filter((at) => !frame.A.includes(at));
  const others = (places: readonly number[]): readonly number[] =>
    places.filter((at) => !frame.A.includes(at));
  const wanted =
    kind.recipient === 'embedded-actor' ? [inner.actors, inner.recipients] : [inner.recipients, inner.actors];
  const first = others(wanted[0]!);
  return first.length > 0 ? first : others(wanted[1]!);
}

/** An operator whose complement is no act: "threatened Iran", "demanded an explanation". */
export function operatorAlone(tools: Tools, frame: Frame, kind: OperatorKind, denied: boolean): Draft | null {
  const { tree, tables, lexicon } = tools;
  const clauses = frame.E.filter((at) => isClause(tree, at));
  // "Brussels told Ankara it should listen": what must be done, whoever says so asks for it.
  const asked = kind.speech && clauses.some((at) => modalityOf(tree, at, null).necessity !== null);
  const charged = kind.yields.none === 'nothing' && clauses.filter((at) => isCharge(tools, at));
  const harm = kind === tables.kinds.promise && clauses.some((at) => isHarm(tools, at));
  const type = harm
    ? 'THREATEN'
    : kind.yields.none === 'nothing' && asked
      ? 'REQUEST'
      : kind === tables.kinds.say && charged !== false && charged.length > 0
        ? 'ACCUSE'
        : kind.yields.none;
  if (type === undefined || type === 'nothing' || type === 'same') return null;
  const doers =
    asked || type === 'ACCUSE' || kind.recipient === 'embedded-actor'
      ? clauses.flatMap((at) => clauseDoer(tree, at))
      : [];
  // "promised 1,000 officers": what is promised is not who it is promised to.
  const given = type === 'AGREE' ? (at: number) => tree.tokens[at]!.upos !== 'NOUN' : () => true;
  const named = frame.E.filter((at) => !isClause(tree, at) && given(at));
  const accused = doers.filter((at) => !frame.A.includes(at));
  // "told the assembly that Russia lied": the charge is Russia's, not the assembly's.
  const recipients =
    type === 'ACCUSE' && kind.yields.none === 'nothing' ? [accused] : [frame.R, named, accused];
  const verb = isVerb(tree.tokens[frame.head]!) ? null : carrier(tree, frame.head, lexicon);
  const { auxiliary: told, condition } = modalityOf(tree, frame.head, verb);
  const auxiliary = denied ? without(told, 'negation') : told;
  return asFuture(tools, {
    tree,
    head: frame.head,
    type,
    mode: kind === tables.kinds.say && type === 'ACCUSE' ? 'allege' : null,
    contexts: frame.entry.contexts,
    cameo: cameoOf(tables, operatorKind(frame), type, null),
    actors: frame.A,
    recipients: recipients.find((places) => places.length > 0) ?? [],
    themes: frame.X,
    reciprocal: frame.reciprocal,
    auxiliary: new Set([...auxiliary, ...kind.auxiliary]),
    words: frame.words,
    confidence: frame.entry.confidence * 0.8,
    because: [`operator ${frame.entry.id} ("${frame.pattern}") over no known act`],
    needs: kind.alone,
    bySpeaker: kind.actor === 'speaker',
    inner: [],
    operator: kind,
    condition,
  });
}

/** "said that Kyiv had used them as shields": a deed that is bad by its words, told of somebody as done. */
function isCharge({ tree, lexicon }: Tools, clause: number): boolean {
  const { auxiliary } = modalityOf(tree, clause, null);
  if (auxiliary.has('negation') || auxiliary.has('future') || auxiliary.has('hypothetical')) return false;
  const isIn = (name: string, at: number): boolean =>
    isInClass(lexicon, name, tree.tokens[at]!.lemma.toLowerCase());
  if (isIn('bad-verbs', clause)) return true;
  const parts = childrenBy(tree, clause, 'obj', 'obl', 'xcomp');
  return parts.some((at) => isIn('bad-verbs', at) || isIn('bad-deeds', at) || isIn('bad-roles', at));
}

/** "vowed to resume the offensive": what is promised is harm by its words. */
function isHarm({ tree, lexicon }: Tools, clause: number): boolean {
  const isIn = (name: string, at: number): boolean =>
    isInClass(lexicon, name, tree.tokens[at]!.lemma.toLowerCase());
  const stops = isIn('ending-verbs', clause);
  if (stops || modalityOf(tree, clause, null).auxiliary.has('negation')) return false;
  return (
    isIn('harming-verbs', clause) ||
    childrenBy(tree, clause, 'obj', 'obl').some((at) => isIn('sure-attacks', at) || isIn('harm-nouns', at))
  );
}

function operatorKind(frame: Frame): string {
  return frame.entry.kind === 'operator' ? frame.entry.operator : '';
}

export function keepEmbedded(inner: Draft, kind: OperatorKind): Draft {
  if (kind.embeddedAuxiliary.length === 0) return inner;
  return { ...inner, auxiliary: new Set([...inner.auxiliary, ...kind.embeddedAuxiliary]) };
}

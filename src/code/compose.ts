// Computes events from frames: operators over acts, nested, with their auxiliary modes. Parties are still tokens here.
import type { EventTables, OperatorKind } from '../knowledge/events.ts';
import { isInClass, type Lexicon } from '../knowledge/lexicon/index.ts';
import { actDraft, isTurned, ownWords } from './act-draft.ts';
import { carrier } from './act-nouns.ts';
import { applyOperator, isNegated, keepEmbedded, operatorAlone } from './apply-operator.ts';
import { conditionSubject, isPossible, isToldAsFact } from './clauses.ts';
import type { Draft, Tools } from './draft.ts';
import type { Frame, Matches } from './match.ts';
import { retype, unfuture } from './retype.ts';
import { isPassive } from './roles.ts';
import { childrenBy, depthOf, isVerb, markOf, type Tree, withConjuncts } from './tree.ts';

type Outcome = { readonly main: readonly Draft[]; readonly beside: readonly Draft[] };

const nothing: Outcome = { main: [], beside: [] };

/** All events of one sentence, absorbed ones left out. */
export function composeSentence(
  tree: Tree,
  found: ReadonlyMap<number, Matches>,
  tables: EventTables,
  lexicon: Lexicon,
): Draft[] {
  const matches = preferFuller(found);
  const tools: Tools = { tree, matches, tables, lexicon };
  const outcomes = new Map<number, Outcome>();
  const absorbed = new Set<number>();
  // A noun named in a bigger pattern that was used has no event of its own ("sign an agreement": not also "an agreement").
  const consumed = new Set<number>();
  const use = (frame: Frame): void => {
    const slots = new Set([...frame.A, ...frame.R]);
    for (const word of frame.words) {
      if (word === frame.head) continue;
      // "violated the UN sanctions on Iran": the noun has parties of its own, so it is told as well.
      const noun = isVerb(tree.tokens[word]!) ? null : (matches.get(word)?.act ?? null);
      const own =
        noun !== null && noun.A.length > 0 && noun.R.length > 0 && !noun.R.some((at) => slots.has(at));
      if (!own || (frame.entry.kind === 'act' && frame.entry.type === 'NONE')) consumed.add(word);
    }
  };
  const evaluate = (head: number, depth: number): Outcome => {
    const known = outcomes.get(head);
    if (known !== undefined) return known;
    if (depth > 8 || consumed.has(head)) return nothing;
    outcomes.set(head, nothing);
    const found = matches.get(head);
    const outcome =
      found === undefined ? nothing : evaluateHead(tools, found, depth, evaluate, absorbed, use);
    outcomes.set(head, outcome);
    return outcome;
  };
  // Outer heads first, so that an operator takes its act before the act is asked for.
  const heads = [...matches.keys()].sort((a, b) => depthOf(tree, a) - depthOf(tree, b) || a - b);
  for (const head of heads) evaluate(head, 0);
  const out: Draft[] = [];
  for (const head of heads) {
    const outcome = outcomes.get(head) ?? nothing;
    if (!absorbed.has(head) && !consumed.has(head)) out.push(...outcome.main);
    out.push(...outcome.beside);
  }
  return withDemands(out.filter((one) => !isPurposeOf(one, out) && !isMeansOf(one, out)))
    .map(withAddressee)
    .map((draft) => asProtest(draft, tools))
    .sort((a, b) => a.head - b.head);
}

/** "marched to demand that the president go": the demand of a protest tells at whom it is aimed; it is no event beside it. */
function withDemands(all: readonly Draft[]): Draft[] {
  const told = new Set<Draft>();
  const out = all.map((one) => {
    if (one.type !== 'PROTEST') return one;
    const demand = all.find((other) => isDemandOf(one, other));
    if (demand === undefined) return one;
    told.add(demand);
    if (one.recipients.length > 0) return one;
    const recipients = demand.recipients.filter((at) => !one.actors.includes(at));
    return {
      ...one,
      recipients,
      because: [...one.because, `aimed at whom the demand names: ${demand.because[0]}`],
    };
  });
  return out.filter((one) => !told.has(one));
}

/** Is `other` what the protesters of `one` ask for: an infinitive or participle of the same doers below it? */
function isDemandOf(one: Draft, other: Draft): boolean {
  if (other.tree !== one.tree || !['REQUEST', 'THREATEN', 'REJECT'].includes(other.type)) return false;
  const { tree } = one;
  const { deprel, head, xpos } = tree.tokens[other.head]!;
  if (!['advcl', 'xcomp', 'acl'].includes(deprel) || head < 0) return false;
  if (xpos !== 'VBG' && !/^(in order )?to$/.test(markOf(tree, other.head))) return false;
  const above = [one.head, ...one.words];
  if (!above.includes(head) && !above.includes(tree.tokens[head]!.head)) return false;
  return other.actors.length === 0 || other.actors.some((at) => one.actors.includes(at)) || deprel === 'acl';
}

/** "would strike if Athens gave nothing": a threat to nobody named is one to whom the condition names. */
function withAddressee(draft: Draft): Draft {
  if (draft.type !== 'THREATEN' || draft.recipients.length > 0) return draft;
  const recipients = conditionSubject(draft.tree, draft.inner[0]?.head ?? draft.head).filter(
    (at) => !draft.actors.includes(at),
  );
  return recipients.length === 0 ? draft : { ...draft, recipients };
}

/** "Protesters torched the consulate", "police clashed with demonstrators": a riot, not an attack. */
function asProtest(draft: Draft, { tables, lexicon }: Tools): Draft {
  const { type, mode, actors, tree } = draft;
  const becomes = tables.protesters[`${type}.${mode ?? (draft.reciprocal ? 'clash' : '')}`];
  if (becomes === undefined) return draft;
  const isCrowd = (at: number): boolean =>
    isInClass(lexicon, 'protesters-proper', tree.tokens[at]!.lemma.toLowerCase());
  const crowd = actors.filter(isCrowd);
  if (crowd.length === 0 || (crowd.length < actors.length && !draft.reciprocal)) return draft;
  const others = actors.filter((at) => !isCrowd(at));
  const protest = retype(tables, draft, becomes, 'protesters', draft.auxiliary);
  if (others.length === 0) return protest;
  return { ...protest, reciprocal: false, actors: crowd, recipients: [...others, ...draft.recipients] };
}

/** "missiles fired by Iran hit the base", "troops sent by Rwanda seized the town": one deed, not also its preparation. */
function isMeansOf(one: Draft, all: readonly Draft[]): boolean {
  if (one.type !== 'MOBILIZE') return false;
  const { tokens } = one.tree;
  const above = tokens[one.head]!;
  const participle = above.deprel === 'xcomp' && above.head >= 0 ? tokens[above.head]! : above;
  return (
    participle.deprel === 'acl' &&
    all.some(({ type, actors }) => type === 'ASSAULT' && actors.includes(participle.head))
  );
}

/** "met to discuss": what a meeting is for is no second meeting. */
function isPurposeOf(one: Draft, all: readonly Draft[]): boolean {
  if (!one.auxiliary.has('hypothetical')) return false;
  const { head, deprel } = one.tree.tokens[one.head]!;
  return (
    deprel === 'advcl' &&
    all.some(
      (other) =>
        other !== one &&
        unfuture(other).type === unfuture(one).type &&
        (other.head === head || other.words.includes(head)),
    )
  );
}

/** "held talks with Modi": the noun's own frame knows both sides, the verb's only one; then the verb's gives way. */
function preferFuller(matches: ReadonlyMap<number, Matches>): ReadonlyMap<number, Matches> {
  const sides = (frame: Frame): number => new Set([...frame.A, ...frame.R]).size;
  const out = new Map<number, Matches>();
  for (const [head, found] of matches) {
    const { act } = found;
    const fuller = act?.words.some((word) => {
      const other = word === head ? null : (matches.get(word)?.act ?? null);
      return (
        other !== null &&
        other.entry.kind === 'act' &&
        other.entry.type !== 'NONE' &&
        sides(other) > sides(act)
      );
    });
    const idiom = act !== null && act.entry.kind === 'act' && act.entry.type === 'NONE';
    out.set(head, fuller === true && !idiom ? { ...found, act: null } : found);
  }
  return out;
}

function evaluateHead(
  tools: Tools,
  found: Matches,
  depth: number,
  evaluate: (head: number, depth: number) => Outcome,
  absorbed: Set<number>,
  use: (frame: Frame) => void,
): Outcome {
  const { act } = found;
  const operator = found.operator === null ? null : asBound(found.operator);
  const idiom = act !== null && act.entry.kind === 'act' && act.entry.type === 'NONE';
  if (idiom && (operator === null || act.weight >= operator.weight)) {
    use(act);
    return nothing;
  }
  // An act that names much more of the sentence than the operator does is the better reading.
  const special =
    act !== null && operator !== null && !idiom && act.weight > operator.weight + margin(tools, operator);
  if (operator !== null && operator.entry.kind === 'operator' && !special) {
    const plain = kindOf(tools, operator, operator.entry.operator);
    const denied = plain.negated !== null && isNegated(tools, operator);
    const kind = denied ? tools.tables.kinds[plain.negated!]! : plain;
    const innerHeads = operator.E.flatMap((at) => embeddedHeads(tools, at));
    const inner: Draft[] = [];
    const beside: Draft[] = [];
    for (const head of innerHeads) {
      const outcome = evaluate(head, depth + 1);
      if (outcome.main.length === 0) continue;
      inner.push(...outcome.main);
      absorbed.add(head);
    }
    if (inner.length > 0) {
      use(operator);
      const main = inner
        .map((one) => {
          const meant = meantBy(tools, operator, kind, one);
          return applyOperator(tools, operator, meant, one, denied);
        })
        .filter((one) => one !== null);
      if (kind.embedded === 'kept') beside.push(...inner.map((one) => keepEmbedded(one, kind)));
      const told = main.filter((one, at) => !main.slice(0, at).some((other) => isSameCharge(one, other)));
      // "lifted its ban on rallies": what the operator makes nothing of, the act at its head may know.
      if (main.length > 0 || beside.length > 0 || act === null || idiom) return { main: told, beside };
    }
    if (
      act === null ||
      idiom ||
      operator.weight > act.weight + (operator.E.some((at) => isVerb(tools.tree.tokens[at]!)) ? 0.3 : 0.5)
    ) {
      const alone = operatorAlone(tools, operator, kind, denied);
      if (alone !== null) {
        use(operator);
        return { main: [alone], beside: [] };
      }
    }
  }
  if (act === null || idiom) return nothing;
  use(act);
  return { main: [actDraft(tools, act)], beside: [] };
}

/** "was forced to withdraw": who is forced by nobody named has to do it, and so does it. */
function asBound(frame: Frame): Frame {
  const forced = frame.entry.kind === 'operator' && frame.entry.operator === 'force';
  return forced && frame.A.length === 0 && frame.R.length > 0 && frame.E.length > 0
    ? { ...frame, A: frame.R, R: [] }
    : frame;
}

/** "accused them of looting and of burning": one charge. */
function isSameCharge(one: Draft, other: Draft): boolean {
  const same = (key: 'actors' | 'recipients'): boolean => one[key].join() === other[key].join();
  return (
    one.type === 'ACCUSE' &&
    other.type === 'ACCUSE' &&
    one.mode === other.mode &&
    same('actors') &&
    same('recipients')
  );
}

/** By how much an act must outweigh an operator: more where the operator takes a clause, whose event would be left over. */
function margin({ tree }: Tools, operator: Frame): number {
  return operator.E.some((at) => isVerb(tree.tokens[at]!)) ? 0.8 : 0.8 - 1e-9;
}

/** The kind of an operator here: "insisted that it was so" asks nothing of anybody, "insists that they leave" does. */
function kindOf({ tree, tables, lexicon }: Tools, frame: Frame, name: string): OperatorKind {
  // "ordered his forces to withdraw": one's own soldiers do what is ordered.
  const own = frame.R.some(
    (at) =>
      ['armed-forces', 'police-forces'].some((forces) =>
        isInClass(lexicon, forces, tree.tokens[at]!.lemma),
      ) &&
      childrenBy(tree, at, 'nmod:poss').some((kid) => ownWords.has(tree.tokens[kid]!.text.toLowerCase())),
  );
  if (own && name === 'request') return tables.kinds.order!;
  if (name === 'force' && frame.R.length === 0 && frame.A.length > 0 && isPassive(tree, frame.head))
    return tables.kinds.bound!;
  const asks = name === 'request' || name === 'call-for';
  const told = asks && frame.E.some((at) => isVerb(tree.tokens[at]!) && isToldAsFact(tree, at));
  return tables.kinds[told ? 'say' : name]!;
}

/** What a plain report of one's own deed comes to: "said it had not fired" is a denial, "hinted it might strike" a threat. */
function meantBy({ tree, tables }: Tools, frame: Frame, kind: OperatorKind, inner: Draft): OperatorKind {
  if (kind !== tables.kinds.say || !isTurned(inner.type)) return kind;
  const own = inner.actors.every(
    (at) => frame.A.includes(at) || ownWords.has(tree.tokens[at]!.text.toLowerCase()),
  );
  if (!own || inner.condition !== null || inner.operator !== null) return kind;
  if (inner.auxiliary.has('negation'))
    return inner.auxiliary.size === 1 && inner.actors.length > 0 ? tables.kinds.deny! : kind;
  return isPossible(tree, inner.head) ? tables.kinds.threaten! : kind;
}

/** The act heads that an embedded phrase stands for: itself, its conjuncts, the noun a light verb carries. */
function embeddedHeads(tools: Tools, at: number): number[] {
  const { tree, matches, lexicon } = tools;
  const out: number[] = [];
  for (const one of withConjuncts(tree, at)) {
    if (hasFrame(matches, one)) out.push(one);
    else if (isVerb(tree.tokens[one]!)) {
      const below = childrenBy(tree, one, 'obj', 'nsubj:pass', 'xcomp', 'obl').find(
        (kid) => hasFrame(matches, kid) && (carrier(tree, kid, lexicon) === one || isVerb(tree.tokens[kid]!)),
      );
      if (below !== undefined) out.push(below);
    } else {
      // "policy of not supplying", "the decision to withdraw", "a series of attacks"
      // (not the participle of "civilians imprisoned by", which tells who is meant), "an attack that killed ten"
      const isDeed = isInClass(lexicon, 'attack-nouns', tree.tokens[one]!.lemma.toLowerCase());
      const below = childrenBy(tree, one, 'acl', 'nmod').find(
        (kid) =>
          kid > one &&
          hasFrame(matches, kid) &&
          (markOf(tree, kid) !== '' || (isDeed && tree.tokens[kid]!.xpos !== 'VBN')),
      );
      if (below !== undefined) out.push(below);
    }
  }
  return out;
}

function hasFrame(matches: ReadonlyMap<number, Matches>, at: number): boolean {
  const found = matches.get(at);
  return (
    found !== undefined &&
    (found.operator !== null ||
      (found.act !== null && found.act.entry.kind === 'act' && found.act.entry.type !== 'NONE'))
  );
}

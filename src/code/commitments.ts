// Events that speak of other events: promises, threats, warnings, denials and obligations, with their condition and
// consequence as words and as patterns over events (docs/patterns.md).
import type { Lexicon } from '../knowledge/lexicon/index.ts';
import type { Annotated, Commitment, Event, Party, Statement } from '../records/index.ts';
import type { Built } from './build-event.ts';
import type { Draft } from './draft.ts';
import { hash } from './hash.ts';
import { childrenBy, isVerb, markOf, spanOf, subtree, type Tree } from './tree.ts';

type Kind = Commitment['kind'];

const conditionMarks = new Set([
  'if',
  'unless',
  'until',
  'as long as',
  'so long as',
  'in case',
  'provided',
  'once',
  'should',
  'only if',
  'even if',
  'when',
]);
const anaphoricVerbs = new Set(['happen', 'occur', 'case', 'so']);

/**
 * All commitments of a document in order of the text. Each telling is one, also where its event was merged with another's:
 * `renamed` leads from an event's id to the id under which it stands in the record.
 */
export function codeCommitments(
  built: readonly Built[],
  annotated: Annotated,
  lexicon: Lexicon,
  statements: readonly Statement[],
  renamed: (id: string) => string,
): Commitment[] {
  const out: Commitment[] = [];
  for (const one of built) {
    const kind = kindOf(one, statements);
    if (kind !== null) out.push(make(one, kind, built, annotated));
  }
  out.push(...obligations(built, annotated, lexicon));
  return out
    .filter((one, at) => out.findIndex((other) => other.id === one.id) === at)
    .map((one) => (one.event === null ? one : { ...one, event: renamed(one.event) }));
}

function kindOf({ event, draft }: Built, statements: readonly Statement[]): Kind | null {
  if (event.actors.length === 0 || draft.condition !== null) return null;
  const stated = ownOperator(draft)?.commitment ?? null;
  if (stated !== null) {
    if (stated === 'promise' && event.type === 'THREATEN') return 'threat';
    return stated;
  }
  // A plain future is a commitment when the one who would do it says so.
  const speaker = statements.find((one) => one.id === event.statement)?.speaker ?? null;
  const own =
    speaker !== null &&
    event.actors.some((actor) => actor.country !== null && actor.country === speaker.country);
  if (
    !own ||
    !(event.auxiliary.includes('future') || draft.inner.some((inner) => inner.auxiliary.has('future')))
  )
    return null;
  if (event.auxiliary.includes('negation') || draft.inner.some((inner) => inner.auxiliary.has('negation')))
    return 'denial';
  if (event.type === 'THREATEN') return 'threat';
  return event.type === 'AGREE' || event.type === 'CONCEDE' ? 'promise' : null;
}

/** The operator that made the event, also when a plain future was read into it; not one that it speaks about. */
function ownOperator(draft: Draft): Draft['operator'] {
  const [inner] = draft.inner;
  return draft.operator ?? (inner !== undefined && inner.head === draft.head ? ownOperator(inner) : null);
}

function make(one: Built, kind: Kind, built: readonly Built[], annotated: Annotated): Commitment {
  const { event, draft } = one;
  const { text } = annotated.document;
  const deed = deedOf(draft);
  const clause = conditionClause(draft);
  const condition =
    clause === null
      ? null
      : {
          ...spanOf(draft.tree, trimmed(draft.tree, subtree(draft.tree, clause)), text),
          pattern: conditionPattern(one, clause, built),
        };
  const consequence = {
    ...consequenceSpan(draft, deed, clause, text),
    pattern: patternOfDraft(event, deed, draft),
    polarity: isNegative(event, draft) ? ('negative' as const) : ('positive' as const),
  };
  return {
    id: hash('c', annotated.document.id, kind, consequence.start, consequence.end),
    kind,
    by: event.actors,
    to: event.recipients,
    condition,
    consequence,
    made: event.when?.basis === 'stated' ? event.when.to : annotated.document.published,
    event: event.id,
    statement: event.statement,
    status: 'open',
    history: [],
  };
}

/** The innermost event that is promised, threatened or denied. */
function deedOf(draft: Draft): Draft {
  let deed = draft;
  // "will continue to work": continuing is the deed; "threatened to deliver": delivering is.
  while (
    deed.inner.length > 0 &&
    (deed.inner[0]!.head === deed.head || deed.operator?.commitment != null || deed.operator?.speech === true)
  )
    deed = deed.inner[0]!;
  return deed;
}

function isNegative(event: Event, draft: Draft): boolean {
  return event.auxiliary.includes('negation') || draft.inner.some((inner) => inner.auxiliary.has('negation'));
}

/** The adverbial clause with if, unless, until ... that hangs on the event, its operator or the verb above. */
export function conditionClause(draft: Draft): number | null {
  const { tree } = draft;
  const heads = [draft.head, ...draft.words, ...draft.inner.flatMap((one) => [one.head, ...one.words])];
  for (
    let node = tree.tokens[draft.head]!.head, step = 0;
    node >= 0 && step < 4;
    node = tree.tokens[node]!.head, step++
  )
    heads.push(node);
  for (const head of heads) {
    for (const kid of childrenBy(tree, head, 'advcl', 'acl', 'obl')) {
      if (draft.words.includes(kid) || kid === draft.head) continue;
      const mark = markOf(tree, kid);
      const first = tree.tokens[Math.min(...subtree(tree, kid))]!;
      const inverted = first.deprel === 'aux' && ['should', 'had', 'were'].includes(first.text.toLowerCase());
      const event = tree.tokens[kid]!.lemma === 'event' && mark === 'in';
      if (conditionMarks.has(mark) || inverted || event || /^(only|even) if$/.test(mark)) return kid;
    }
  }
  return null;
}

function conditionPattern(
  one: Built,
  clause: number,
  built: readonly Built[],
): Record<string, unknown> | null {
  const { tree } = one.draft;
  const inside = new Set(subtree(tree, clause));
  const found = built.find(
    (other) => other.draft.tree === tree && inside.has(other.draft.head) && other !== one,
  );
  if (found !== undefined) return patternOf(found.event);
  // "If that happens": the condition spoken of before.
  const head = tree.tokens[clause]!;
  const points = [...inside].some((at) =>
    ['that', 'this', 'it', 'so'].includes(tree.tokens[at]!.lemma.toLowerCase()),
  );
  if (!points || !(anaphoricVerbs.has(head.lemma) || inside.size <= 4)) return null;
  const earlier = built.filter(
    (other) =>
      other.event.trigger.start < one.event.trigger.start &&
      tree.sentence.index - other.draft.tree.sentence.index <= 3,
  );
  const conditional = earlier.filter((other) => other.draft.condition !== null);
  const last = conditional.at(-1) ?? earlier.at(-1);
  return last === undefined ? null : patternOf(last.event);
}

/** A pattern that an event of this kind between these parties would match. */
export function patternOf(event: Event): Record<string, unknown> {
  return patternFrom(
    event.type,
    event.actors,
    event.recipients,
    event.items.map((item) => item.category),
  );
}

function patternOfDraft(event: Event, deed: Draft, draft: Draft): Record<string, unknown> | null {
  if (deed === draft && deed.type === 'THREATEN') return null;
  return patternFrom(
    deed.type,
    event.actors,
    event.recipients,
    event.items.map((item) => item.category),
  );
}

function patternFrom(
  type: string,
  actors: readonly Party[],
  recipients: readonly Party[],
  items: readonly string[],
): Record<string, unknown> {
  const codes = (parties: readonly Party[]): string[] => [
    ...new Set(parties.map((party) => party.country).filter((code) => code !== null)),
  ];
  const one = (list: readonly string[]): string | readonly string[] => (list.length === 1 ? list[0]! : list);
  const out: Record<string, unknown> = { type };
  const [by, to] = [codes(actors), codes(recipients)];
  if (by.length > 0) out.actor = one(by);
  if (to.length > 0) out.recipient = one(to);
  if (items.length > 0) out.item = one([...new Set(items)]);
  return out;
}

function consequenceSpan(
  draft: Draft,
  deed: Draft,
  clause: number | null,
  text: string,
): { text: string; start: number; end: number } {
  const { tree } = draft;
  const carrier = deed.words.find((at) => isVerb(tree.tokens[at]!) && tree.kids[at]!.includes(deed.head));
  const head = carrier ?? deed.head;
  const skip = new Set(clause === null ? [] : subtree(tree, clause));
  const tokens = subtree(
    tree,
    head,
    (token) =>
      ['nsubj', 'nsubj:pass', 'aux', 'mark', 'cc', 'advmod', 'parataxis', 'case', 'det'].includes(
        token.deprel,
      ) && token.index < head,
  ).filter((at) => !skip.has(at) && at >= head);
  return spanOf(tree, trimmed(tree, tokens), text);
}

function trimmed(tree: Tree, tokens: readonly number[]): number[] {
  const row = [...tokens];
  while (row.length > 1 && tree.tokens[row[0]!]!.upos === 'PUNCT') row.shift();
  while (row.length > 1 && tree.tokens[row.at(-1)!]!.upos === 'PUNCT') row.pop();
  return row;
}

/** What a treaty says its parties must do: "an agreement that includes a vow of mutual aid if either is attacked". */
function obligations(built: readonly Built[], annotated: Annotated, lexicon: Lexicon): Commitment[] {
  const pledges = lexicon.classes.get('pledges');
  const pacts = lexicon.classes.get('agreement');
  if (pledges === undefined || pacts === undefined) return [];
  const { text } = annotated.document;
  const out: Commitment[] = [];
  for (const { event, draft } of built) {
    const { tree } = draft;
    if (!['SUPPORT', 'AGREE'].includes(event.type) || event.actors.length < 2) continue;
    const pact = [...draft.words, ...draft.themes].find((at) =>
      pacts.has(tree.tokens[at]!.lemma.toLowerCase()),
    );
    if (pact === undefined) continue;
    const below = subtree(tree, pact);
    for (const at of below) {
      if (!pledges.has(tree.tokens[at]!.lemma.toLowerCase()) || at === pact) continue;
      const content = childrenBy(tree, at, 'nmod', 'acl')[0];
      if (content === undefined) continue;
      const clause =
        subtree(tree, draft.tree.root).find(
          (kid) =>
            ['advcl', 'acl'].includes(tree.tokens[kid]!.deprel) &&
            conditionMarks.has(markOf(tree, kid)) &&
            kid > at,
        ) ?? null;
      const skip = new Set(clause === null ? [] : subtree(tree, clause));
      const words = subtree(tree, content).filter(
        (one) => !skip.has(one) && tree.tokens[one]!.deprel !== 'case',
      );
      const inside =
        clause === null
          ? undefined
          : built.find((other) => other.draft.tree === tree && skip.has(other.draft.head));
      const span = spanOf(tree, trimmed(tree, words), text);
      out.push({
        id: hash('c', annotated.document.id, 'obligation', span.start, span.end),
        kind: 'obligation',
        by: event.actors,
        to: event.actors,
        condition:
          clause === null
            ? null
            : {
                ...spanOf(
                  tree,
                  trimmed(
                    tree,
                    [...skip].sort((a, b) => a - b),
                  ),
                  text,
                ),
                pattern: inside === undefined ? null : patternOf(inside.event),
              },
        consequence: { ...span, pattern: null, polarity: 'positive' },
        made: event.when?.to ?? annotated.document.published,
        event: event.id,
        statement: event.statement,
        status: 'open',
        history: [],
      });
    }
  }
  return out;
}

// Follows commitments through time: which were triggered, kept, broken, withdrawn, lapsed, and by which event. Nothing
// is overwritten: every step stays in the history with the event that caused it.
import type { Opposites } from '../knowledge/opposites.ts';
import type { CasusRecord, Commitment, CommitmentStatus, Event } from '../records/event.ts';
import { clauseKind, type Follow, followOf, makersOf, restates, takesBack } from './commitment-rules.ts';
import { viewEvent } from './event-view.ts';
import type { Law } from './law.ts';
import { indexPatterns, type PatternIndex } from './pattern-index.ts';

export type TrackedCommitment = Commitment & {
  /** Every place where it was said, the first one first. */
  readonly sources: readonly {
    readonly document: string;
    readonly commitment: string;
    readonly date: string | null;
  }[];
};
export type Records = Pick<CasusRecord, 'document' | 'events' | 'statements' | 'commitments'>;

type Step = Commitment['history'][number];
type State = {
  follow: Follow;
  status: CommitmentStatus;
  history: Step[];
  sources: TrackedCommitment['sources'][number][];
};
type Role = { readonly state: State; readonly role: 'condition' | 'deed' | 'opposite' };

const closed: ReadonlySet<CommitmentStatus> = new Set(['kept', 'broken', 'lapsed', 'withdrawn']);

/** Commitments of all records (in order of their dates) with what became of them up to the last record. */
export function trackCommitments(
  records: Iterable<Records>,
  law: Law,
  opposites: Opposites = {},
): TrackedCommitment[] {
  const states: State[] = [];
  const byMakers = new Map<string, State[]>();
  const index = indexPatterns<Role>([], law.isMember, law.everMembers);
  for (const record of records) {
    const day = record.document.published;
    for (const state of states) passDeadline(state, day);
    for (const event of record.events) {
      if (happened(event, record)) applyEvent(event, day, index, law);
    }
    for (const commitment of record.commitments) {
      const follow = followOf(commitment, record.document.published, law);
      const makers = makersOf(commitment);
      const known = byMakers.get(makers) ?? [];
      const added = take(follow, record, known);
      if (added === null) continue;
      byMakers.set(makers, [...known, added]);
      states.push(added);
      watch(added, index, opposites);
    }
  }
  return states.map(({ follow, status, history, sources }) => ({
    ...follow.commitment,
    status,
    history,
    sources,
  }));
}

/** Reported as having happened: not planned, assumed or denied, nor only claimed by somebody else. */
function happened(event: Event, record: Records): boolean {
  // "Berlin said it would not send missiles" is a refusal made today about tomorrow.
  const today = event.type === 'REJECT' ? ['historical', 'future'] : ['historical'];
  if (event.auxiliary.some((one) => !today.includes(one))) return false;
  const speaker = record.statements.find(({ id }) => id === event.statement)?.speaker ?? null;
  if (speaker === null) return true;
  const own = [...event.actors, ...(event.quad.endsWith('cooperation') ? event.recipients : [])];
  return own.some(({ country, name }) =>
    country === null ? name === speaker.name : country === speaker.country,
  );
}

/** Watches for what moves the commitment. */
function watch(state: State, index: PatternIndex<Role>, opposites: Opposites): void {
  const { condition, deed, parties } = state.follow;
  if (condition !== null) index.add({ value: { state, role: 'condition' }, pattern: condition });
  if (deed === null) return;
  index.add({ value: { state, role: 'deed' }, pattern: deed });
  // Who got nothing named is owed nothing.
  const { actor, recipient } = parties;
  if (actor === undefined || recipient === undefined) return;
  for (const type of deed.type?.any ?? []) {
    for (const opposite of opposites[type] ?? []) {
      index.add({ value: { state, role: 'opposite' }, pattern: { ...opposite, actor, recipient } });
    }
  }
}

function applyEvent(event: Event, day: string | null, index: PatternIndex<Role>, law: Law): void {
  const date = event.when?.from ?? day;
  for (const { value } of index.match(viewEvent(event, law.items, day))) {
    const { state, role } = value;
    const { made } = state.follow.commitment;
    if (closed.has(state.status) || (made !== null && date !== null && date < made)) continue;
    const because = `${event.type} was reported: "${event.evidence.text}"`;
    const next =
      role === 'condition' ? onCondition(state) : role === 'deed' ? onDeed(state) : onOpposite(state);
    if (next !== null && next !== state.status) move(state, next, date, event.id, because);
  }
}

/** The condition came true. */
function onCondition({ follow, status }: State): CommitmentStatus | null {
  switch (clauseKind(follow.commitment)) {
    case 'if':
      return status === 'open' ? 'triggered' : null;
    // What was to avert it, or to end it, has come.
    case 'unless':
    case 'until':
      return 'lapsed';
    case 'while':
      return null;
  }
}

/** The consequence came true. */
function onDeed({ follow, status }: State): CommitmentStatus | null {
  const { commitment } = follow;
  const kind = clauseKind(commitment);
  if (commitment.consequence.polarity === 'negative')
    return commitment.condition === null || kind !== 'if' || status === 'triggered' ? 'broken' : null;
  if (commitment.condition === null || kind !== 'if') return 'kept';
  // Done although the condition never came: it says nothing about a plain "if", but breaks an "only if".
  if (status !== 'triggered') return follow.onlyIf ? 'broken' : null;
  return 'kept';
}

/** The promiser did the opposite to the one who got the promise. */
function onOpposite({ follow, status }: State): CommitmentStatus | null {
  const { commitment } = follow;
  if (
    commitment.consequence.polarity === 'negative' ||
    commitment.kind === 'threat' ||
    commitment.kind === 'warning'
  )
    return null;
  return commitment.condition === null || status === 'triggered' ? 'broken' : null;
}

/** A deadline that ran out: a promise to do is broken, one not to do is kept, an ultimatum is triggered. */
function passDeadline(state: State, day: string | null): void {
  const { commitment, deadline, conditionDeadline } = state.follow;
  if (day === null || closed.has(state.status)) return;
  if (conditionDeadline !== null && day > conditionDeadline && state.status === 'open') {
    const next = clauseKind(commitment) === 'unless' ? 'triggered' : 'lapsed';
    move(
      state,
      next,
      conditionDeadline,
      null,
      `nothing that fulfils "${commitment.condition?.text}" was reported by ${conditionDeadline}`,
    );
  }
  if (deadline === null || day <= deadline || closed.has(state.status)) return;
  const negative = commitment.consequence.polarity === 'negative';
  const owed = commitment.condition === null || state.status === 'triggered';
  const next = !owed
    ? 'lapsed'
    : negative
      ? 'kept'
      : commitment.kind === 'promise' || commitment.kind === 'obligation'
        ? 'broken'
        : 'lapsed';
  move(
    state,
    next,
    deadline,
    null,
    `nothing that matches "${commitment.consequence.text}" was reported by ${deadline}`,
  );
}

/** Withdraws what a commitment takes back, joins it to the one that it restates, or gives the new one. */
function take(follow: Follow, record: Records, known: readonly State[]): State | null {
  const { commitment } = follow;
  const source = { document: record.document.id, commitment: commitment.id, date: commitment.made };
  for (const state of known) {
    if (closed.has(state.status) || !takesBack(follow, state.follow)) continue;
    const next = state.status === 'triggered' ? 'broken' : 'withdrawn';
    move(state, next, source.date, commitment.event, `taken back: "${commitment.consequence.text}"`);
  }
  const same = known.find((state) => !closed.has(state.status) && restates(follow, state.follow));
  if (same !== undefined) {
    same.sources.push(source);
    return null;
  }
  const first: Step = {
    status: 'open',
    date: source.date,
    event: commitment.event,
    because: `said: "${commitment.consequence.text}"`,
  };
  return { follow, status: 'open', history: [...commitment.history, first], sources: [source] };
}

function move(
  state: State,
  status: CommitmentStatus,
  date: string | null,
  event: string | null,
  because: string,
): void {
  state.status = status;
  state.history.push({ status, date, event, because });
}

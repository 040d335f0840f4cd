// Cuts a block of an article into segments at the ends of all marks, so that overlapping spans can each be shown.
import type { Block, CasusRecord } from '../../../src/records/index.ts';

export type MarkKind = 'trigger' | 'evidence' | 'cue' | 'content' | 'condition' | 'consequence';
export type Mark = {
  readonly kind: MarkKind;
  readonly of: 'event' | 'statement' | 'commitment';
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly quad?: string;
  readonly label: string;
};
export type Segment = { readonly start: number; readonly end: number; readonly marks: readonly Mark[] };

/** All marks of a record; an event's further mentions count as its evidence. */
export function marksOf({
  events,
  statements,
  commitments,
}: Pick<CasusRecord, 'events' | 'statements' | 'commitments'>): Mark[] {
  const marks: Mark[] = [];
  const add = (mark: Mark) => {
    if (mark.end > mark.start) marks.push(mark);
  };
  for (const { id, type, quad, trigger, evidence, mentions } of events) {
    const of = { of: 'event', id, quad, label: type } as const;
    add({ ...of, kind: 'trigger', start: trigger.start, end: trigger.end });
    for (const { start, end } of [evidence, ...mentions]) add({ ...of, kind: 'evidence', start, end });
  }
  for (const { id, cue, content, speaker, manner } of statements) {
    const label = `${manner === 'speech' ? 'statement' : 'attitude'} of ${speaker.name || speaker.text}`;
    const of = { of: 'statement', id, label } as const;
    if (cue !== null) add({ ...of, kind: 'cue', start: cue.start, end: cue.end });
    add({ ...of, kind: 'content', start: content.start, end: content.end });
  }
  for (const { id, kind, condition, consequence } of commitments) {
    const of = { of: 'commitment', id, label: kind } as const;
    if (condition !== null) add({ ...of, kind: 'condition', start: condition.start, end: condition.end });
    add({ ...of, kind: 'consequence', start: consequence.start, end: consequence.end });
  }
  return marks;
}

export function segmentsOf({ start, end }: Pick<Block, 'start' | 'end'>, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1]!;
    return { start: from, end: to, marks: inside.filter((mark) => mark.start <= from && mark.end >= to) };
  });
}

const order: Readonly<Record<MarkKind, number>> = {
  trigger: 0,
  cue: 1,
  condition: 2,
  consequence: 2,
  evidence: 3,
  content: 4,
};

/** The mark that a click on a segment means: the most telling kind, and of these the shortest. */
export function meantMark(marks: readonly Mark[]): Mark | undefined {
  return [...marks].sort(
    (one, other) => order[one.kind] - order[other.kind] || one.end - one.start - (other.end - other.start),
  )[0];
}

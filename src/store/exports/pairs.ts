// The pairs of an event's parties, for layouts with two sides.
import type { Event, EventType, Party } from '../../records/index.ts';

/** How an event becomes rows of one source, one target and one CAMEO code; knowledge/events/dyads.yaml says what each means. */
export type DyadTables = {
  readonly mutual: readonly EventType[];
  readonly charges: Readonly<Partial<Record<EventType, string>>>;
  readonly accusers: readonly string[];
  readonly claimed: string;
  readonly claims: readonly string[];
};

export type Side = readonly Party[];
export type Pair = { readonly id: string; readonly actors: Side; readonly recipients: Side };

/** The rows of an event. Talks, agreements and fights of several actors go both ways. */
export function pairsOf(event: Event, explode: boolean, mutual: DyadTables['mutual']): Pair[] {
  const { id, actors, recipients } = event;
  const isMutual = recipients.length === 0 && actors.length > 1 && mutual.includes(event.type);
  if (!explode && !isMutual) return [{ id, actors, recipients }];
  if (!explode) return [{ id, actors, recipients: actors }];
  const ones: readonly (Party | null)[] = actors.length === 0 ? [null] : actors;
  const others: readonly (Party | null)[] = isMutual ? actors : recipients.length === 0 ? [null] : recipients;
  const pairs = ones.flatMap((one) =>
    others.filter((other) => other === null || other !== one).map((other) => [one, other] as const),
  );
  return pairs.map(([one, other], at) => ({
    id: pairs.length === 1 ? id : `${id}-${at + 1}`,
    actors: one === null ? [] : [one],
    recipients: other === null ? [] : [other],
  }));
}

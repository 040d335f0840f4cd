// Makes an event that nobody reported, out of what a question or a rule assumes, so that the same rules can judge it.
import { createHash } from 'node:crypto';
import type { EventTables } from '../knowledge/events.ts';
import type { Event, EventType, Party } from '../records/event.ts';

export type Assumption = {
  readonly type: EventType;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly item?: { readonly text: string; readonly category: string } | null;
  readonly contexts?: readonly string[];
  readonly mode?: string | null;
  readonly date: string | null;
  readonly place?: string | null;
  readonly negated?: boolean;
  readonly because: readonly string[];
};

/** An assumed event. Its id is made of its content, so equal assumptions are one event. */
export function assumeEvent(assumption: Assumption, types: EventTables['types']): Event {
  const {
    type,
    actors,
    recipients,
    item = null,
    contexts = [],
    mode = null,
    date,
    place = null,
    negated = false,
  } = assumption;
  const names = (parties: readonly Party[]): string =>
    parties.map((party) => party.country ?? party.name).join(', ') || 'somebody';
  const text = `${names(actors)} > ${names(recipients)}: ${type}${item === null ? '' : ` (${item.text})`}`;
  const span = { text, start: 0, end: text.length };
  const key = JSON.stringify([
    type,
    mode,
    names(actors),
    names(recipients),
    item?.category,
    [...contexts].sort(),
    date,
    place,
    negated,
  ]);
  return {
    id: `assumed-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`,
    type,
    mode,
    contexts: [...contexts],
    cameo: types[type].cameo,
    quad: types[type].quad,
    score: (mode === null ? undefined : types[type].modes[mode]) ?? types[type].score,
    actors: [...actors],
    recipients: [...recipients],
    items:
      item === null ? [] : [{ text: item.text, start: 0, end: item.text.length, category: item.category }],
    auxiliary: negated ? ['hypothetical', 'negation'] : ['hypothetical'],
    when: date === null ? null : { from: date, to: date, text: date, basis: 'stated' },
    place:
      place === null ? null : { text: place, country: null, latitude: null, longitude: null, geonames: null },
    responseTo: [],
    trigger: span,
    evidence: span,
    mentions: [],
    statement: null,
    confidence: 1,
    because: [...assumption.because],
  };
}

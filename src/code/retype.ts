// What type, mode and code an event gets from the tables when time, negation or an operator changes it.
import type { EventTables } from '../knowledge/events.ts';
import type { AuxiliaryMode, EventType } from '../records/index.ts';
import type { Draft, Tools } from './draft.ts';

const cooperative = new Set<EventType>(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID']);

const yielding = new Set<EventType>(['CONCEDE', 'RETREAT']);

export function lookUp(
  table: Readonly<Partial<Record<string, string>>>,
  type: EventType,
): string | undefined {
  const group = cooperative.has(type)
    ? 'cooperative'
    : yielding.has(type)
      ? 'yielding'
      : type === 'REQUEST'
        ? 'REQUEST'
        : 'hostile';
  return table[type] ?? table[group] ?? table.any;
}

/** Negation turns what an operator takes: a promise not to attack is a concession, a threat not to pay a refusal. */
export function effectiveType(inner: Draft): EventType {
  if (!inner.auxiliary.has('negation')) return inner.type;
  return cooperative.has(inner.type) ? 'REJECT' : yielding.has(inner.type) ? 'REJECT' : 'CONCEDE';
}

/** Under an operator, what a plain future had made AGREE counts as the act it was. */
export function unfuture(draft: Draft): Draft {
  return draft.operator === null && draft.inner.length === 1 && draft.inner[0]!.head === draft.head
    ? draft.inner[0]!
    : draft;
}

/** Plain future: what is announced but not done. "will visit" = AGREE; "will not send" = REJECT. */
export function asFuture(tools: Tools, draft: Draft): Draft {
  if (!draft.auxiliary.has('future') || draft.auxiliary.has('hypothetical')) return draft;
  const { tables } = tools;
  if (draft.auxiliary.has('negation')) {
    const refused = lookUp(tables.futureNegated, draft.type);
    if (refused === undefined || refused === 'same' || refused === 'nothing') return draft;
    return retype(
      tables,
      draft,
      refused as EventType,
      'future negation',
      without(draft.auxiliary, 'negation'),
    );
  }
  const to = lookUp(tables.future, draft.type);
  if (to === undefined || to === 'same' || to === draft.type || to === 'nothing') return draft;
  return retype(tables, draft, to as EventType, 'future', draft.auxiliary);
}

export function retype(
  tables: EventTables,
  draft: Draft,
  type: EventType,
  why: string,
  auxiliary: ReadonlySet<AuxiliaryMode>,
): Draft {
  // "Erdogan will meet Merkel": what is done together is announced by one side.
  const split = draft.reciprocal && draft.recipients.length === 0 && draft.actors.length === 2;
  return {
    ...draft,
    reciprocal: split ? false : draft.reciprocal,
    actors: split ? draft.actors.slice(0, 1) : draft.actors,
    recipients: split ? draft.actors.slice(1) : draft.recipients,
    type,
    mode: modeOf(tables, why, type, draft),
    cameo: cameoOf(tables, why, type, draft),
    auxiliary,
    because: [...draft.because, `${why}: ${draft.type} becomes ${type} (events/compositions.yaml)`],
    inner: [draft],
  };
}

export function without(set: ReadonlySet<AuxiliaryMode>, one: AuxiliaryMode): ReadonlySet<AuxiliaryMode> {
  return new Set([...set].filter((mode) => mode !== one));
}

/** Keys of the mode and code tables, the most special first: TYPE.mode, TYPE.context, TYPE. */
function fromTable(table: Readonly<Record<string, string | null>>, inner: Draft): string | null | undefined {
  for (const part of [inner.mode, ...inner.contexts]) {
    const found = part === null ? undefined : table[`${inner.type}.${part}`];
    if (found !== undefined) return found;
  }
  return lookUp(table as Record<string, string>, inner.type);
}

export function modeOf(tables: EventTables, kind: string, type: EventType, inner: Draft): string | null {
  const allowed = tables.types[type].modes;
  for (const name of [kind, type]) {
    const table = tables.modes[name];
    const found = table === undefined ? undefined : fromTable(table, inner);
    if (found != null && allowed[found] !== undefined) return found;
  }
  return null;
}

export function cameoOf(tables: EventTables, kind: string, type: EventType, inner: Draft | null): string {
  for (const name of [kind, type]) {
    const table = tables.operatorCameo[name];
    if (table === undefined) continue;
    const found = inner === null ? table.none : fromTable(table, inner);
    if (found != null) return found;
  }
  return tables.types[type].cameo;
}

// Finds which of many patterns an event matches. Patterns stand under (type, actor, recipient), with a star where they
// leave one open, so that an event looks at a handful out of a hundred thousand.
import type { Pattern, Values } from '../knowledge/patterns.ts';
import type { EventView, PartyView } from './event-view.ts';
import {
  type Binding,
  type CompiledPattern,
  compilePattern,
  type IsMember,
  matchKeyed,
  matchPattern,
} from './match.ts';

export type Entry<T> = { readonly value: T; readonly pattern: Pattern };
export type Hit<T> = { readonly value: T; readonly bindings: readonly Binding[] };

export type PatternIndex<T> = {
  readonly size: number;
  /** Adds one more pattern. */
  add(entry: Entry<T>): void;
  /** All patterns that the event matches, in the order in which they were given. */
  match(view: EventView): Hit<T>[];
};

type Row<T> = {
  readonly at: number;
  readonly value: T;
  readonly compiled: CompiledPattern;
  /** True when standing under a key already says that type and parties match. */
  readonly keyed: boolean;
};
type Tree<T> = Map<string, Map<string, Map<string, Row<T>[]>>>;
type Key = readonly [type: readonly string[], actor: readonly string[], recipient: readonly string[]];

const star = '*';
/** Stands for a side on which no party is named. */
const nobody = '-';
const noParty: readonly string[] = [star, nobody];
const open: readonly string[] = [star];
/** A pattern that names more combinations than this is indexed more coarsely. */
const mostKeys = 1200;

/** Indexes patterns. `everMembers` lists who ever was in a group; null when that isn't known. */
export function indexPatterns<T>(
  entries: Iterable<Entry<T>>,
  isMember: IsMember,
  everMembers: (group: string) => readonly string[] | null,
): PatternIndex<T> {
  const tree: Tree<T> = new Map();
  let size = 0;
  const add = ({ value, pattern }: Entry<T>): void => {
    const keys = keysOf(pattern, everMembers);
    const row = { at: size++, value, compiled: compilePattern(pattern), keyed: isKeyed(pattern, keys) };
    const seen = new Set<string>();
    for (const key of keys) {
      for (const type of key[0])
        for (const actor of key[1])
          for (const recipient of key[2]) {
            const name = `${type}|${actor}|${recipient}`;
            if (seen.has(name)) continue;
            seen.add(name);
            const byActor = reach(tree, type, () => new Map());
            const byRecipient = reach(byActor, actor, () => new Map());
            reach(byRecipient, recipient, () => [] as Row<T>[]).push(row);
          }
    }
  };
  for (const entry of entries) add(entry);
  return {
    get size() {
      return size;
    },
    add,
    match(view) {
      const rows: Row<T>[] = [];
      const actors = tokensOf(view.actors);
      const recipients = tokensOf(view.recipients);
      for (const type of [view.event.type, star]) {
        const byActor = tree.get(type);
        if (byActor === undefined) continue;
        for (const actor of actors) {
          const byRecipient = byActor.get(actor);
          if (byRecipient === undefined) continue;
          for (const recipient of recipients) {
            const found = byRecipient.get(recipient);
            if (found !== undefined) for (const row of found) rows.push(row);
          }
        }
      }
      if (rows.length === 0) return [];
      const hits: Hit<T>[] = [];
      // Every list is in order already, so sorting merges a few runs.
      if (rows.length > 1) rows.sort((one, two) => one.at - two.at);
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at]!;
        if (at > 0 && rows[at - 1] === row) continue;
        const { value, compiled, keyed } = row;
        const bindings = keyed ? matchKeyed(compiled, view) : matchPattern(compiled, view, isMember);
        if (bindings.length > 0) hits.push({ value, bindings });
      }
      return hits;
    },
  };
}

/** Nothing but plain types and plain parties, all of them in the keys, besides what "checks" look at. */
function isKeyed(pattern: Pattern, keys: readonly Key[]): boolean {
  const plain = (values: Values | undefined, key: readonly string[]): boolean =>
    values === undefined ||
    (values.not.length === 0 &&
      values.any.length > 0 &&
      key[0] !== star &&
      values.any.every((atom) => !/^[@$]/.test(atom)));
  const key = keys[0];
  if (
    keys.length !== 1 ||
    key === undefined ||
    pattern.where !== undefined ||
    pattern.any !== undefined ||
    pattern.not !== undefined
  )
    return false;
  return plain(pattern.type, key[0]) && plain(pattern.actor, key[1]) && plain(pattern.recipient, key[2]);
}

function keysOf(pattern: Pattern, everMembers: (group: string) => readonly string[] | null): Key[] {
  const type = pattern.type === undefined || pattern.type.any.length === 0 ? open : pattern.type.any;
  const own: Key = [
    type,
    partyKeys(pattern.actor, pattern.where, everMembers),
    partyKeys(pattern.recipient, pattern.where, everMembers),
  ];
  // Alternatives narrow what the pattern itself leaves open.
  const keys = (pattern.any ?? []).flatMap((one) =>
    keysOf({ ...one, where: { ...pattern.where, ...one.where } }, everMembers).map(
      (inner): Key => [narrow(own[0], inner[0]), narrow(own[1], inner[1]), narrow(own[2], inner[2])],
    ),
  );
  return (keys.length === 0 ? [own] : keys).map(coarsen);
}

function narrow(own: readonly string[], inner: readonly string[]): readonly string[] {
  return own === open || own[0] === star ? inner : own;
}

function coarsen([type, actor, recipient]: Key): Key {
  if (type.length * actor.length * recipient.length <= mostKeys) return [type, actor, recipient];
  return actor.length > recipient.length ? coarsen([type, open, recipient]) : coarsen([type, actor, open]);
}

function partyKeys(
  values: Values | undefined,
  where: Pattern['where'],
  everMembers: (group: string) => readonly string[] | null,
): readonly string[] {
  if (values === undefined || values.any.length === 0) return open;
  const keys: string[] = [];
  for (const atom of values.any) {
    if (atom.startsWith('$')) {
      const bound = where?.[atom];
      if (bound === undefined) return open;
      const inner = partyKeys(bound, undefined, everMembers);
      if (inner[0] === star) return open;
      // A side without any party may still stand for a variable.
      keys.push(...inner, nobody);
    } else if (atom.startsWith('@')) {
      const members = everMembers(atom.slice(1));
      if (members === null) return open;
      keys.push(...members);
    } else {
      keys.push(atom);
    }
  }
  return keys;
}

function tokensOf(parties: readonly PartyView[]): readonly string[] {
  if (parties.length === 0) return noParty;
  if (parties.length === 1) return [star, ...parties[0]!.tokens];
  return [star, ...new Set(parties.flatMap(({ tokens }) => tokens))];
}

function reach<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

// Does this event match that pattern, and what do its variables then stand for? The one matcher of commitments,
// treaties, regimes and watches.
import type { Pattern, Values } from '../knowledge/patterns.ts';
import type { EventView, PartyView } from './event-view.ts';

export type Binding = Readonly<Record<string, string>>;
/** Is the state a member of the group on that day? */
export type IsMember = (group: string, code: string, date: string | null) => boolean;

export type CompiledPattern = {
  readonly type: ReadonlySet<string> | null;
  readonly checks: readonly ((view: EventView) => boolean)[];
  readonly actor: CompiledValues | null;
  readonly recipient: CompiledValues | null;
  readonly where: readonly (readonly [string, CompiledValues])[];
  readonly any: readonly CompiledPattern[] | null;
  readonly not: readonly CompiledPattern[];
};

type CompiledValues = {
  readonly any: Atoms;
  readonly not: Atoms;
};
type Atoms = {
  readonly empty: boolean;
  readonly tokens: ReadonlySet<string> | null;
  readonly groups: readonly string[];
  readonly variables: readonly string[];
};

const unbound: readonly Binding[] = [{}];
const none: readonly Binding[] = [];

/** Prepares a pattern for matching many events. */
export function compilePattern(pattern: Pattern): CompiledPattern {
  return {
    type: pattern.type !== undefined && pattern.type.not.length === 0 ? new Set(pattern.type.any) : null,
    checks: compileChecks(pattern),
    actor: pattern.actor === undefined ? null : compileValues(pattern.actor),
    recipient: pattern.recipient === undefined ? null : compileValues(pattern.recipient),
    where: Object.entries(pattern.where ?? {}).map(
      ([name, values]) => [name, compileValues(values)] as const,
    ),
    any: pattern.any === undefined ? null : pattern.any.map(compilePattern),
    not: (pattern.not ?? []).map(compilePattern),
  };
}

/** All ways in which the event matches, each with what the variables stand for; none when it doesn't. */
export function matchPattern(
  pattern: CompiledPattern,
  view: EventView,
  isMember: IsMember,
  given: Binding | null = null,
): readonly Binding[] {
  if (pattern.type !== null && !pattern.type.has(view.event.type)) return none;
  for (const check of pattern.checks) if (!check(view)) return none;
  let bindings: readonly Binding[] = given === null ? unbound : [given];
  if (pattern.actor !== null)
    bindings = matchParties(pattern.actor, view.actors, bindings, view.date, isMember);
  if (bindings.length === 0) return bindings;
  if (pattern.recipient !== null) {
    bindings = matchParties(pattern.recipient, view.recipients, bindings, view.date, isMember);
  }
  if (pattern.where.length > 0) {
    bindings = bindings.filter((binding) =>
      pattern.where.every(([name, values]) => allows(values, binding[name], view.date, isMember)),
    );
  }
  // A "not $attacker" of the actor can be judged only once the recipient has bound the variable.
  bindings = bindings.filter(
    (binding) =>
      agrees(pattern.actor, view.actors, binding) && agrees(pattern.recipient, view.recipients, binding),
  );
  if (pattern.any !== null && bindings.length > 0) {
    const { any } = pattern;
    bindings = bindings.flatMap((binding) =>
      any.flatMap((one) => matchPattern(one, view, isMember, binding)),
    );
  }
  if (pattern.not.length > 0) {
    bindings = bindings.filter((binding) =>
      pattern.not.every((one) => matchPattern(one, view, isMember, binding).length === 0),
    );
  }
  return bindings;
}

/** The rest of the match where an index has answered for type and parties, and no variable is bound. */
export function matchKeyed(pattern: CompiledPattern, view: EventView): readonly Binding[] {
  for (const check of pattern.checks) if (!check(view)) return none;
  return unbound;
}

function compileChecks(pattern: Pattern): ((view: EventView) => boolean)[] {
  const checks: ((view: EventView) => boolean)[] = [];
  const add = (values: Values | undefined, tokens: (view: EventView) => readonly string[]): void => {
    if (values === undefined) return;
    const any = new Set(values.any);
    const not = new Set(values.not);
    checks.push((view) => {
      const own = tokens(view);
      return (any.size === 0 || own.some((token) => any.has(token))) && !own.some((token) => not.has(token));
    });
  };
  if (pattern.type !== undefined && pattern.type.not.length > 0)
    add(pattern.type, ({ event }) => [event.type]);
  add(pattern.mode, ({ event }) => (event.mode === null ? [] : [event.mode]));
  add(pattern.context, ({ event }) => event.contexts);
  add(pattern.quad, ({ event }) => [event.quad]);
  add(pattern.auxiliary, ({ event }) => event.auxiliary);
  add(pattern.place, ({ places }) => places);
  add(pattern.cameo, ({ event: { cameo } }) => [cameo.slice(0, 2), cameo.slice(0, 3), cameo]);
  const { item, date } = pattern;
  if (item !== undefined) {
    const any = new Set(item.any);
    const not = new Set(item.not);
    checks.push(({ items }) =>
      items.length === 0
        ? any.size === 0
        : items.some(
            (path) =>
              (any.size === 0 || path.some((one) => any.has(one))) && !path.some((one) => not.has(one)),
          ),
    );
  }
  if (date !== undefined) {
    checks.push((view) => {
      if (view.date === null) return false;
      const { from, until } = date;
      return (
        (from === null || view.date >= from) && (until === null || view.date.slice(0, until.length) <= until)
      );
    });
  }
  return checks;
}

function compileValues({ any, not }: Values): CompiledValues {
  return { any: compileAtoms(any), not: compileAtoms(not) };
}

function compileAtoms(atoms: readonly string[]): Atoms {
  const plain = atoms.filter((atom) => !/^[@$]/.test(atom));
  return {
    empty: atoms.length === 0,
    tokens: plain.length === 0 ? null : new Set(plain),
    groups: atoms.filter((atom) => atom.startsWith('@')).map((atom) => atom.slice(1)),
    variables: atoms.filter((atom) => atom.startsWith('$')),
  };
}

function matchParties(
  { any, not }: CompiledValues,
  parties: readonly PartyView[],
  bindings: readonly Binding[],
  date: string | null,
  isMember: IsMember,
): readonly Binding[] {
  // An attack by nobody knows whom is still an attack: a side that is open or variable needs no party.
  if (parties.length === 0) {
    return any.empty || any.variables.length > 0 ? bindings : [];
  }
  const out: Binding[] = [];
  for (const party of parties) {
    if (names(not, party, date, isMember)) continue;
    if (any.empty || names(any, party, date, isMember)) {
      out.push(...bindings);
      continue;
    }
    if (party.key === null) {
      if (any.variables.length > 0) out.push(...bindings);
      continue;
    }
    for (const variable of any.variables) {
      for (const binding of bindings) {
        const bound = binding[variable];
        if (bound === undefined) out.push({ ...binding, [variable]: party.key });
        else if (bound === party.key) out.push(binding);
      }
    }
  }
  return out.length > 1 ? distinct(out) : out;
}

function names(atoms: Atoms, party: PartyView, date: string | null, isMember: IsMember): boolean {
  if (atoms.tokens !== null && party.tokens.some((token) => atoms.tokens!.has(token))) return true;
  const { key, isState } = party;
  return isState && key !== null && atoms.groups.some((group) => isMember(group, key, date));
}

function allows(
  { any, not }: CompiledValues,
  value: string | undefined,
  date: string | null,
  isMember: IsMember,
): boolean {
  const holds = (atoms: Atoms): boolean =>
    value !== undefined &&
    (atoms.tokens?.has(value) === true || atoms.groups.some((group) => isMember(group, value, date)));
  return (any.empty || holds(any)) && !holds(not);
}

/** False when a side says "not $x" and every party of it is $x. */
function agrees(values: CompiledValues | null, parties: readonly PartyView[], binding: Binding): boolean {
  if (values === null || values.not.variables.length === 0 || parties.length === 0) return true;
  const barred = values.not.variables.map((variable) => binding[variable]);
  return parties.some(({ key }) => key === null || !barred.includes(key));
}

function distinct(bindings: readonly Binding[]): Binding[] {
  const seen = new Map<string, Binding>();
  for (const binding of bindings) seen.set(JSON.stringify(Object.entries(binding).sort()), binding);
  return [...seen.values()];
}

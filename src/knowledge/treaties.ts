// Treaties of alliance, non-aggression, neutrality and consultation, in ATOP's terms: who is party between which
// days, what each article obliges whom to, when an event calls it up, and in which territory.
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Problem, ProblemError, problem } from '../records/problem.ts';
import { covers, isAfter } from './actors/dates.ts';
import { faultProblems, isDate, type Pattern, parsePattern, type Vocabulary } from './patterns.ts';
import { listYaml, readYaml } from './yaml-file.ts';

export const obligationKinds = ['defense', 'offense', 'neutrality', 'nonaggression', 'consultation'] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** A bare year is a number in YAML. */
export const dateSchema = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().refine(isDate, 'no date: write YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists'),
);
const date = dateSchema.nullable().default(null);
const code = z.string().regex(/^[A-Z]{3}$/, 'a three-letter code such as RUS');
const period = { from: date, until: date };
const partySchema = z.union([
  code.transform((state) => ({ state, from: null, until: null })),
  z.strictObject({ state: code, ...period }),
]);
const areaSchema = z.union([
  z.string().transform((area) => ({ area, from: null, until: null })),
  z.strictObject({ area: z.string(), ...period }),
]);
const territorySchema = z.strictObject({
  text: z.string(),
  /** Codes of states, territories and areas; `@parties` is each party's own land. */
  inside: z.array(areaSchema),
  outside: z.array(areaSchema).default([]),
  /** True when what isn't inside is outside; else a place that isn't listed stays undecided. */
  closed: z.boolean().default(false),
});
const obligationSchema = z.strictObject({
  kind: z.enum(obligationKinds),
  article: z.string(),
  text: z.string(),
  /** A trigger's name (knowledge/triggers.yaml) or a pattern. */
  when: z.union([z.string(), z.record(z.string(), z.unknown())]).default('armed-attack'),
  /** Who owes it; the parties unless told. */
  by: z.array(z.string()).default(['@parties']),
  /** To whom it is owed; the parties unless told. */
  toward: z.array(z.string()).default(['@parties']),
  /** Only against these attackers; any unless told. */
  against: z.array(z.string()).default([]),
  territory: territorySchema.nullable().default(null),
  ...period,
});
const treatySchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]+$/),
  name: z.string(),
  /** How it is cited, when shorter than the name. */
  cite: z.string().optional(),
  /** Its key as a group of states (NATO in `@NATO`). */
  group: z.string().optional(),
  signed: dateSchema,
  force: date,
  /** Last day in force. */
  ended: date,
  endedBy: z.string().optional(),
  parties: z.array(partySchema).min(1),
  obligations: z.array(obligationSchema),
  /** What one party's duty is subject to. */
  reservations: z.array(z.strictObject({ party: code, text: z.string(), ...period })).default([]),
  /** Who owes no help though one might think so. */
  noDuty: z
    .array(
      z.strictObject({
        party: z.array(z.string()),
        toward: z.array(z.string()),
        because: z.string(),
        ...period,
      }),
    )
    .default([]),
  source: z.string().min(4),
  note: z.string().optional(),
});

type RawTreaty = z.output<typeof treatySchema>;
export type Obligation = Omit<RawTreaty['obligations'][number], 'when'> & { readonly when: Pattern };
export type Treaty = Omit<RawTreaty, 'obligations'> & { readonly obligations: readonly Obligation[] };
export type Territory = z.output<typeof territorySchema>;
export type TreatyData = {
  readonly treaties: readonly Treaty[];
  /** Names of areas that have no code of a state: "Hawaii" is US-HI. */
  readonly areas: Readonly<Record<string, { readonly names: readonly string[]; readonly of: string | null }>>;
  readonly coverage: { readonly from: string; readonly until: string };
};

const triggersSchema = z.record(z.string(), z.record(z.string(), z.unknown()));
const areasSchema = z.record(
  z.string(),
  z.strictObject({ names: z.array(z.string()).min(1), of: code.nullable() }),
);
export const coverageSchema = z.strictObject({
  treaties: z.strictObject({ from: dateSchema, until: dateSchema, note: z.string() }),
  regimes: z.strictObject({ from: dateSchema, until: dateSchema, note: z.string() }),
});

/** Reads `treaties/`, `triggers.yaml`, `areas.yaml` and `coverage.yaml` below `dir`; throws a ProblemError listing all that is wrong. */
export function compileTreaties(dir: string, vocabulary: Vocabulary = {}, root = '.'): TreatyData {
  const problems: Problem[] = [];
  const triggers = readYaml(join(dir, 'triggers.yaml'), triggersSchema, problems, root);
  const areas = readYaml(join(dir, 'areas.yaml'), areasSchema, problems, root);
  const coverage = readYaml(join(dir, 'coverage.yaml'), coverageSchema, problems, root);
  const treaties: Treaty[] = [];
  for (const path of listYaml(join(dir, 'treaties'))) {
    const read = readYaml(path, treatySchema, problems, root);
    if (read === null) continue;
    const { value, file, lineOf } = read;
    const fault = (at: readonly PropertyKey[], message: string, hint: string | null = null): void => {
      problems.push(problem('bad-treaty', message, `${file}:${lineOf(at)}`, hint));
    };
    if (value.id !== basename(path, '.yaml')) fault(['id'], `id "${value.id}" differs from the file's name`);
    for (const one of datesOutOfOrder(value)) fault(one.path, one.message);
    const known = vocabulary.countries;
    value.parties.forEach(({ state }, at) => {
      if (known !== undefined && !known.includes(state))
        fault(['parties', at], `unknown country code "${state}"`);
    });
    const obligations = value.obligations.map((obligation, at): Obligation => {
      const path = ['obligations', at, 'when'];
      const named = typeof obligation.when === 'string' ? triggers?.value[obligation.when] : obligation.when;
      if (named === undefined) {
        fault(
          path,
          `no trigger "${obligation.when}"`,
          `known: ${Object.keys(triggers?.value ?? {}).join(', ')}`,
        );
        return { ...obligation, when: {} };
      }
      const { pattern, faults } = parsePattern(named, vocabulary, path);
      problems.push(...faultProblems(faults, file, lineOf));
      return { ...obligation, when: bindParties(pattern, obligation, value.id) };
    });
    // Where only the year of entry into force is known, the treaty counts from its signature on.
    const force = value.force !== null && value.signed.startsWith(value.force) ? value.signed : value.force;
    treaties.push({ ...value, force, obligations });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  const { from, until } = coverage!.value.treaties;
  return { treaties, areas: areas!.value, coverage: { from, until } };
}

/** Says in the pattern who the attacked may be, and when the duty holds. */
function bindParties(pattern: Pattern, obligation: RawTreaty['obligations'][number], id: string): Pattern {
  const expand = (atoms: readonly string[]) =>
    atoms.map((atom) => (atom === '@parties' ? `@treaty:${id}` : atom));
  const between = obligation.kind === 'nonaggression';
  const attackers = between ? expand(obligation.by) : expand(obligation.against);
  return {
    ...pattern,
    where: {
      $attacked: { any: expand(obligation.toward), not: [] },
      ...(attackers.length === 0 ? {} : { $attacker: { any: attackers, not: [] } }),
      ...pattern.where,
    },
  };
}

function datesOutOfOrder(treaty: RawTreaty): { path: PropertyKey[]; message: string }[] {
  const out: { path: PropertyKey[]; message: string }[] = [];
  const check = (path: PropertyKey[], from: string | null, until: string | null): void => {
    if (from !== null && until !== null && isAfter(from, until))
      out.push({ path, message: `ends (${until}) before it begins (${from})` });
  };
  check(['force'], treaty.signed, treaty.force);
  check(['ended'], treaty.force, treaty.ended);
  treaty.parties.forEach(({ from, until }, at) => {
    check(['parties', at], from, until);
  });
  treaty.obligations.forEach(({ from, until }, at) => {
    check(['obligations', at], from, until);
  });
  return out;
}

export type TreatyIndex = TreatyData & {
  readonly byId: ReadonlyMap<string, Treaty>;
  /** Parties bound on that day; none when the treaty isn't in force then. */
  readonly partiesAt: (treaty: Treaty, date: string) => readonly string[];
  readonly isParty: (treaty: Treaty, state: string, date: string) => boolean;
  /** Finds a treaty by id or by group key. */
  readonly find: (key: string) => Treaty | null;
};

/** Indexes compiled treaties. */
export function indexTreaties(data: TreatyData): TreatyIndex {
  const byId = new Map(data.treaties.map((treaty) => [treaty.id, treaty]));
  const byGroup = new Map(
    data.treaties.flatMap((treaty) => (treaty.group === undefined ? [] : [[treaty.group, treaty] as const])),
  );
  const periodsOf = new Map(data.treaties.map((treaty) => [treaty, periodsByState(treaty)] as const));
  const inForce = ({ force, ended }: Treaty, date: string): boolean =>
    force !== null && covers({ from: force, until: ended }, date);
  return {
    ...data,
    byId,
    find: (key) => byId.get(key) ?? byGroup.get(key) ?? null,
    partiesAt: (treaty, date) =>
      inForce(treaty, date)
        ? treaty.parties.filter((party) => covers(party, date)).map(({ state }) => state)
        : [],
    isParty: (treaty, state, date) => {
      const periods = periodsOf.get(treaty)?.get(state);
      return periods !== undefined && inForce(treaty, date) && periods.some((period) => covers(period, date));
    },
  };
}

function periodsByState({ parties }: Treaty): Map<string, Treaty['parties']> {
  const out = new Map<string, Treaty['parties']>();
  for (const party of parties) out.set(party.state, [...(out.get(party.state) ?? []), party]);
  return out;
}

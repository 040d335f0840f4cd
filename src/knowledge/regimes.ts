// Sanctions regimes: which resolution or decision forbids whom to supply what to whom, between which days, with which
// exceptions, and how the members of the Security Council voted on it.
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Problem, ProblemError, problem } from '../records/problem.ts';
import { faultProblems, type Pattern, parsePattern, type Values, type Vocabulary } from './patterns.ts';
import { coverageSchema, dateSchema } from './treaties.ts';
import { listYaml, readYaml } from './yaml-file.ts';

const date = dateSchema.nullable().default(null);
const list = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);
const values = z.union([
  list.transform((any) => ({ any, not: [] as string[] })),
  z.strictObject({ any: list, not: list.default([]) }),
]);
const exceptionSchema = z.strictObject({
  text: z.string(),
  /** The part of the goods that it covers; left out, it depends on the case and leaves the verdict alone. */
  item: values.optional(),
  /** What holds for that part. */
  verdict: z.enum(['conditional', 'permitted']).default('conditional'),
  cites: list.optional(),
  from: date,
  until: date,
});
const measureSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  text: z.string(),
  verdict: z.enum(['prohibited', 'conditional']).default('prohibited'),
  /** `to` the target, `from` it, or both. */
  direction: z.enum(['to', 'from', 'both']).default('to'),
  /** The regime's target unless told. */
  target: list.optional(),
  /** Who is bound; every state unless told. */
  who: list.default(['*']),
  item: values,
  from: dateSchema,
  /** Last day; null while in force. */
  until: date,
  /** The day until which it was last extended, when it lapses unless extended again. */
  expires: date,
  endedBy: z.string().optional(),
  cites: list,
  exceptions: z.array(exceptionSchema).default([]),
});
const regimeSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  authority: z.enum(['UN', 'EU', 'OSCE']),
  target: list,
  /** Names by which targets that are no states are known: {taliban: [Taliban, Taleban]}. */
  names: z.record(z.string(), z.array(z.string())).default({}),
  source: z.string().min(4),
  note: z.string().optional(),
  measures: z.array(measureSchema).min(1),
});
const councilSchema = z.strictObject({
  source: z.string(),
  permanent: z.array(z.string()).length(5),
  /** First year of a two-year term: the members elected for it; `{state, years}` when a seat was shared or cut. */
  terms: z.record(
    z.string().regex(/^\d{4}$/),
    z.array(z.union([z.string(), z.strictObject({ state: z.string(), years: z.array(z.int()) })])),
  ),
});
const voteList = z.array(z.string()).default([]);
const resolutionsSchema = z.strictObject({
  source: z.string(),
  resolutions: z.record(
    z.string(),
    z.strictObject({
      date: dateSchema,
      against: voteList,
      abstained: voteList,
      absent: voteList,
      about: z.string().optional(),
    }),
  ),
});

export type Measure = z.output<typeof measureSchema>;
export type MeasureException = z.output<typeof exceptionSchema>;
export type Regime = z.output<typeof regimeSchema>;
export type Resolution = {
  readonly symbol: string;
  readonly date: string;
  readonly votes: Readonly<Record<string, Vote>>;
};
export type Vote = 'in favour' | 'against' | 'abstained' | 'absent';
export type RegimeData = {
  readonly regimes: readonly Regime[];
  readonly resolutions: readonly Resolution[];
  readonly coverage: { readonly from: string; readonly until: string };
};

/** Reads `regimes/`, `un/council.yaml`, `un/resolutions.yaml` and `coverage.yaml` below `dir`; throws a ProblemError listing all that is wrong. */
export function compileRegimes(dir: string, vocabulary: Vocabulary = {}, root = '.'): RegimeData {
  const problems: Problem[] = [];
  const council = readYaml(join(dir, 'un/council.yaml'), councilSchema, problems, root);
  const table = readYaml(join(dir, 'un/resolutions.yaml'), resolutionsSchema, problems, root);
  const coverage = readYaml(join(dir, 'coverage.yaml'), coverageSchema, problems, root);
  const resolutions = Object.entries(table?.value.resolutions ?? {}).map(([symbol, entry]): Resolution => {
    const seats = council === null ? [] : seatsIn(council.value, Number(entry.date.slice(0, 4)));
    for (const state of [...entry.against, ...entry.abstained, ...entry.absent]) {
      if (!seats.includes(state)) {
        const place = `${table!.file}:${table!.lineOf(['resolutions', symbol])}`;
        problems.push(
          problem('bad-vote', `${state} had no seat in the Council when ${symbol} was adopted`, place),
        );
      }
    }
    return {
      symbol,
      date: entry.date,
      votes: Object.fromEntries(seats.map((state) => [state, voteOf(state, entry)])),
    };
  });
  const symbols = new Set(resolutions.map(({ symbol }) => symbol));
  const regimes: Regime[] = [];
  for (const path of listYaml(join(dir, 'regimes'))) {
    const read = readYaml(path, regimeSchema, problems, root);
    if (read === null) continue;
    const { value, file, lineOf } = read;
    const fault = (at: readonly PropertyKey[], message: string, hint: string | null = null): void => {
      problems.push(problem('bad-regime', message, `${file}:${lineOf(at)}`, hint));
    };
    const checkFields = (fields: Record<string, unknown>, at: readonly PropertyKey[]): void => {
      problems.push(...faultProblems(parsePattern(fields, vocabulary, at).faults, file, lineOf));
    };
    checkFields({ recipient: value.target }, ['target']);
    if (value.id !== basename(path, '.yaml')) fault(['id'], `id "${value.id}" differs from the file's name`);
    value.measures.forEach((measure, at) => {
      const here = ['measures', at];
      if (measure.until !== null && measure.until < measure.from)
        fault([...here, 'until'], `ends (${measure.until}) before it begins (${measure.from})`);
      for (const cite of [...measure.cites, ...measure.exceptions.flatMap(({ cites }) => cites ?? [])]) {
        const symbol = cite.split(' ')[0]!;
        if (symbol.startsWith('S/RES/') && !symbols.has(symbol)) {
          fault([...here, 'cites'], `${symbol} isn't in un/resolutions.yaml`, 'add its date and votes there');
        }
      }
      const who = measure.who.filter((one) => one !== '*');
      checkFields({ item: measure.item, ...(who.length === 0 ? {} : { actor: who }) }, here);
      if (measure.target !== undefined) checkFields({ recipient: measure.target }, [...here, 'target']);
      measure.exceptions.forEach((exception, index) => {
        if (exception.item === undefined) return;
        checkFields({ item: exception.item }, [...here, 'exceptions', index]);
      });
    });
    regimes.push(value);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  const { from, until } = coverage!.value.regimes;
  return { regimes, resolutions, coverage: { from, until } };
}

/** What a measure speaks of, as patterns over events: supply to the target, supply from it. */
export function measurePatterns(regime: Regime, measure: Measure, withItem = true): Pattern[] {
  const target: Values = { any: measure.target ?? regime.target, not: [] };
  const common: Pattern = {
    type: { any: ['AID', 'COOPERATE'], not: [] },
    ...(withItem ? { item: measure.item } : {}),
    date: { from: measure.from, until: measure.until },
  };
  const who: Values | null = measure.who.includes('*') ? null : { any: measure.who, not: [] };
  const to: Pattern = { ...common, recipient: target, ...(who === null ? {} : { actor: who }) };
  const from: Pattern = { ...common, actor: target, ...(who === null ? {} : { recipient: who }) };
  return measure.direction === 'to' ? [to] : measure.direction === 'from' ? [from] : [to, from];
}

function voteOf(state: string, entry: { against: string[]; abstained: string[]; absent: string[] }): Vote {
  if (entry.against.includes(state)) return 'against';
  if (entry.abstained.includes(state)) return 'abstained';
  return entry.absent.includes(state) ? 'absent' : 'in favour';
}

function seatsIn(council: z.output<typeof councilSchema>, year: number): string[] {
  const elected = [year - 1, year].flatMap((start) =>
    (council.terms[String(start)] ?? []).flatMap((seat) =>
      typeof seat === 'string' ? [seat] : seat.years.includes(year) ? [seat.state] : [],
    ),
  );
  return [...council.permanent, ...elected];
}

export type RegimeIndex = RegimeData & {
  readonly bySymbol: ReadonlyMap<string, Resolution>;
  /** "S/RES/1718 OP6" as it is cited: "S/RES/1718 (2006) OP6". */
  readonly cite: (cite: string) => string;
  /** The resolution of a citation, or null for acts of other bodies. */
  readonly resolution: (cite: string) => Resolution | null;
};

/** Indexes compiled regimes. */
export function indexRegimes(data: RegimeData): RegimeIndex {
  const bySymbol = new Map(data.resolutions.map((resolution) => [resolution.symbol, resolution]));
  const resolution = (cite: string): Resolution | null => bySymbol.get(cite.split(' ')[0]!) ?? null;
  return {
    ...data,
    bySymbol,
    resolution,
    cite: (cite) => {
      const found = resolution(cite);
      if (found === null) return cite;
      const rest = cite.slice(found.symbol.length).trim();
      return `${found.symbol} (${found.date.slice(0, 4)})${rest === '' ? '' : ` ${rest}`}`;
    },
  };
}

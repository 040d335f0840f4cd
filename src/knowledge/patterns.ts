// The pattern language over events (docs/patterns.md): reads a pattern as written in YAML or in code into one plain
// form, and says what is wrong with it. Matching is src/link's.
import { auxiliaryModes, eventTypes, quads } from '../records/event.ts';
import { type Problem, problem } from '../records/problem.ts';
import type { ItemIndex } from './items.ts';
import { nearest } from './nearest.ts';

/** Any of these (empty: anything) and none of those. Atoms: a code, `@group`, `$variable` or a name in small letters. */
export type Values = { readonly any: readonly string[]; readonly not: readonly string[] };
export type DateRange = { readonly from: string | null; readonly until: string | null };

/** A pattern in plain form: absent fields match anything; all present ones must hold. */
export type Pattern = {
  readonly [Field in ValueField]?: Values;
} & {
  /** Days between which the event must lie, both included. */
  readonly date?: DateRange;
  /** What the variables may stand for. */
  readonly where?: Readonly<Record<string, Values>>;
  /** At least one of these must hold too. */
  readonly any?: readonly Pattern[];
  /** None of these may hold. */
  readonly not?: readonly Pattern[];
};

export const valueFields = [
  'type', 'mode', 'context', 'cameo', 'quad', 'actor', 'recipient', 'item', 'place', 'auxiliary',
] as const; // biome-ignore format: one row reads better
export type ValueField = (typeof valueFields)[number];
const fields = [...valueFields, 'date', 'where', 'any', 'not'];

/** What atoms may be; lists left out are not checked. */
export type Vocabulary = {
  readonly items?: ItemIndex;
  readonly modes?: readonly string[];
  readonly contexts?: readonly string[];
  readonly groups?: readonly string[];
  readonly countries?: readonly string[];
};

/** A fault and the keys that lead to it from the pattern's root. */
export type PatternFault = {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly hint: string | null;
};
export type ParsedPattern = { readonly pattern: Pattern; readonly faults: readonly PatternFault[] };

/** Reads a pattern; `faults` is empty when it is sound. */
export function parsePattern(
  raw: unknown,
  vocabulary: Vocabulary = {},
  path: readonly PropertyKey[] = [],
): ParsedPattern {
  const faults: PatternFault[] = [];
  const fault = (at: readonly PropertyKey[], message: string, hint: string | null = null): void => {
    faults.push({ path: [...path, ...at], message, hint });
  };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    fault([], `a pattern is a set of fields such as {type: ASSAULT, recipient: USA}, not ${show(raw)}`);
    return { pattern: {}, faults };
  }
  const pattern: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (isValueField(key)) {
      pattern[key] = readValues(value, key, vocabulary, [key], fault);
    } else if (key === 'date') {
      pattern.date = readDates(value, fault);
    } else if (key === 'where') {
      pattern.where = readWhere(value, vocabulary, fault);
    } else if (key === 'any' || key === 'not') {
      const list = Array.isArray(value) ? value : [value];
      pattern[key] = list.map((one, at) => {
        const inner = parsePattern(one, vocabulary, [...path, key, ...(Array.isArray(value) ? [at] : [])]);
        faults.push(...inner.faults);
        return inner.pattern;
      });
      if (list.length === 0) fault([key], `"${key}" holds no pattern`);
    } else {
      fault([key], `unknown key "${key}"`, nearest(key, fields) ?? `a pattern has ${fields.join(', ')}`);
    }
  }
  if (Object.keys(pattern).length === 0 && faults.length === 0)
    fault([], 'an empty pattern would match every event');
  return { pattern: pattern as Pattern, faults };
}

type Fault = (at: readonly PropertyKey[], message: string, hint?: string | null) => void;

function readValues(
  value: unknown,
  field: ValueField,
  vocabulary: Vocabulary,
  path: readonly PropertyKey[],
  fault: Fault,
): Values {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { any, not, ...rest } = value as Record<string, unknown>;
    for (const key of Object.keys(rest))
      fault(
        [...path, key],
        `unknown key "${key}"`,
        nearest(key, ['any', 'not']) ?? '{any: [...], not: [...]}',
      );
    return {
      any:
        any === undefined || isEmpty(any) ? [] : readAtoms(any, field, vocabulary, [...path, 'any'], fault),
      not:
        not === undefined || isEmpty(not) ? [] : readAtoms(not, field, vocabulary, [...path, 'not'], fault),
    };
  }
  return { any: readAtoms(value, field, vocabulary, path, fault), not: [] };
}

function readAtoms(
  value: unknown,
  field: ValueField,
  vocabulary: Vocabulary,
  path: readonly PropertyKey[],
  fault: Fault,
): string[] {
  const list = Array.isArray(value) ? value : [value];
  if (list.length === 0) fault(path, `"${field}" lists nothing; leave it out to match anything`);
  return list.flatMap((atom, at) => {
    const here = Array.isArray(value) ? [...path, at] : path;
    if (typeof atom !== 'string' || atom === '') {
      fault(
        here,
        `"${field}" takes words, not ${show(atom)}`,
        typeof atom === 'number' ? 'put it in quotation marks' : null,
      );
      return [];
    }
    const wrong = checkAtom(atom, field, vocabulary);
    if (wrong !== null) fault(here, wrong.message, wrong.hint);
    return [atom];
  });
}

function checkAtom(
  atom: string,
  field: ValueField,
  vocabulary: Vocabulary,
): { message: string; hint: string | null } | null {
  const among = (known: readonly string[] | undefined, what: string) =>
    known === undefined || known.includes(atom)
      ? null
      : {
          message: `unknown ${what} "${atom}"`,
          hint: nearest(atom, known) ?? `known: ${known.slice(0, 20).join(', ')}`,
        };
  switch (field) {
    case 'type':
      return among(eventTypes, 'event type');
    case 'quad':
      return among(quads, 'quad class');
    case 'auxiliary':
      return among(auxiliaryModes, 'auxiliary mode');
    case 'mode':
      return among(vocabulary.modes, 'mode');
    case 'context':
      return among(vocabulary.contexts, 'context');
    case 'cameo':
      return /^\d{2,4}$/.test(atom)
        ? null
        : {
            message: `"${atom}" is no CAMEO code`,
            hint: 'two to four digits in quotation marks; "19" covers 190 to 196',
          };
    case 'item': {
      const known = vocabulary.items === undefined ? undefined : [...vocabulary.items.categories.keys()];
      return among(known, 'item category');
    }
    default:
      return checkParty(atom, vocabulary);
  }
}

/** A party or a place: RUS, COD-REB, @NATO, $attacker, or a name in small letters such as al-shabaab. */
function checkParty(atom: string, vocabulary: Vocabulary): { message: string; hint: string | null } | null {
  if (/^\$[a-z][A-Za-z]*$/.test(atom)) return null;
  if (atom.startsWith('@')) {
    const groups = vocabulary.groups;
    if (
      groups === undefined ||
      groups.includes(atom.slice(1)) ||
      atom.startsWith('@treaty:') ||
      atom === '@parties'
    )
      return null;
    return { message: `unknown group "${atom}"`, hint: nearest(atom.slice(1), groups) };
  }
  if (/^[A-Z]{3}(?:-[A-Z]{3})?$/.test(atom)) {
    const code = atom.slice(0, 3);
    if (vocabulary.countries === undefined || vocabulary.countries.includes(code)) return null;
    return { message: `unknown country code "${code}"`, hint: nearest(code, vocabulary.countries) };
  }
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(atom) || /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(atom)) return null;
  return {
    message: `"${atom}" is no party`,
    hint: 'a three-letter code (RUS), one with a sector (COD-REB), a group (@NATO), a variable ($attacker) or a name in small letters with hyphens (al-shabaab)',
  };
}

function readWhere(value: unknown, vocabulary: Vocabulary, fault: Fault): Record<string, Values> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fault(['where'], '"where" says what variables may be: {$attacked: "@NATO"}');
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, values]) => {
      if (!/^\$[a-z][A-Za-z]*$/.test(name))
        fault(['where', name], `"${name}" is no variable`, 'variables look like $attacked');
      return [name, readValues(values, 'actor', vocabulary, ['where', name], fault)];
    }),
  );
}

function readDates(value: unknown, fault: Fault): DateRange {
  if (typeof value === 'string') {
    checkDate(value, ['date'], fault);
    return { from: value, until: value };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fault(['date'], `"date" is a day or {from, until}, not ${show(value)}`);
    return { from: null, until: null };
  }
  const { from = null, until = null, ...rest } = value as Record<string, unknown>;
  for (const key of Object.keys(rest))
    fault(['date', key], `unknown key "${key}"`, nearest(key, ['from', 'until']));
  for (const [key, day] of Object.entries({ from, until }))
    if (day !== null) checkDate(day, ['date', key], fault);
  if (typeof from === 'string' && typeof until === 'string' && from > until)
    fault(['date'], `ends (${until}) before it begins (${from})`);
  return { from: from as string | null, until: until as string | null };
}

function checkDate(value: unknown, path: readonly PropertyKey[], fault: Fault): void {
  if (!isDate(value))
    fault(path, `${show(value)} is no date`, 'dates are YYYY, YYYY-MM or YYYY-MM-DD, and must exist');
}

/** True for YYYY, YYYY-MM or YYYY-MM-DD that the calendar has. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) return false;
  const full = value.length === 4 ? `${value}-01-01` : value.length === 7 ? `${value}-01` : value;
  const day = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === full;
}

/** Turns faults into problems with file and line. */
export function faultProblems(
  faults: readonly PatternFault[],
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Problem[] {
  return faults.map(({ path, message, hint }) => {
    const where = path.map(String).join('.');
    return problem(
      'bad-pattern',
      where === '' ? message : `${where}: ${message}`,
      `${file}:${lineOf(path)}`,
      hint,
    );
  });
}

function isValueField(key: string): key is ValueField {
  return (valueFields as readonly string[]).includes(key);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

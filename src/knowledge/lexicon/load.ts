// Reads acts, operators and noun classes into JSON-safe data, with every pattern parsed and every reference checked.
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Problem, problem } from '../../records/problem.ts';
import type { EventTables } from '../events.ts';
import { listYaml, readYaml } from '../yaml-file.ts';
import { type LexiconPattern, parsePattern } from './pattern.ts';
import { type Act, actSchema, classSchema, type Operator, operatorSchema, parseExample } from './schema.ts';

export type CompiledAct = Act & {
  readonly kind: 'act';
  readonly compiled: readonly LexiconPattern[];
  readonly place: string;
};
export type CompiledOperator = Operator & {
  readonly kind: 'operator';
  readonly compiled: readonly LexiconPattern[];
  readonly place: string;
};
export type LexiconData = {
  readonly acts: readonly CompiledAct[];
  readonly operators: readonly CompiledOperator[];
  readonly classes: Readonly<Record<string, readonly string[]>>;
};

/** Compiles `lexicon/`; `itemCategories` are classes too. What is wrong goes into `problems`. */
export function compileLexicon(
  dir: string,
  tables: EventTables,
  itemCategories: ReadonlySet<string>,
  problems: Problem[],
  root = '.',
): LexiconData {
  const classes: Record<string, string[]> = {};
  for (const file of listYaml(join(dir, 'classes'))) {
    const read = readYaml(file, classSchema, problems, root);
    if (read === null) continue;
    if (read.value.class !== basename(file, '.yaml')) {
      problems.push(
        problem(
          'class-name',
          `class "${read.value.class}" stands in ${basename(file)}; file name = class`,
          `${read.file}:1`,
        ),
      );
    }
    classes[read.value.class] = read.value.words.map((word) => word.toLowerCase().replaceAll('+', ' '));
  }
  const seen = new Map<string, string>();
  const check = (entry: Act | Operator, place: string): LexiconPattern[] => {
    const earlier = seen.get(entry.id);
    if (earlier !== undefined)
      problems.push(problem('double-id', `"${entry.id}" stands at ${earlier} already`, place));
    seen.set(entry.id, place);
    const compiled: LexiconPattern[] = [];
    for (const text of entry.patterns) {
      try {
        const pattern = parsePattern(text);
        for (const arg of pattern.arguments) {
          if ('slot' in arg.filler) {
            if (arg.filler.slot === 'E' && !('operator' in entry))
              throw new Error(`only operators take E ("${text}")`);
          }
          const nouns = 'slot' in arg.filler ? arg.filler.only : arg.filler;
          for (const name of nouns?.classes ?? []) {
            if (classes[name] === undefined && !itemCategories.has(name))
              throw new Error(`there is no class @${name} ("${text}")`);
          }
        }
        compiled.push(pattern);
      } catch (error) {
        problems.push(problem('bad-pattern', (error as Error).message, place));
      }
    }
    for (const line of entry.examples) {
      if (parseExample(line) === null) {
        problems.push(
          problem('bad-example', `wanted "RUS > UKR: sentence", came "${line.slice(0, 60)}"`, place),
        );
      }
    }
    return compiled;
  };
  const acts: CompiledAct[] = [];
  for (const file of listYaml(join(dir, 'acts'))) {
    const read = readYaml(file, z.array(actSchema), problems, root);
    read?.value.forEach((act, at) => {
      const place = `${read.file}:${read.lineOf([at])}`;
      checkCodes(act, tables, place, problems);
      acts.push({ ...act, kind: 'act', compiled: check(act, place), place });
    });
  }
  const operators: CompiledOperator[] = [];
  for (const file of listYaml(join(dir, 'operators'))) {
    const read = readYaml(file, z.array(operatorSchema), problems, root);
    read?.value.forEach((operator, at) => {
      const place = `${read.file}:${read.lineOf([at])}`;
      if (tables.kinds[operator.operator] === undefined) {
        problems.push(
          problem(
            'unknown-kind',
            `operator kind "${operator.operator}" is not in events/compositions.yaml`,
            place,
          ),
        );
      }
      operators.push({ ...operator, kind: 'operator', compiled: check(operator, place), place });
    });
  }
  return { acts, operators, classes };
}

function checkCodes(act: Act, tables: EventTables, place: string, problems: Problem[]): void {
  if (act.type === 'NONE') return;
  if (act.cameo === undefined) problems.push(problem('no-cameo', `"${act.id}" has no CAMEO code`, place));
  else if (Object.keys(tables.cameo).length > 0 && tables.cameo[act.cameo] === undefined) {
    problems.push(problem('unknown-cameo', `"${act.cameo}" is not a CAMEO code`, place));
  }
  const modes = Object.keys(tables.types[act.type]?.modes ?? {});
  if (act.mode !== null && !modes.includes(act.mode)) {
    problems.push(
      problem(
        'unknown-mode',
        `${act.type} has no mode "${act.mode}"; it has ${modes.join(', ') || 'none'}`,
        place,
      ),
    );
  }
  for (const context of act.contexts) {
    if (!tables.contexts.includes(context))
      problems.push(problem('unknown-context', `"${context}" is not a PLOVER context`, place));
  }
}

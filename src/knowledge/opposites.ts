// Which acts break a promise of which kind (knowledge/opposites.yaml).
import { join } from 'node:path';
import { z } from 'zod';
import { eventTypes } from '../records/event.ts';
import { type Problem, ProblemError } from '../records/problem.ts';
import { faultProblems, type Pattern, parsePattern, type Vocabulary } from './patterns.ts';
import { readYaml } from './yaml-file.ts';

const schema = z.strictObject({
  source: z.string(),
  opposites: z.partialRecord(z.enum(eventTypes), z.array(z.record(z.string(), z.unknown()))),
});

/** For a type of event, patterns (without parties) of what breaks its promise. */
export type Opposites = Readonly<Partial<Record<string, readonly Pattern[]>>>;

/** Reads `opposites.yaml` below `dir`; throws a ProblemError listing all that is wrong. */
export function compileOpposites(dir: string, vocabulary: Vocabulary = {}, root = '.'): Opposites {
  const problems: Problem[] = [];
  const read = readYaml(join(dir, 'opposites.yaml'), schema, problems, root);
  const out: Record<string, Pattern[]> = {};
  for (const [type, patterns] of Object.entries(read?.value.opposites ?? {})) {
    out[type] = (patterns ?? []).map((raw, at) => {
      const { pattern, faults } = parsePattern(raw, vocabulary, ['opposites', type, at]);
      problems.push(...faultProblems(faults, read!.file, read!.lineOf));
      return pattern;
    });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return out;
}

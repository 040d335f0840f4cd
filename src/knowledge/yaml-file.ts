// Reads one YAML file of knowledge and checks it against a schema; what is wrong is told with file and line.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Problem, problem } from '../records/problem.ts';

export type YamlFile<T> = {
  readonly file: string;
  readonly value: T;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/** All `.yaml` files below a folder, sorted by path; a folder that is absent has none. */
export function listYaml(dir: string): string[] {
  let names: string[];
  try {
    names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(dir, name));
}

/** Reads and validates one file; problems go into `problems` and the answer is then null. */
export function readYaml<S extends z.ZodType>(
  file: string,
  schema: S,
  problems: Problem[],
  root = '.',
): YamlFile<z.output<S>> | null {
  return parseYaml(readFileSync(file, 'utf8'), relative(root, file) || file, schema, problems);
}

/** The same for a text that is read already; `file` is its name in problems. */
export function parseYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  problems: Problem[],
): YamlFile<z.output<S>> | null {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter });
  for (const error of doc.errors) {
    const place = `${file}:${error.linePos?.[0].line ?? 1}`;
    problems.push(problem('bad-yaml', error.message.split('\n')[0] ?? 'not YAML', place));
  }
  if (doc.errors.length > 0) return null;
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = doc.getIn(path.slice(0, depth) as (string | number)[], true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const result = schema.safeParse(doc.toJS());
  if (!result.success) {
    for (const issue of result.error.issues) {
      const where = issue.path.map(String).join('.');
      const message = `${where === '' ? '' : `${where}: `}${issue.message}`;
      problems.push(problem('bad-knowledge', message, `${file}:${lineOf(issue.path)}`));
    }
    return null;
  }
  return { file, value: result.data, lineOf };
}

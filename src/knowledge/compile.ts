// The build step: compiles knowledge/ to dist/knowledge.json, or lists every problem and fails.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatProblem, ProblemError } from '../records/problem.ts';
import { compileKnowledge } from './knowledge.ts';

const root = process.argv[2] ?? '.';
try {
  const data = compileKnowledge(join(root, 'knowledge'));
  const file = join(root, 'dist', 'knowledge.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(data));
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  for (const one of error.problems) console.error(formatProblem(one));
  console.error(`${error.problems.length} problems in knowledge/; nothing was compiled`);
  process.exitCode = 1;
}

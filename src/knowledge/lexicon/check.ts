// Checks the lexicon's files and prints every problem with file and line: `npx tsx src/knowledge/lexicon/check.ts`.
import { formatProblem, type Problem } from '../../records/problem.ts';
import { compileEvents } from '../events.ts';
import { listYaml } from '../yaml-file.ts';
import { compileLexicon } from './load.ts';

const problems: Problem[] = [];
const tables = compileEvents('knowledge/events', problems);
const items = new Set(
  listYaml('knowledge/items').map((file) => file.replace(/^.*\//, '').replace(/\.yaml$/, '')),
);
const data = compileLexicon('knowledge/lexicon', tables, items, problems);
for (const one of problems) console.error(formatProblem(one));
const byType: Record<string, number> = {};
for (const act of data.acts) byType[act.type] = (byType[act.type] ?? 0) + 1;
console.log(
  `${data.acts.length} acts ${JSON.stringify(byType)}, ${data.operators.length} operators, ${Object.keys(data.classes).length} classes, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

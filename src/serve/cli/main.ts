#!/usr/bin/env node
// The command line: a file a command, no logic here. Data goes to stdout, progress and problems to stderr;
// exit 0 fine, 1 problems, 2 misuse.
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { formatProblem, ProblemError } from '../../records/problem.ts';
import { addAnnotate } from './annotate.ts';
import { addCheck } from './check.ts';
import { addCode } from './code.ts';
import { addDesk } from './desk.ts';
import { addExport } from './export.ts';
import { addFollow } from './follow.ts';
import { addIngest } from './ingest.ts';
import { addMcp } from './mcp.ts';
import { addObliged } from './obliged.ts';
import { addQueries } from './queries.ts';
import { addRead } from './read.ts';
import { addRelate } from './relate.ts';
import { addStart } from './start.ts';
import { addWatchRules } from './watch-rules.ts';
import { addWhatif } from './whatif.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('casus')
  .description('Turns news into a record of interstate affairs that can be checked.')
  .version(version)
  .showHelpAfterError('(add --help for the options and examples)')
  .exitOverride()
  .configureHelp({ sortSubcommands: false });

for (const add of [
  addStart,
  addDesk,
  addIngest,
  addFollow,
  addQueries,
  addExport,
  addMcp,
  addRelate,
  addRead,
  addCode,
  addAnnotate,
  addCheck,
  addObliged,
  addWhatif,
  addWatchRules,
])
  add(program);

// A reader that has seen enough (`casus ... | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof ProblemError) {
    for (const one of error.problems) console.error(formatProblem(one));
    process.exitCode = 1;
  } else throw error;
}

// One JSON line out for each JSON line in, in order: the frame of `casus check`, `obliged` and `whatif` with --jsonl.
// A line that can't be read gives a line with its problem, and the run goes on.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { formatProblem, type Problem, ProblemError, problem } from '../../records/problem.ts';
import { writeOut } from './write-out.ts';

/** Reads the lines of files (`-` is standard input), answers each, and writes. Exit code 1 when one had a problem. */
export async function answerLines<T>(
  files: readonly string[],
  schema: z.ZodType<T>,
  answer: (question: T, id: unknown) => unknown | Promise<unknown>,
): Promise<void> {
  for (const file of files.length === 0 ? ['-'] : files) {
    const name = file === '-' ? 'standard input' : file;
    const lines = createInterface({
      input: file === '-' ? process.stdin : createReadStream(file),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    let number = 0;
    for await (const line of lines) {
      number++;
      if (line.trim() === '') continue;
      const out = await answerLine(line, `${name}:${number}`, schema, answer);
      await writeOut(`${JSON.stringify(out)}\n`);
    }
  }
}

async function answerLine<T>(
  line: string,
  place: string,
  schema: z.ZodType<T>,
  answer: (question: T, id: unknown) => unknown | Promise<unknown>,
): Promise<unknown> {
  let id: unknown;
  try {
    const raw: unknown = parse(line, place);
    id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
    const read = schema.safeParse(raw);
    if (!read.success) throw new ProblemError(read.error.issues.map((issue) => issueProblem(issue, place)));
    return { ...(id === undefined ? {} : { id }), ...((await answer(read.data, id)) as object) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    for (const one of error.problems) process.stderr.write(`problem ${formatProblem(one)}\n`);
    process.exitCode = 1;
    return { ...(id === undefined ? {} : { id }), problem: error.problems[0], problems: error.problems };
  }
}

function parse(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new ProblemError([problem('bad-json', `the line is no JSON: ${(cause as Error).message}`, place)], {
      cause,
    });
  }
}

function issueProblem(issue: z.core.$ZodIssue, place: string): Problem {
  const where = issue.path.map(String).join('.');
  return problem(
    'bad-question',
    `${where === '' ? '' : `${where}: `}${issue.message}`,
    place,
    'see casus check --help, obliged --help or whatif --help for the keys of a line',
  );
}

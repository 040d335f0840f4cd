// `casus relate`: the PLOVER type between a marked pair of parties, one JSON line out for each line in.
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openTools } from '../../open.ts';
import { formatProblem, type Problem, problem } from '../../records/problem.ts';
import { type RelateQuestion, relateAll } from '../../relate.ts';
import { writeOut } from './write-out.ts';

const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
const question = z.looseObject({ text: z.string().min(1), actor: span, recipient: span });

const examples = `
A line in:  {"id": 1, "text": "Russia bombed a Ukrainian port.", "actor": {"start": 0, "end": 6}, "recipient": {"start": 14, "end": 30}}
A line out: {"id": 1, "type": "ASSAULT", "quad": "material-conflict", "confidence": 0.9, "because": [...]}

Examples:
  casus relate --format jsonl pairs.jsonl
  casus relate --format jsonl - < pairs.jsonl`;

type Flags = { format: 'text' | 'jsonl'; classifier: boolean };

export function addRelate(program: Command): void {
  program
    .command('relate')
    .description('what one marked party does to another: the PLOVER type of each marked pair')
    .argument('[files...]', 'files with a marked pair a line, or - for standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'jsonl']).default('jsonl'))
    .option('--no-classifier', 'the lexicon alone: null where it is silent')
    .addHelpText('after', examples)
    .action(async (files: string[], flags: Flags) => {
      const tools = await openTools();
      for await (const { id, answer, place, problems } of relateAll(readLines(files), tools, {
        classifier: flags.classifier,
      })) {
        for (const one of problems) process.stderr.write(`problem ${formatProblem(one)}\n`);
        if (problems.length > 0) process.exitCode = 1;
        const line = { ...(id === undefined ? {} : { id }), ...(answer ?? { problem: problems[0] }) };
        if (flags.format === 'jsonl') await writeOut(`${JSON.stringify(line)}\n`);
        else
          await writeOut(
            `${String(id ?? place)}  ${answer?.type ?? '-'}  ${answer?.confidence ?? ''}  ${answer?.because[0] ?? ''}\n`,
          );
      }
    });
}

async function* readLines(files: readonly string[]): AsyncGenerator<RelateQuestion> {
  for (const file of files.length === 0 ? ['-'] : files) {
    const name = file === '-' ? 'standard input' : file;
    if (file !== '-' && !existsSync(file)) {
      yield unread(
        file,
        problem('not-found', 'there is no such file', file, 'give a file, or - for standard input'),
      );
      continue;
    }
    const input = file === '-' ? process.stdin : createReadStream(file);
    let number = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      yield parseLine(line, `${name}:${number}`);
    }
  }
}

function unread(place: string, found: Problem): RelateQuestion {
  return { id: undefined, place, pair: null, problems: [found] };
}

function parseLine(line: string, place: string): RelateQuestion {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (error) {
    return unread(place, problem('bad-json', `the line is no JSON: ${(error as Error).message}`, place));
  }
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  const read = question.safeParse(raw);
  if (!read.success) {
    const found = read.error.issues.map((issue) =>
      problem(
        'bad-line',
        `${issue.path.join('.') || 'line'}: ${issue.message}`,
        place,
        'wanted {text, actor: {start, end}, recipient: {start, end}}',
      ),
    );
    return { id, place, pair: null, problems: found };
  }
  const { text, actor, recipient } = read.data;
  const outside = [actor, recipient].some(({ start, end }) => end > text.length || start >= end);
  if (outside)
    return {
      id,
      place,
      pair: null,
      problems: [
        problem(
          'bad-span',
          `a span lies outside the text of ${text.length} characters or is empty`,
          place,
          'offsets are UTF-16 units, half-open',
        ),
      ],
    };
  return { id, place, pair: { text, actor, recipient }, problems: [] };
}

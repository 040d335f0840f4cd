// `casus check`: may this be supplied by that one to this one on that day?
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { type CheckAnswer, check } from '../../link/check.ts';
import { lawOf } from '../../link/law.ts';
import { openKnowledge } from '../../open.ts';
import { ProblemError, problem } from '../../records/problem.ts';
import { answerLines } from './json-lines.ts';
import { type Paint, paintFor, plain } from './paint.ts';

const question = z.looseObject({
  from: z.string(),
  to: z.string(),
  item: z.string(),
  date: z.string(),
  direction: z
    .enum(['to', 'from'])
    .nullish()
    .transform((side) => side ?? undefined),
});

const examples = `
Parties are three-letter codes (RUS) or names (Russia, al-Shabaab). Verdicts: prohibited, conditional, permitted, undecided.

Examples:
  casus check --from RUS --to PRK --item "artillery shells" --date 2024-06-20
  echo '{"from": "PRK", "to": "RUS", "item": "coal", "date": "2024-06-20"}' | casus check --jsonl -`;

type Flags = {
  from?: string;
  to?: string;
  item?: string;
  date?: string;
  direction?: 'to' | 'from';
  jsonl: boolean;
  format: string;
  knowledge?: string;
};

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('may this be supplied by that one to this one on that day, under UN, EU and OSCE measures?')
    .argument('[files...]', 'with --jsonl: files with a question a line, or - for standard input')
    .option('--from <party>', 'who supplies')
    .option('--to <party>', 'who gets it')
    .option('--item <words>', 'what is supplied')
    .option('--date <YYYY-MM-DD>', 'the day')
    .addOption(
      new Option('--direction <side>', 'the side that is under measures (both are looked at)').choices([
        'to',
        'from',
      ]),
    )
    .option('--jsonl', 'questions and answers as JSON lines', false)
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'jsonl']).default('text'))
    .option('--knowledge <folder>', "a knowledge folder in place of the package's")
    .addHelpText('after', examples)
    .action(async (files: string[], flags: Flags) => {
      const law = lawOf(openKnowledge(flags.knowledge));
      const { from, to, item, date, direction } = flags;
      if (
        from === undefined &&
        to === undefined &&
        item === undefined &&
        (flags.jsonl || flags.format === 'jsonl')
      ) {
        await answerLines(files, question, (asked) => check(asked, law));
        return;
      }
      if (from === undefined || to === undefined || item === undefined || date === undefined) {
        throw new ProblemError([
          problem(
            'missing-option',
            'a question needs --from, --to, --item and --date',
            null,
            'or --jsonl - for many',
          ),
        ]);
      }
      const answer = check({ from, to, item, date, direction }, law);
      const text =
        flags.jsonl || flags.format === 'jsonl'
          ? `${JSON.stringify(answer)}\n`
          : printCheck(answer, paintFor(process.stdout));
      process.stdout.write(text);
    });
}

const colours = {
  prohibited: 'red',
  conditional: 'yellow',
  undecided: 'magenta',
  permitted: 'green',
} as const;

function printCheck(answer: CheckAnswer, paint: Paint): string {
  const lines = [paint.bold(paint[colours[answer.verdict]](answer.verdict))];
  for (const line of answer.because) lines.push(`  ${plain(line)}`);
  for (const measure of answer.measures) {
    lines.push(
      '',
      `  ${paint.bold(`${measure.rule} ${measure.measure}`)} ${measure.verdict} since ${measure.since}`,
    );
    lines.push(`    ${measure.text}`, paint.dim(`    ${measure.citations.join('; ')}`));
  }
  if (answer.exceptions.length > 0) {
    lines.push('', paint.bold('  Exceptions'));
    for (const { text, citations } of answer.exceptions)
      lines.push(`    ${text}${citations.length === 0 ? '' : paint.dim(` (${citations.join('; ')})`)}`);
  }
  const votes = Object.entries(answer.votes);
  if (votes.length > 0)
    lines.push('', `  Votes: ${votes.map(([code, vote]) => `${code} ${vote}`).join('; ')}`);
  lines.push(paint.dim(`  Knowledge complete to ${answer.knowledgeDate}`));
  return `${lines.join('\n')}\n`;
}

// `casus obliged`: who must help, consult or stay out when one is attacked, and who need not.
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { lawOf } from '../../link/law.ts';
import { type ObligedAnswer, obliged } from '../../link/obliged.ts';
import { openKnowledge } from '../../open.ts';
import { ProblemError, problem } from '../../records/problem.ts';
import { answerLines } from './json-lines.ts';
import { type Paint, paintFor, plain } from './paint.ts';

const question = z.looseObject({
  attacked: z.string(),
  attacker: z.string(),
  date: z.string(),
  where: z
    .string()
    .nullish()
    .transform((place) => place ?? undefined),
});

const examples = `
Without --where the attack is taken to be on the attacked state's metropolitan territory.

Examples:
  casus obliged --attacked PRK --attacker USA --date 2026-01-01
  casus obliged --attacked GBR --attacker ARG --date 1982-04-02 --where "Falkland Islands"
  casus obliged --jsonl - < questions.jsonl`;

type Flags = {
  attacked?: string;
  attacker?: string;
  date?: string;
  where?: string;
  jsonl: boolean;
  format: string;
  knowledge?: string;
};

export function addObliged(program: Command): void {
  program
    .command('obliged')
    .description(
      'who must help, consult or stay out when one is attacked by another, by which article, and who need not',
    )
    .argument('[files...]', 'with --jsonl: files with a question a line, or - for standard input')
    .option('--attacked <party>', 'who is attacked')
    .option('--attacker <party>', 'who attacks')
    .option('--date <YYYY-MM-DD>', 'the day')
    .option('--where <place>', 'the place of the attack')
    .option('--jsonl', 'questions and answers as JSON lines', false)
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'jsonl']).default('text'))
    .option('--knowledge <folder>', "a knowledge folder in place of the package's")
    .addHelpText('after', examples)
    .action(async (files: string[], flags: Flags) => {
      const law = lawOf(openKnowledge(flags.knowledge));
      const { attacked, attacker, date, where } = flags;
      if (attacked === undefined && attacker === undefined && (flags.jsonl || flags.format === 'jsonl')) {
        await answerLines(files, question, (asked) => obliged(asked, law));
        return;
      }
      if (attacked === undefined || attacker === undefined || date === undefined) {
        throw new ProblemError([
          problem(
            'missing-option',
            'a question needs --attacked, --attacker and --date',
            null,
            'or --jsonl - for many',
          ),
        ]);
      }
      const answer = obliged({ attacked, attacker, date, where }, law);
      const text =
        flags.jsonl || flags.format === 'jsonl'
          ? `${JSON.stringify(answer)}\n`
          : printObliged(answer, paintFor(process.stdout));
      process.stdout.write(text);
    });
}

const kinds = {
  defense: 'must help',
  offense: 'must join',
  consultation: 'must consult',
  neutrality: 'must stay out',
  nonaggression: 'must not attack',
} as const;

function printObliged(answer: ObligedAnswer, paint: Paint): string {
  const lines: string[] = [];
  for (const duties of groupBy(answer.obliged, ({ citation, kind }) => `${citation} ${kind}`)) {
    const { kind, citation, text } = duties[0]!;
    lines.push(
      `${paint.bold(duties.map(({ party }) => party).join(', '))} ${paint.yellow(kinds[kind])}  ${citation}`,
      paint.dim(`    ${text}`),
    );
    for (const { party, notes } of duties)
      for (const note of notes) lines.push(paint.dim(`    but ${party}: ${note}`));
  }
  if (answer.obliged.length === 0) lines.push('Nobody is obliged by a treaty of the knowledge.');
  if (answer.notObliged.length > 0) lines.push('', paint.bold('Not obliged'));
  for (const rows of groupBy(answer.notObliged, ({ because }) => because)) {
    lines.push(`  ${rows.map(({ party }) => party).join(', ')}: ${plain(rows[0]!.because)}`);
  }
  lines.push('');
  for (const line of answer.because.filter(
    (one) => !answer.obliged.some(({ citation }) => one.includes(citation)),
  )) {
    lines.push(paint.dim(plain(line)));
  }
  lines.push(paint.dim(`Knowledge complete to ${answer.knowledgeDate}`));
  return `${lines.join('\n')}\n`;
}

function groupBy<T>(list: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups.values()];
}

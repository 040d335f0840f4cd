// `casus whatif`: a sentence is coded, assumed to be true, and what follows is shown as a tree.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { lawOf } from '../../link/law.ts';
import { trackCommitments } from '../../link/track-commitments.ts';
import { type Consequence, type WhatIf, whatIf } from '../../link/what-if.ts';
import { openTools } from '../../open.ts';
import { codeAll, type Tools } from '../../pipeline.ts';
import { type Phrases, readPhrases, readText } from '../../read/index.ts';
import {
  type CasusRecord,
  type Commitment,
  ProblemError,
  problem,
  recordSchema,
} from '../../records/index.ts';
import type { CommitmentRow, Page } from '../../store/store.ts';
import { openApi } from './api.ts';
import { answerLines } from './json-lines.ts';
import { type Paint, paintFor, plain } from './paint.ts';

const question = z.looseObject({ text: z.string(), date: z.string().nullish() });

const examples = `
Examples:
  casus whatif "South Korea supplies arms to Ukraine"
  casus whatif --records records.jsonl --date 2024-06-22 "South Korea supplies arms to Ukraine"
  echo '{"text": "The United States attacks North Korea"}' | casus whatif --jsonl -`;

type Flags = {
  date?: string;
  records?: string;
  store?: string;
  jsonl: boolean;
  format: string;
  knowledge?: string;
};

export function addWhatif(program: Command): void {
  program
    .command('whatif')
    .description(
      'assume that a sentence comes true: commitments triggered, treaties called up, prohibitions, and what they bring about',
    )
    .argument(
      '[texts...]',
      'the sentence; with --jsonl files with a question a line, or - for standard input',
    )
    .option('--date <YYYY-MM-DD>', 'the day on which it happens (today)')
    .option('--records <file>', 'records of casus code --format jsonl, whose commitments are watched')
    .option('--store <file>', 'a store, whose commitments are watched; a desk that has it open is asked')
    .option('--jsonl', 'questions and answers as JSON lines', false)
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'jsonl']).default('text'))
    .option('--knowledge <folder>', "a knowledge folder in place of the package's")
    .addHelpText('after', examples)
    .action(async (texts: string[], flags: Flags) => {
      const tools = await openTools(flags.knowledge === undefined ? {} : { knowledge: flags.knowledge });
      const phrases = flags.knowledge === undefined ? undefined : readPhrases(flags.knowledge);
      const commitments = [
        ...(flags.records === undefined ? [] : await readCommitments(flags.records, tools)),
        ...(flags.store === undefined ? [] : await storedCommitments(flags.store)),
      ];
      const today = new Date().toISOString().slice(0, 10);
      const ask = (text: string, date: string | null | undefined) =>
        assume(text, { date: date ?? flags.date ?? today, phrases }, tools, commitments);
      const asJson = flags.jsonl || flags.format === 'jsonl';
      if (asJson && texts.every((text) => text === '-' || /\.(?:jsonl|ndjson)$/.test(text))) {
        await answerLines(texts, question, ({ text, date }) => ask(text, date));
        return;
      }
      if (texts.length === 0)
        throw new ProblemError([
          problem(
            'missing-text',
            'a sentence is wanted',
            null,
            'casus whatif "South Korea supplies arms to Ukraine"',
          ),
        ]);
      const answer = await ask(texts.join(' '), flags.date);
      process.stdout.write(
        asJson ? `${JSON.stringify(answer)}\n` : printTree(answer, paintFor(process.stdout)),
      );
    });
}

async function assume(
  text: string,
  { date, phrases }: { readonly date: string; readonly phrases: Phrases | undefined },
  tools: Tools,
  commitments: readonly Commitment[],
): Promise<WhatIf> {
  const read = readText(text, { published: date, phrases });
  for await (const { record } of codeAll([read], tools)) {
    if (record === null || record.events.length === 0) break;
    return whatIf(record.events, { law: lawOf(tools.knowledge), commitments, date });
  }
  throw new ProblemError([
    problem(
      'no-event',
      `no event was found in "${text}"`,
      null,
      'say who does what to whom in one plain sentence',
    ),
  ]);
}

/** Commitments of a store with what became of them, page by page. */
async function storedCommitments(store: string): Promise<Commitment[]> {
  const api = await openApi({ store });
  try {
    const out: Commitment[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page<CommitmentRow> = await api.json(`/api/commitments?limit=1000${more}`);
      out.push(...page.items);
      cursor = page.next;
    }
    return out;
  } finally {
    await api.close();
  }
}

/** Commitments of a file of records with what became of them, so that only live ones are watched. */
async function readCommitments(file: string, tools: Tools): Promise<Commitment[]> {
  const records: CasusRecord[] = [];
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++;
    if (line.trim() === '') continue;
    let raw: unknown;
    try {
      raw = JSON.parse(line);
    } catch (cause) {
      throw new ProblemError(
        [problem('bad-json', `the line is no JSON: ${(cause as Error).message}`, `${file}:${number}`)],
        { cause },
      );
    }
    const read = recordSchema.safeParse(raw);
    if (!read.success)
      throw new ProblemError([
        problem(
          'bad-record',
          `no record of casus code: ${read.error.issues[0]?.message}`,
          `${file}:${number}`,
        ),
      ]);
    records.push(read.data);
  }
  records.sort((one, two) => ((one.document.published ?? '') < (two.document.published ?? '') ? -1 : 1));
  return trackCommitments(records, lawOf(tools.knowledge), tools.knowledge.opposites);
}

const colours = {
  prohibited: 'red',
  conditional: 'yellow',
  undecided: 'magenta',
  obliges: 'yellow',
  triggers: 'cyan',
  keeps: 'green',
  breaks: 'red',
} as const;

function printTree({ assumed, tree, knowledgeDate }: WhatIf, paint: Paint): string {
  const lines: string[] = [];
  for (const event of assumed)
    lines.push(`${paint.bold('Assumed')} ${event.type} ${plain(event.evidence.text)}`);
  if (tree.length === 0) lines.push('  nothing in the knowledge or among the commitments follows');
  const walk = (nodes: readonly Consequence[], indent: string): void => {
    for (const { verdict, rule, text, citations, event, then } of nodes) {
      lines.push(
        `${indent}${paint[colours[verdict]](verdict)} ${paint.bold(rule)}: ${plain(text)}`,
        paint.dim(`${indent}  ${citations.map(plain).join('; ')}`),
      );
      if (event !== null) lines.push(`${indent}  ${paint.dim('so')} ${plain(event.evidence.text)}`);
      walk(then, `${indent}    `);
    }
  };
  walk(tree, '  ');
  lines.push(paint.dim(`Knowledge complete to ${knowledgeDate}`));
  return `${lines.join('\n')}\n`;
}

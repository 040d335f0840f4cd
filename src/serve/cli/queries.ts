// `casus events`, `statements`, `commitments`, `stories`, `sources`, `articles`, `counts`: questions to a store.
import { type Command, Option } from 'commander';
import {
  type CommitmentRow,
  type CountRow,
  countTerms,
  countUnits,
  type EventRow,
  listKeys,
  type Page,
  type StatementRow,
} from '../../store/store.ts';
import { addStoreOption, openApi } from './api.ts';
import { clip, type Paint, paintFor, plain } from './paint.ts';
import { names } from './print-record.ts';
import { statementWords } from './statement-words.ts';

type Flags = Readonly<Record<string, string | readonly string[] | undefined>> & {
  store: string;
  limit?: string;
  cursor?: string;
  format: 'text' | 'jsonl';
  by?: string;
};

const lists: Readonly<Record<string, string>> = {
  events: 'who did what to whom, newest first',
  statements: 'who said what, newest first',
  commitments: 'promises, threats, warnings and denials, and what became of them',
  articles: 'the articles of the store, newest first',
  stories: 'articles that tell the same, as one story',
  sources: 'where the articles come from',
};

export function addQueries(program: Command): void {
  for (const [name, description] of Object.entries(lists))
    addFilterOptions(addStoreOption(program.command(name)))
      .description(description)
      .option('--limit <number>', 'how many at most (50; up to 1000)')
      .option('--cursor <cursor>', 'go on after an earlier page')
      .addOption(new Option('--format <format>', 'what to print').choices(['text', 'jsonl']).default('text'))
      .action((flags: Flags) => printList(name, flags));
  addFilterOptions(addStoreOption(program.command('counts')))
    .description('how many events by day, month, type, party, dyad, ...')
    .option(
      '--by <key>',
      `${[...countUnits, ...countTerms].join(', ')}, or both, such as dyad-month`,
      'month',
    )
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'jsonl']).default('text'))
    .action(printCounts);
}

/** A filter an option; each may be given several times, which means any of them. */
export function addFilterOptions(command: Command): Command {
  const collect = (value: string, before: readonly string[] | undefined): string[] => [
    ...(before ?? []),
    value,
  ];
  for (const key of listKeys) command.option(`--${key} <value>`, describeKey(key), collect);
  return command
    .option('--from <YYYY-MM-DD>', 'from this day')
    .option('--to <YYYY-MM-DD>', 'to this day')
    .option('--q <words>', 'words in the evidence or the headline');
}

function describeKey(key: string): string {
  const words: Readonly<Record<string, string>> = {
    party: 'on either side: a code or a name',
    dyad: 'RUS-UKR, in either direction',
    item: 'goods, with all below',
    country: "the place's country",
    place: 'name of the place',
    auxiliary: 'historical, future, hypothetical, negation or none',
  };
  return words[key] ?? `this ${key}`;
}

export function filterQuery(
  flags: Readonly<Record<string, unknown>>,
  ...more: readonly string[]
): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of [...listKeys, 'from', 'to', 'q', ...more]) {
    const value = flags[key];
    for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value])
      query.append(key, String(one));
  }
  return query;
}

async function printList(name: string, flags: Flags): Promise<void> {
  const api = await openApi(flags);
  try {
    const { items, next, total } = await api.json<Page<object>>(
      `/api/${name}?${filterQuery(flags, 'limit', 'cursor')}`,
    );
    if (flags.format === 'jsonl') {
      for (const item of items) process.stdout.write(`${JSON.stringify(item)}\n`);
    } else {
      const paint = paintFor(process.stdout);
      const print = printers[name] ?? printFields;
      for (const item of items) process.stdout.write(print(item, paint));
    }
    process.stderr.write(
      `${items.length} of ${total}${next === null ? '' : `; more with --cursor ${next}`}\n`,
    );
  } finally {
    await api.close();
  }
}

async function printCounts(flags: Flags): Promise<void> {
  const api = await openApi(flags);
  try {
    const { rows } = await api.json<{ rows: readonly CountRow[] }>(`/api/counts?${filterQuery(flags, 'by')}`);
    const width = Math.max(3, ...rows.map(({ key }) => key.length));
    for (const row of rows)
      process.stdout.write(
        flags.format === 'jsonl'
          ? `${JSON.stringify(row)}\n`
          : `${plain(row.key).padEnd(width)} ${String(row.count).padStart(7)}  ${row.conflict} conflict, ${row.cooperation} cooperation, mean ${row.score}\n`,
      );
  } finally {
    await api.close();
  }
}

const printers: Readonly<Record<string, (item: object, paint: Paint) => string>> = {
  // What the API gives for a list is what the store's types say.
  events: (item, paint) => printEvent(item as EventRow, paint),
  statements: (item, paint) => printStatement(item as StatementRow, paint),
  commitments: (item, paint) => printCommitment(item as CommitmentRow, paint),
};

function printEvent(
  { when, type, mode, actors, recipients, auxiliary, evidence, article, id }: EventRow,
  paint: Paint,
): string {
  const code = `${type}${mode === null ? '' : `/${mode}`}`;
  const marks = auxiliary.length === 0 ? '' : ` [${auxiliary.join(', ')}]`;
  const sides = recipients.length === 0 ? names(actors, ' & ') : `${names(actors)} → ${names(recipients)}`;
  return `${when?.from ?? article.published ?? 'no date   '} ${paint.bold(code.padEnd(18))} ${sides}${marks}\n  ${clip(plain(evidence.text), 140)}\n  ${paint.dim(`${plain(article.source ?? article.title ?? article.id)}  ${id}`)}\n`;
}

function printStatement(row: StatementRow, paint: Paint): string {
  const { speaker, article } = row;
  return `${article.published ?? 'no date   '} ${paint.bold(plain(speaker.name))} ${statementWords(row, 140)}\n  ${paint.dim(plain(article.title ?? article.id))}\n`;
}

function printCommitment(
  { by, to, kind, status, condition, consequence, made, history }: CommitmentRow,
  paint: Paint,
): string {
  const head = `${made ?? 'no date   '} ${paint.bold(`${kind} ${status}`)} ${names(by)}${to.length === 0 ? '' : ` to ${names(to)}`}`;
  const if_ = condition === null ? '' : `  if ${clip(plain(condition.text), 120)}\n`;
  const then = `  ${condition === null ? '' : 'then '}${consequence.polarity === 'negative' ? 'never ' : ''}${clip(plain(consequence.text), 120)}\n`;
  const steps = history.map((step) =>
    paint.dim(`  ${step.date ?? ''} ${step.status}: ${plain(step.because)}\n`),
  );
  return `${head}\n${if_}${then}${steps.join('')}`;
}

function printFields(item: object, paint: Paint): string {
  const [first, ...rest] = Object.entries(item).filter(([, value]) => value !== null);
  const show = (value: unknown): string => plain(Array.isArray(value) ? value.join(', ') : String(value));
  return `${paint.bold(show(first?.[1]))}  ${rest.map(([key, value]) => `${key} ${show(value)}`).join('  ')}\n`;
}

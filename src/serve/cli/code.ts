// `casus code`: articles in, records out, as text to read or one JSON line a document.
import type { Command } from 'commander';
import { Option } from 'commander';
import { openTools } from '../../open.ts';
import { codeAll } from '../../pipeline.ts';
import { createStoryIndex } from '../../read/index.ts';
import type { CasusRecord } from '../../records/index.ts';
import { type InputOptions, readInputs } from './inputs.ts';
import { paintFor } from './paint.ts';
import { printRecord } from './print-record.ts';
import { createReporter } from './report.ts';
import { writeOut } from './write-out.ts';

type CodeFlags = InputOptions & {
  format: 'text' | 'jsonl';
  strict: boolean;
  stories?: boolean;
  actors?: string[];
  agents?: string[];
};

const examples = `
Examples:
  casus code article.txt
  casus code --format jsonl --date 2024-06-20 news/*.html > records.jsonl
  curl -s https://example.org/story.html | casus code -
  casus code --input jsonl --format jsonl - < articles.jsonl
  casus code --stories --format jsonl *.html | jq -c 'select(.story.duplicateOf == null)'`;

export function addCode(program: Command): void {
  addInputOptions(
    program.command('code').description('code articles: who did, said, promised or threatened what to whom'),
  )
    .argument('<files...>', 'files, or - for standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'jsonl']).default('text'))
    .option('--strict', 'stop at the first document with a problem', false)
    .option('--stories', 'tell which articles are copies of one story', false)
    .option('--actors <file...>', 'dictionaries of actors (TABARI/PETRARCH format or YAML), merged over ours')
    .option('--agents <file...>', 'dictionaries of agents, likewise')
    .addHelpText('after', examples)
    .action(async (files: string[], flags: CodeFlags) => {
      await runCode(files, flags);
    });
}

/** Options that say how input is to be read; shared by the commands that take articles. */
export function addInputOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--input <kind>', 'kind of the input')
        .choices(['auto', 'text', 'html', 'jsonl', 'feed', 'warc'])
        .default('auto'),
    )
    .option('--date <YYYY-MM-DD>', 'publication date where the article gives none')
    .option('--field <name=field...>', 'for JSONL: where a field stands, such as text=body')
    .option('--knowledge <folder>', "a knowledge folder in place of the package's");
}

/** Codes and prints; `keep` is given each record too. */
export async function runCode(
  files: readonly string[],
  flags: CodeFlags,
  keep?: (record: CasusRecord) => void,
): Promise<void> {
  const reporter = createReporter(process.stderr, flags.strict);
  const tools = await openTools({
    ...(flags.knowledge === undefined ? {} : { knowledge: flags.knowledge }),
    actors: flags.actors ?? [],
    agents: flags.agents ?? [],
    onProblems: reporter.tell,
  });
  const paint = paintFor(process.stdout);
  const width = Math.min(140, Math.max(60, process.stdout.columns ?? 100));
  let first = true;
  const stories = flags.stories === true ? createStoryIndex() : undefined;
  for await (const { record, problems } of codeAll(readInputs(files, flags), tools, { stories })) {
    const stop = reporter.tell(record === null ? problems : record.problems);
    if (record !== null) {
      keep?.(record);
      if (flags.format === 'jsonl') await writeOut(`${JSON.stringify(record)}\n`);
      else
        await writeOut(
          `${first ? '' : `\n${paint.dim('─'.repeat(width))}\n\n`}${printRecord(record, paint, width)}`,
        );
      first = false;
      reporter.count(record.events.length);
    } else if (flags.format === 'jsonl') {
      // A line out for each line in, so that output and input can be laid side by side.
      await writeOut(`${JSON.stringify({ document: null, problems })}\n`);
    }
    if (stop) break;
  }
  reporter.finish();
}

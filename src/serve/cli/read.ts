// `casus read`: articles in, their blocks with kinds out, so that a person can check what will be coded and what not.
import { type Command, Option } from 'commander';
import type { ReadResult } from '../../read/index.ts';
import { type BlockKind, codedBlockKinds, type Document } from '../../records/index.ts';
import { addInputOptions } from './code.ts';
import { type InputOptions, readInputs } from './inputs.ts';
import { type Paint, paintFor, plain } from './paint.ts';
import { createReporter } from './report.ts';

type ReadFlags = InputOptions & { format: 'text' | 'jsonl'; strict: boolean };

const examples = `
Examples:
  casus read article.txt
  casus read --date 2024-06-20 page.html feed.xml archive.warc.gz
  casus read --input jsonl --format jsonl - < articles.jsonl`;

export function addRead(program: Command): void {
  addInputOptions(
    program
      .command('read')
      .description('show how articles are read: title, date, and the text in typed blocks'),
  )
    .argument('<files...>', 'files, or - for standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'jsonl']).default('text'))
    .option('--strict', 'stop at the first document with a problem', false)
    .addHelpText('after', examples)
    .action(async (files: string[], flags: ReadFlags) => {
      const reporter = createReporter(process.stderr, flags.strict);
      const paint = paintFor(process.stdout);
      let first = true;
      for await (const result of readInputs(files, flags)) {
        const stop = reporter.tell(result.problems);
        if (flags.format === 'jsonl') process.stdout.write(`${JSON.stringify(result)}\n`);
        else if (result.document !== null) {
          process.stdout.write(`${first ? '' : '\n'}${printDocument(result, result.document, paint)}`);
          first = false;
        }
        if (stop) break;
      }
    });
}

const colours: Partial<Record<BlockKind, 'bold' | 'cyan' | 'yellow'>> = {
  headline: 'bold',
  quote: 'cyan',
  list: 'yellow',
};

/** What is coded stands in full strength, the rest is dimmed. */
function printDocument(result: ReadResult, document: Document, paint: Paint): string {
  const { title, published, language, source, url, id, text, blocks } = document;
  const facts = [
    published ?? 'date unknown',
    language ?? 'language unknown',
    source,
    url,
    id,
    ...result.problems.map(({ code }) => code),
  ];
  const lines = [
    paint.bold(plain(title ?? '(no title)')),
    paint.dim(
      facts
        .filter((fact) => fact !== null)
        .map(plain)
        .join('  '),
    ),
  ];
  for (const { kind, start, end } of blocks) {
    const line = `  ${kind.padEnd(12)}${plain(text.slice(start, end))}`;
    const colour = colours[kind];
    lines.push(
      codedBlockKinds.has(kind) ? (colour === undefined ? line : paint[colour](line)) : paint.dim(line),
    );
  }
  return `${lines.join('\n')}\n`;
}

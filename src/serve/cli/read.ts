// `casus read`: articles in, their blocks with kinds out, so that a person can check what will be coded and what not.
import { type Command, Option } from 'commander';
import { createStoryIndex, type ReadResult, type StoryMatch } from '../../read/index.ts';
import { type BlockKind, codedBlockKinds, type Document, type Story } from '../../records/index.ts';
import { addInputOptions } from './code.ts';
import { type InputOptions, readInputs } from './inputs.ts';
import { type Paint, paintFor, plain } from './paint.ts';
import { createReporter } from './report.ts';
import { writeOut } from './write-out.ts';

type ReadFlags = InputOptions & { format: 'text' | 'jsonl'; strict: boolean; stories: boolean };

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
    .option('--stories', 'tell which articles are copies of one story', false)
    .addHelpText('after', examples)
    .action(async (files: string[], flags: ReadFlags) => {
      const reporter = createReporter(process.stderr, flags.strict);
      const paint = paintFor(process.stdout);
      const stories = flags.stories ? createStoryIndex() : null;
      let first = true;
      for await (const result of readInputs(files, flags)) {
        const stop = reporter.tell(result.problems);
        const story = result.document === null ? undefined : stories?.add(result.document);
        if (flags.format === 'jsonl') {
          const told = story === undefined ? {} : { story: storyRecord(story) };
          await writeOut(`${JSON.stringify({ ...result, ...told })}\n`);
        } else if (result.document !== null) {
          await writeOut(`${first ? '' : '\n'}${printDocument(result, result.document, paint, story)}`);
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

/** The shape that records have. */
function storyRecord({ story, duplicateOf, similarity }: StoryMatch): Story {
  return { id: story, duplicateOf, similarity };
}

/** What is coded stands in full strength, the rest is dimmed. */
function printDocument(
  result: ReadResult,
  document: Document,
  paint: Paint,
  story: StoryMatch | undefined,
): string {
  const { title, published, language, source, url, id, text, blocks } = document;
  const facts = [
    published ?? 'date unknown',
    language ?? 'language unknown',
    source,
    url,
    id,
    story === undefined || story.duplicateOf === null ? null : `a copy of ${story.duplicateOf}`,
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

// `casus ingest`: articles into a store, from files, folders, addresses and feeds. What is there already with the same
// versions is left alone, so a run that was cut short is simply started again.
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { textLines, tooLong } from '../../read/index.ts';
import { formatProblem, type Job, type Problem, ProblemError, problem } from '../../records/index.ts';
import { readParquetRecords } from '../../store/read-parquet.ts';
import type { Added } from '../../store/store.ts';
import { type Api, addStoreOption, openApi } from './api.ts';
import { paintFor, plain } from './paint.ts';

const examples = `
Takes text, HTML, RSS and Atom feeds, JSONL, WARC (all of them gzipped too), and records of casus code --format jsonl
(as JSONL, or as Parquet with a column "record" or "value").

Examples:
  casus ingest article.txt news/ https://example.org/feed.xml
  casus ingest --store crisis.duckdb --date 2024-06-20 *.html`;

type Flags = { store: string; date?: string; allowPrivate: boolean };
/** Lines of JSONL sent together, so that no file is too large. */
const portionBytes = 2 * 1024 * 1024;
/** What the API takes in at once. */
const longestSent = 127 * 1024 * 1024;
/** What the fault of a single record may look like. */
const refusals: ReadonlySet<string> = new Set(['bad-request', 'too-large']);
const known = /\.(?:txt|text|md|html?|xhtml|xml|rss|atom|json|jsonl|ndjson|warc)(?:\.gz)?$|\.parquet$/i;

export function addIngest(program: Command): void {
  addStoreOption(program.command('ingest'))
    .description('code articles into a store, to be asked with events, statements, ... or in the desk')
    .argument('<inputs...>', 'files, folders, and addresses of pages or feeds')
    .option('--date <YYYY-MM-DD>', 'publication date where the article gives none')
    .option('--allow-private', 'let addresses of private networks be fetched', false)
    .addHelpText('after', examples)
    .action(async (inputs: string[], { store, date, allowPrivate }: Flags) => {
      const api = await openApi({ store, create: true, allowPrivate });
      const report = createReport();
      try {
        const files = (await Promise.all(inputs.map(listFiles))).flat();
        report.inputs(files.length);
        for (const file of files) {
          await ingestOne(file, api, date, report).catch((error: unknown) => {
            if (!(error instanceof ProblemError)) throw error;
            report.tell(error.problems);
          });
          report.input();
        }
      } finally {
        await api.close();
        report.finish();
      }
    });
}

async function listFiles(input: string): Promise<string[]> {
  if (/^https?:\/\//.test(input)) return [input];
  const found = await stat(input).catch(() => null);
  if (found === null) throw new ProblemError([problem('unknown-file', 'there is no such file', input)]);
  if (!found.isDirectory()) return [input];
  const names = await readdir(input, { recursive: true, withFileTypes: true });
  return names
    .filter((one) => one.isFile() && known.test(one.name))
    .map((one) => join(one.parentPath, one.name))
    .sort();
}

async function ingestOne(input: string, api: Api, date: string | undefined, report: Report): Promise<void> {
  if (/^https?:\/\//.test(input)) {
    const items = [{ url: input, ...(date !== undefined && { published: date }) }];
    const { job } = await api.json<{ job: string }>('/api/ingest', { method: 'POST', body: { items } });
    return follow(job, api, report);
  }
  const query = new URLSearchParams({ name: basename(input), ...(date !== undefined && { date }) });
  // Apart from following the job, which would keep the bytes in memory until all of them are coded.
  const send = async (body: Uint8Array): Promise<string> =>
    (await api.json<{ job: string }>(`/api/ingest/file?${query}`, { method: 'POST', body })).job;
  if (/\.parquet$/i.test(input)) {
    for await (const lines of portions(readParquetRecords(input)))
      await sendRecords(lines, input, api, report);
    return undefined;
  }
  if (!/\.(?:jsonl|ndjson)$/i.test(input)) return follow(await send(await readFile(input)), api, report);
  const { size } = await stat(input);
  let sent = 0;
  for await (const lines of portions(linesOf(input, report))) {
    for (const line of lines) sent += Buffer.byteLength(line) + 1;
    if (isRecord(lines[0]!)) await sendRecords(lines, input, api, report);
    else {
      const job = await send(Buffer.from(lines.join('\n')));
      lines.length = 0;
      await follow(job, api, report);
    }
    report.progress(sent, size);
  }
  return undefined;
}

function isRecord(line: string): boolean {
  try {
    return line.includes('"casus"') && (JSON.parse(line) as { casus?: unknown } | null)?.casus === 1;
  } catch {
    return false; // the reading room tells what is wrong with it
  }
}

async function* linesOf(file: string, report: Report): AsyncGenerator<string> {
  let number = 0;
  for await (const line of textLines(createReadStream(file), longestSent)) {
    number++;
    if (line === null) report.tell([tooLong(`${file}:${number}`, longestSent)]);
    else yield line;
  }
}

async function* portions(all: AsyncIterable<string>): AsyncGenerator<string[]> {
  let lines: string[] = [];
  let size = 0;
  for await (const line of all) {
    if (line.trim() === '') continue;
    lines.push(line);
    size += line.length;
    if (size < portionBytes && lines.length < 1000) continue;
    yield lines;
    [lines, size] = [[], 0];
  }
  if (lines.length > 0) yield lines;
}

/** Sends lines of coded records as they are; where they are refused, halves of them, until the bad ones stand alone. */
async function sendRecords(lines: readonly string[], file: string, api: Api, report: Report): Promise<void> {
  try {
    const added = await api.json<Added>('/api/records', {
      method: 'POST',
      body: `{"records":[${lines.join(',')}]}`,
    });
    report.count(added.added + added.replaced + added.unchanged, added.events);
  } catch (error) {
    if (!(error instanceof ProblemError) || !refusals.has(error.problems[0]?.code ?? '')) throw error;
    if (lines.length === 1) {
      report.tell(error.problems.map((one) => ({ ...one, place: `${file}: ${lines[0]!.slice(0, 60)}` })));
      return;
    }
    const half = lines.length >> 1;
    await sendRecords(lines.slice(0, half), file, api, report);
    await sendRecords(lines.slice(half), file, api, report);
  }
}

async function follow(id: string, api: Api, report: Report): Promise<void> {
  for (;;) {
    const job = await api.json<Job>(`/api/jobs/${id}`);
    report.progress(job.done, job.total);
    if (job.state === 'done' || job.state === 'failed') {
      report.tell(job.problems);
      report.count(job.done, job.events);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

type Report = ReturnType<typeof createReport>;

function createReport() {
  const stream = process.stderr;
  const paint = paintFor(stream);
  const live = stream.isTTY === true;
  let [inputs, done, articles, events, problems] = [0, 0, 0, 0, 0];
  const draw = (part: number): void => {
    if (!live) return;
    const share = inputs === 0 ? 0 : Math.min(1, (done + part) / inputs);
    const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░');
    stream.write(`\r${bar} ${done}/${inputs}  ${articles} articles, ${events} events `);
  };
  return {
    inputs: (total: number) => {
      inputs = total;
    },
    input: () => {
      done++;
      draw(0);
    },
    progress: (coded: number, total: number) => draw(total === 0 ? 0 : coded / total),
    count: (more: number, found: number) => {
      articles += more;
      events += found;
    },
    tell: (found: readonly Problem[]) => {
      for (const one of found)
        stream.write(`${live ? '\r' : ''}${paint.yellow('problem')} ${plain(formatProblem(one))}\n`);
      problems += found.length;
      if (found.length > 0) process.exitCode = 1;
    },
    finish: () => {
      if (live) stream.write('\r');
      stream.write(
        `${articles} articles, ${events} events${problems === 0 ? '' : `, ${problems} problems`}\n`,
      );
    },
  };
}

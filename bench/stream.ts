// Memory of the commands over a long stream of articles: does it reach a plateau?
//   npm run build && npx tsx bench/stream.ts [code|annotate|read|ingest ...] [--mb 60] [--stories]
// Writes a JSONL of articles made by rule, runs the built command over it as a process of its own, reads its output as
// fast as it comes and samples the process's resident memory. Prints the median of each tenth of the run; ends with 1
// where the last tenths need more than the middle ones.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { streamLine } from './stream-articles.ts';

const commands: Readonly<Record<string, (file: string, folder: string) => readonly string[]>> = {
  code: (file) => ['code', '--input', 'jsonl', '--format', 'jsonl', file],
  annotate: (file) => ['annotate', '--input', 'jsonl', file],
  read: (file) => ['read', '--input', 'jsonl', '--format', 'jsonl', file],
  ingest: (file, folder) => ['ingest', '--store', join(folder, 'stream.duckdb'), file],
};
/** How much more than from the fourth to the sixth tenth of the run the last three may need. */
const allowedGrowth = 1.1;
const sampleMs = 250;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mb: { type: 'string', default: '60' }, stories: { type: 'boolean', default: false } },
});
const names = positionals.length === 0 ? Object.keys(commands) : positionals;
const bytes = Number(values.mb) * 1e6;
const unknown = names.filter((name) => commands[name] === undefined);
if (unknown.length > 0 || !(bytes > 0)) {
  console.error(
    `wanted some of ${Object.keys(commands).join(', ')} and --mb with a number; came "${process.argv.slice(2).join(' ')}"`,
  );
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'casus-stream-'));
try {
  const file = join(folder, 'articles.jsonl');
  const articles = await writeArticles(file, bytes);
  console.log(`${articles} articles, ${values.mb} MB`);
  for (const name of names) {
    const extra = values.stories && (name === 'code' || name === 'read') ? ['--stories'] : [];
    await measure(name, [...commands[name]!(file, folder), ...extra], articles);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function writeArticles(file: string, size: number): Promise<number> {
  const out = createWriteStream(file);
  let [count, written] = [0, 0];
  while (written < size) {
    const line = `${streamLine(count++)}\n`;
    written += Buffer.byteLength(line);
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  return count;
}

async function measure(name: string, args: readonly string[], articles: number): Promise<void> {
  const started = performance.now();
  const child = spawn(process.execPath, ['dist/cli.js', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [lines, told] = [0, ''];
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines++;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    told = (told + chunk.toString()).slice(-2000);
  });
  const samples: number[] = [];
  const timer = setInterval(() => {
    const now = residentMegabytes(child.pid!);
    if (now !== null) samples.push(now);
  }, sampleMs);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  // Bad lines are among the articles, so the commands end with 1.
  if (code !== 0 && code !== 1) throw new Error(`casus ${args.join(' ')} ended with ${code}: ${told}`);
  const tenths = Array.from({ length: 10 }, (_, at) => tenth(samples, at));
  const middle = Math.max(...tenths.slice(3, 6));
  const last = Math.max(...tenths.slice(7));
  console.log(
    `${name}: ${seconds.toFixed(0)} s, ${(articles / seconds).toFixed(1)} articles/s, ${lines} lines out`,
  );
  console.log(`  resident MB, median of each tenth: ${tenths.map((mb) => mb.toFixed(0)).join(' ')}`);
  console.log(`  at most ${Math.max(...samples).toFixed(0)} MB; ${told.trim().split('\n').at(-1) ?? ''}`);
  if (last > middle * allowedGrowth) {
    console.log(`  grows: ${last.toFixed(0)} MB at the end, ${middle.toFixed(0)} MB in the middle`);
    process.exitCode = 1;
  }
}

function tenth(samples: readonly number[], at: number): number {
  const from = Math.floor((samples.length * at) / 10);
  const to = Math.max(from + 1, Math.floor((samples.length * (at + 1)) / 10));
  const own = samples.slice(from, to).sort((one, other) => one - other);
  return own[own.length >> 1] ?? Number.NaN;
}

function residentMegabytes(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch {
    return null; // it has ended
  }
}

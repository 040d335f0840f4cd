// Time and memory of one enormous article among small ones: 50 MB of ordinary sentences on one line, as plain text, as
// one paragraph of HTML, and as one field of JSONL between two small articles.
//   npm run build && npx tsx bench/huge.ts [--mb 50]
// Ends with 1 where a run takes 20 s on two cores (40 s of processor time) or 1.2 GB, or where its neighbours are lost.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { streamLine } from './stream-articles.ts';

const bars = { processor: 40, megabytes: 1200 };
const neighbours = 'Russia bombed Kharkiv on Monday, and Ukraine condemned the attack.';

const neighbourCount = 2;

const { values } = parseArgs({ options: { mb: { type: 'string', default: '50' } } });
const text = sentences(Number(values.mb) * 1e6);
const folder = mkdtempSync(join(tmpdir(), 'casus-huge-'));
const path = (name: string): string => join(folder, name);
const small = join(folder, 'small.txt');
writeFileSync(small, neighbours);
const inputs: Readonly<Record<string, string>> = {
  'one.txt': text,
  'one.html': `<html><head><title>A long page</title></head><body><article><p>${text}</p></article></body></html>`,
  'one.jsonl': [neighbours, text, neighbours].map((own) => `${JSON.stringify({ text: own })}\n`).join(''),
  'page.jsonl': [neighbours, `<p>${text}</p>`, neighbours]
    .map((own, at) => `${JSON.stringify(at === 1 ? { html: own } : { text: own })}\n`)
    .join(''),
};
try {
  for (const [name, own] of Object.entries(inputs)) {
    writeFileSync(path(name), own);
    const files = name.endsWith('.jsonl') ? [path(name)] : [small, path(name), small];
    for (const command of ['read', 'annotate', 'code', 'code text', 'ingest']) measure(command, name, files);
    rmSync(path(name));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(command: string, name: string, files: readonly string[]): void {
  const started = performance.now();
  const [first = '', second] = command.split(' ');
  const options: Readonly<Record<string, readonly string[]>> = {
    read: ['--format', 'jsonl'],
    annotate: ['--format', 'json'],
    code: second === undefined ? ['--format', 'jsonl'] : [],
    ingest: ['--store', path(`${name}.duckdb`)],
  };
  const args = ['dist/cli.js', first, ...(options[first] ?? []), ...files];
  // The child tells its own highest memory; time -v would do it too, but is not everywhere.
  const preload = join(folder, 'tell.mjs');
  writeFileSync(
    preload,
    "process.on('exit', () => process.stderr.write(`\\nused ${JSON.stringify(process.resourceUsage())}\\n`));",
  );
  const run = spawnSync(process.execPath, ['--import', preload, ...args], {
    maxBuffer: 2 ** 30,
    encoding: 'buffer',
  });
  const seconds = (performance.now() - started) / 1000;
  const told = run.stderr?.toString() ?? '';
  const used = JSON.parse(/used (\{.*\})/.exec(told)?.[1] ?? '{}') as Partial<NodeJS.ResourceUsage>;
  const megabytes = (used.maxRSS ?? Number.NaN) / 1000;
  const processor = ((used.userCPUTime ?? Number.NaN) + (used.systemCPUTime ?? 0)) / 1e6;
  const out = run.stdout?.toString('latin1') ?? '';
  const problems = [...told.matchAll(/problem [^\n]{0,300}/g)].map(([line]) => line.slice(0, 200));
  const came = Number(
    first === 'ingest' ? /(\d+) articles/.exec(told)?.[1] : out.split('Kharkiv').length - 1,
  );
  console.log(
    `${command} ${name}: ${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor time), ${megabytes.toFixed(0)} MB, exit ${run.status ?? run.signal}, neighbours ${came}, ${out.length} characters out`,
  );
  for (const line of problems) console.log(`  ${line}`);
  const isGood = processor < bars.processor && megabytes < bars.megabytes && (run.status ?? 2) <= 1;
  if (!isGood || came < neighbourCount) {
    console.log('  over the bar');
    process.exitCode = 1;
  }
}

function sentences(size: number): string {
  const parts: string[] = [];
  for (let [number, length] = [1, 0]; length < size; number++) {
    const { text: own } = parse(streamLine(number));
    if (own === undefined) continue;
    const line = own.replace(/\n+/g, ' ');
    parts.push(line);
    length += line.length + 1;
  }
  return parts.join(' ');
}

function parse(line: string): { readonly text?: string } {
  try {
    return JSON.parse(line) as { text?: string };
  } catch {
    return {}; // one of the broken lines
  }
}

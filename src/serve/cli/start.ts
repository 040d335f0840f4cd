// `casus start` (npm start): the main job on the bundled examples, printed and then opened in the desk.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { CasusRecord } from '../../records/index.ts';
import { runCode } from './code.ts';
import { firstPort, freePort, openBrowser, readPort, serveDesk } from './desk.ts';

/** The package's own examples, in order of their names. */
export function exampleFiles(): string[] {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples');
  return readdirSync(folder)
    .filter((name) => /\.(txt|html|xml|jsonl)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

type Flags = { serve: boolean; open: boolean; port?: number };

export function addStart(program: Command): void {
  program
    .command('start')
    .description('code the bundled examples, print the record, and open it in the desk')
    .option('--no-serve', 'only print')
    .option('--no-open', 'do not open the browser')
    .option('--port <number>', 'the port of the desk', readPort)
    .action(async (flags: Flags) => {
      const records: CasusRecord[] = [];
      const keep = (record: CasusRecord): void => {
        records.push(record);
      };
      await runCode(exampleFiles(), { input: 'auto', format: 'text', strict: false }, keep);
      if (flags.serve) await serveExamples(records, flags);
    });
}

/** Serves a store that lasts as long as the command does. */
async function serveExamples(records: readonly CasusRecord[], { open, port }: Flags): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casus-start-'));
  try {
    const store = join(folder, 'casus.duckdb');
    const served = await serveDesk({ store, port: port ?? (await freePort(firstPort)) });
    await served.desk.jobs.take(records);
    process.stderr.write(`The desk is open on these examples at ${served.address} (stop with Ctrl-C)\n`);
    if (open && process.stdout.isTTY) openBrowser(served.address);
    await served.stopped;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

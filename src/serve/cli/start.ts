// `casus start` (npm start): the main job on the bundled examples.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { runCode } from './code.ts';

/** The package's own examples, in order of their names. */
export function exampleFiles(): string[] {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples');
  return readdirSync(folder)
    .filter((name) => /\.(txt|html|xml|jsonl)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

export function addStart(program: Command): void {
  program
    .command('start')
    .description('code the bundled examples and print the record')
    .action(async () => {
      await runCode(exampleFiles(), { input: 'auto', format: 'text', strict: false });
    });
}

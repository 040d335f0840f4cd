// The README is true: its example runs as it stands, every command is in its table and every link leads somewhere.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');

describe('README', () => {
  it('has a library example that runs and prints what it says', () => {
    const block = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const said = /^\/\/ (\S+) (\S+) (\S+) "([^"]*)"/m.exec(block);
    expect(said).not.toBeNull();
    const folder = mkdtempSync(resolve('node_modules', '.readme-'));
    try {
      const file = join(folder, 'example.mts');
      writeFileSync(file, block.replace("'casus'", `'${resolve('src/index.ts')}'`));
      const out = execFileSync(process.execPath, ['--import', 'tsx', file], { encoding: 'utf8' });
      for (const word of said!.slice(1)) expect(out).toContain(word);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it('names every command of the program', () => {
    const help = execFileSync(process.execPath, ['dist/cli.js', '--help'], { encoding: 'utf8' });
    const commands = [...help.matchAll(/^ {2}([a-z][a-z-]*)\b/gm)]
      .map((match) => match[1]!)
      .filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(5);
    expect(commands.filter((name) => !readme.includes(`casus ${name}`))).toEqual([]);
  });

  it('has links that lead somewhere', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map((match) => match[1]!)
      .filter((link) => !/^https?:/.test(link));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });
});

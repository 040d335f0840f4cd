// `casus annotate` as users run it (dist/ is built before the tests).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'casus-annotate-'));
const article = join(folder, 'article.txt');
writeFileSync(
  article,
  'Russia delivered missiles to Iran on Monday. Iran’s army didn’t comment on the delivery of the missiles.\n',
);

function casus(args: string[], input = '') {
  return spawnSync('node', ['dist/cli.js', 'annotate', ...args], {
    input,
    encoding: 'utf8',
    timeout: 50_000,
  });
}

describe('casus annotate', () => {
  it('prints CoNLL-U', () => {
    const { status, stdout } = casus([article]);
    expect(status).toBe(0);
    expect(stdout.match(/^# text = .*$/gm)).toEqual([
      '# text = Russia delivered missiles to Iran on Monday.',
      '# text = Iran’s army didn’t comment on the delivery of the missiles.',
    ]);
    expect(stdout).toMatch(/^2\tdelivered\tdeliver\tVERB\tVBD\t.*\t0\troot\t_\tTokenRange=7:16$/m);
  });

  it('prints one JSON line a document, in order', () => {
    const { stdout } = casus(
      ['--format', 'json', article, '-'],
      'The ministers of the two countries met in Oslo and agreed on a truce.',
    );
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.sentences.length)).toEqual([2, 1]);
    expect(lines[0].sentences[0].tokens[1]).toMatchObject({
      text: 'delivered',
      lemma: 'deliver',
      start: 7,
      head: -1,
    });
  });

  it('analyses given words anew, and the result once more to itself', () => {
    const first = casus([article]).stdout;
    const again = casus(['--conllu', '-'], first).stdout;
    const words = (conllu: string) =>
      conllu.split('\n').map((line) => line.split('\t').slice(0, 9).join('\t'));
    expect(words(again)).toEqual(words(first));
  });

  it('tells misuse and missing files', () => {
    expect(casus([]).status).toBe(2);
    expect(casus(['--conllu', article, article]).status).toBe(2);
    const missing = casus(['--conllu', join(folder, 'none.conllu')]);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('none.conllu');
    expect(casus([join(folder, 'none.txt'), article]).stdout).toContain('# text = Russia');
  });
});

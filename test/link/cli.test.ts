// The commands of the law as users run them: lines in, lines out in order, bad lines told, exit codes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
const run = (args: readonly string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...args], { input, encoding: 'utf8' });
  return { stdout, stderr, status, lines: stdout.split('\n').filter((line) => line !== '') };
};

describe('casus check', () => {
  it('answers one question in words', () => {
    const { stdout, status } = run([
      'check',
      '--from',
      'RUS',
      '--to',
      'PRK',
      '--item',
      'artillery shells',
      '--date',
      '2024-06-20',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('prohibited');
    expect(stdout).toContain('S/RES/2270 (2016) OP6');
    expect(stdout).toContain('Votes: RUS in favour');
  });

  it('answers line by line, in order, and goes on after a bad one', () => {
    const input = [
      '{"id": 1, "from": "RUS", "to": "PRK", "item": "coal", "date": "2024-06-20"}',
      'nonsense',
      '{"id": "three", "from": "PRK", "to": "CHN", "item": "coal", "date": "2024-06-20", "direction": "from"}',
      '{"id": 4, "from": "PRK", "item": "coal", "date": "2024-06-20"}',
      '{"id": 5, "from": "PRK", "to": "CHN", "item": "flying carpets", "date": "2024-06-20", "direction": null}',
    ].join('\n');
    const { lines, stderr, status } = run(['check', '--jsonl', '-'], input);
    const answers = lines.map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual([1, undefined, 'three', 4, 5]);
    expect(answers.map(({ verdict }) => verdict)).toEqual([
      'permitted',
      undefined,
      'prohibited',
      undefined,
      'undecided',
    ]);
    expect(answers[1].problem).toMatchObject({ code: 'bad-json', place: 'standard input:2' });
    expect(answers[3].problem.message).toContain('to:');
    expect(Object.keys(answers[2])).toEqual(
      expect.arrayContaining([
        'id',
        'verdict',
        'measures',
        'citations',
        'exceptions',
        'votes',
        'because',
        'knowledgeDate',
      ]),
    );
    expect(stderr).toContain('standard input:2');
    expect(status).toBe(1);
  });

  it('asks for what is missing', () => {
    expect(run(['check', '--from', 'RUS']).stderr).toContain('--from, --to, --item and --date');
  });
});

describe('casus obliged', () => {
  it('answers line by line', () => {
    const { lines, status } = run(
      ['obliged', '--jsonl', '-'],
      '{"id": "a", "attacked": "PRK", "attacker": "USA", "date": "2026-01-01"}\n',
    );
    const [answer] = lines.map((line) => JSON.parse(line));
    expect(answer.id).toBe('a');
    expect(answer.obliged).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          party: 'RUS',
          treaty: 'RUS-PRK-2024',
          article: 'Article 4',
          kind: 'defense',
        }),
      ]),
    );
    expect(answer.notObliged[0]).toMatchObject({ party: expect.any(String), because: expect.any(String) });
    expect(answer.knowledgeDate).toMatch(/^\d{4}-/);
    expect(status).toBe(0);
  });
});

describe('casus watch-rules', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'casus-watch-')), 'rules.yaml');

  it('explains rules', () => {
    writeFileSync(file, 'rules:\n  - {id: arms, when: {type: AID, recipient: UKR, item: arms}}\n');
    expect(run(['watch-rules', file]).stdout).toContain('AID to Ukraine of arms');
  });

  it('refuses a bad file with line and hint', () => {
    writeFileSync(file, 'rules:\n  - id: arms\n    when:\n      tipe: AID\n');
    const { stderr, status } = run(['watch-rules', file]);
    expect(stderr).toContain(':4: rules.0.when.tipe: unknown key "tipe" (did you mean "type"?)');
    expect(status).toBe(1);
  });
});

// What became of commitments: a table of short dated histories, each with the status it must end in.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trackCommitments } from '../../src/link/track-commitments.ts';
import { record } from './build-records.ts';
import { openLaw, opposites } from './law-fixture.ts';

const law = openLaw();
type Case = { name: string; lines: string[]; expected: string[] };
const cases: Case[] = [];
for (const line of readFileSync(new URL('commitment-cases.txt', import.meta.url), 'utf8').split('\n')) {
  if (line.startsWith('== ')) cases.push({ name: line.slice(3), lines: [], expected: [] });
  else if (line.startsWith('= ')) cases.at(-1)!.expected = line.slice(2).split(' ');
  else if (/^\d/.test(line)) cases.at(-1)!.lines.push(line);
}
const track = (lines: readonly string[]) =>
  trackCommitments(
    lines.map((line) => record(line.slice(0, 10), [line.slice(11)])),
    law,
    opposites,
  );

describe('commitments through time', () => {
  it('has at least 40 histories', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it.each(cases)('$name', ({ lines, expected }) => {
    const tracked = track(lines);
    const shown = tracked
      .flatMap(({ history }) => history.map(({ status, date, because }) => `${status} ${date} ${because}`))
      .join('\n');
    expect(
      tracked.map(({ status }) => status),
      shown,
    ).toEqual(expected);
  });

  it('keeps every step with the event that caused it', () => {
    const [first] = track(cases.find(({ name }) => name === 'triggered and carried out')!.lines);
    expect(first!.history.map(({ status, date }) => [status, date])).toEqual([
      ['open', '2024-06-20'],
      ['triggered', '2024-07-01'],
      ['kept', '2024-08-01'],
    ]);
    expect(first!.history[1]!.event).toMatch(/^e/);
    expect(first!.history[1]!.because).toContain('AID');
  });

  it('joins restatements and keeps all sources', () => {
    const [first] = track(cases.find(({ name }) => name.startsWith('said three times'))!.lines);
    expect(first!.sources.map(({ date }) => date)).toEqual(['2024-06-20', '2024-06-22', '2024-06-25']);
  });

  it('counts an event of the same article only when it is reported after the promise', () => {
    const [first] = trackCommitments(
      [
        record('2024-06-20', [
          'promise DEU: AID DEU > UKR item:arms',
          'AID DEU > UKR item:arms on:2024-01-01',
        ]),
      ],
      law,
      opposites,
    );
    expect(first!.status).toBe('open');
  });
});

// Questions to `check` with known answers: positives, and controls before, after, exempt and unrelated.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/link/check.ts';
import { openLaw } from './law-fixture.ts';

const law = openLaw();
const rows = readFileSync(new URL('check-questions.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('check', () => {
  it('has at least 150 questions', () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
  });

  it.each(rows)('%s > %s: %s on %s is %s', (from, to, item, date, verdict, cite, _source) => {
    const answer = check({ from: from!, to: to!, item: item!, date: date! }, law);
    expect(answer.verdict, answer.because.join('\n')).toBe(verdict);
    if (cite !== '-') expect(answer.citations.join('\n')).toContain(cite);
    expect(answer.because.length).toBeGreaterThan(0);
    expect(answer.knowledgeDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('tells how the parties voted, and leaves out who had no seat', () => {
    const answer = check({ from: 'RUS', to: 'PRK', item: 'missiles', date: '2024-06-20' }, law);
    expect(answer.votes).toEqual({ RUS: 'in favour' });
    const votes = Object.fromEntries(answer.measures.flatMap((measure) => Object.entries(measure.votes)));
    expect(votes['S/RES/2270 (2016)']).toMatchObject({
      USA: 'in favour',
      CHN: 'in favour',
      JPN: 'in favour',
    });
    expect(Object.keys(votes['S/RES/2270 (2016)']!)).toHaveLength(15);
  });

  it('tells abstentions and votes against', () => {
    const yemen = check({ from: 'RUS', to: 'Houthis', item: 'missiles', date: '2020-01-01' }, law);
    expect(yemen.votes).toEqual({ RUS: 'abstained' });
    const iran = check({ from: 'TUR', to: 'IRN', item: 'tanks', date: '2011-01-01' }, law);
    expect(iran.votes).toEqual({ TUR: 'against' });
  });

  it('looks at one side only when told', () => {
    const question = { from: 'PRK', to: 'RUS', item: 'coal', date: '2024-01-01' };
    expect(check({ ...question, direction: 'from' }, law).verdict).toBe('prohibited');
    expect(check({ ...question, direction: 'to' }, law).verdict).toBe('permitted');
  });

  it('lists the exceptions and their procedure', () => {
    const answer = check({ from: 'CHN', to: 'PRK', item: 'rifles', date: '2012-01-01' }, law);
    expect(answer.exceptions[0]?.text).toContain('five days');
  });

  it('says what nearly applied', () => {
    const answer = check({ from: 'RUS', to: 'CAF', item: 'rifles', date: '2024-08-01' }, law);
    expect(answer.because.join('\n')).toContain('ended on 2024-07-29');
  });

  it('never crashes, and never answers with certainty about what it does not know', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (from, to, item) => {
        const answer = check({ from: `${from}§`, to, item, date: '2024-01-01' }, law);
        expect(answer.verdict).toBe('undecided');
      }),
      { numRuns: 200 },
    );
  });
});

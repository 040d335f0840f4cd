// Questions to `obliged` with known answers: duties, days before and after, places outside, aggressors who are allies.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obliged } from '../../src/link/obliged.ts';
import { openLaw } from './law-fixture.ts';

const law = openLaw();
const rows = readFileSync(new URL('obliged-questions.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('obliged', () => {
  it('has at least 80 questions', () => {
    expect(rows.length).toBeGreaterThanOrEqual(80);
  });

  it.each(rows)(
    '%s attacked by %s on %s (%s): %s',
    (attacked, attacker, date, where, expected, treaty, _source) => {
      const answer = obliged(
        { attacked: attacked!, attacker: attacker!, date: date!, where: where === '-' ? undefined : where },
        law,
      );
      const owed = new Set(answer.obliged.map(({ party, kind }) => `${party}=${kind}`));
      const free = new Set(answer.notObliged.map(({ party }) => party));
      const shown = `${[...owed].join(' ')}\nnot: ${[...free].join(' ')}\n${answer.because.join('\n')}`;
      for (const one of expected!.split(/\s+/)) {
        if (one.includes('!')) expect(owed.has(one.replace('!', '=')), `${one}\n${shown}`).toBe(false);
        else if (one.endsWith('?')) expect(free.has(one.slice(0, -1)), `${one}\n${shown}`).toBe(true);
        else expect(owed.has(one), `${one}\n${shown}`).toBe(true);
      }
      if (treaty !== '-') expect(answer.obliged.map((duty) => duty.treaty)).toContain(treaty);
    },
  );

  it('names article, kind and reservations', () => {
    const { obliged: duties } = obliged({ attacked: 'FRA', attacker: 'RUS', date: '2022-01-01' }, law);
    const ireland = duties.find(({ party }) => party === 'IRL');
    expect(ireland).toMatchObject({ treaty: 'EU-42-7', article: 'Article 42(7)', kind: 'defense' });
    expect(ireland?.notes.join()).toContain('neutrality');
  });

  it('says that a place is not known rather than guess', () => {
    const answer = obliged(
      { attacked: 'USA', attacker: 'RUS', date: '2020-01-01', where: 'Fantasy Island' },
      law,
    );
    expect(answer.obliged.filter(({ kind, treaty }) => kind === 'defense' && treaty === 'NATO')).toEqual([]);
    expect(answer.because.join('\n')).toContain('undecided');
  });

  it.each([
    [{ attacked: 'XXX', attacker: 'USA', date: '2020-01-01' }, 'no party "XXX"'],
    [{ attacked: 'FRA', attacker: 'Mordor', date: '2020-01-01' }, 'no party "Mordor"'],
    [{ attacked: 'FRA', attacker: 'DEU', date: '1940-05-10' }, 'begins on'],
    [{ attacked: 'FRA', attacker: 'DEU', date: '2020-13-10' }, 'no day'],
    [{ attacked: 'FRA', attacker: 'FRA', date: '2020-01-01' }, 'itself'],
  ])('is undecided about %o', (question, reason) => {
    const answer = obliged(question, law);
    expect(answer.obliged).toEqual([]);
    expect(answer.because.join('\n')).toContain(reason);
  });

  it('never obliges the attacked, nor the attacker to help', () => {
    const codes = law.treaties.treaties.flatMap(({ parties }) => parties.map(({ state }) => state));
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.constantFrom(...codes),
        fc.date({ min: new Date('1946-01-01'), max: new Date('2025-09-01'), noInvalidDate: true }),
        (attacked, attacker, day) => {
          if (attacked === attacker) return;
          const answer = obliged({ attacked, attacker, date: day.toISOString().slice(0, 10) }, law);
          for (const { party, kind } of answer.obliged) {
            expect(party).not.toBe(attacked);
            if (party === attacker) expect(kind).toBe('nonaggression');
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

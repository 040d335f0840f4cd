// The pattern language: what is refused and how it is told, what matches what, and that the index agrees with the matcher.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../src/knowledge/patterns.ts';
import { viewEvent } from '../../src/link/event-view.ts';
import { compilePattern, matchPattern } from '../../src/link/match.ts';
import { indexPatterns } from '../../src/link/pattern-index.ts';
import { eventTypes } from '../../src/records/event.ts';
import { event } from './build-records.ts';
import { openLaw } from './law-fixture.ts';

const law = openLaw();
const vocabulary = {
  items: law.items,
  countries: law.actors.states.map(({ code }) => code),
  groups: [...law.actors.groupKeys, 'NATO'],
  modes: ['visit', 'aerial'],
  contexts: ['military'],
};

const matches = (raw: unknown, line: string, date: string | null = '2024-06-20') => {
  const { pattern, faults } = parsePattern(raw, vocabulary);
  expect(faults).toEqual([]);
  return matchPattern(compilePattern(pattern), viewEvent(event(line, date), law.items, date), law.isMember);
};

describe('a pattern is refused', () => {
  it.each([
    [{ typ: 'AID' }, 'unknown key "typ"', 'did you mean "type"?'],
    [{ type: 'ASSULT' }, 'unknown event type "ASSULT"', 'did you mean "ASSAULT"?'],
    [{ item: 'artilery' }, 'unknown item category "artilery"', 'did you mean "artillery"?'],
    [{ actor: 'ZZZ' }, 'unknown country code "ZZZ"', null],
    [{ actor: 'Russia' }, '"Russia" is no party', 'a three-letter code (RUS)'],
    [{ actor: '@NATOO' }, 'unknown group "@NATOO"', 'did you mean "NATO"?'],
    [{ actor: [] }, '"actor" lists nothing', null],
    [{ actor: 42 }, '"actor" takes words, not 42', 'quotation marks'],
    [{ actor: { none: 'RUS' } }, 'unknown key "none"', 'did you mean "not"?'],
    [{ date: '2024-02-30' }, 'is no date', 'must exist'],
    [
      { date: { from: '2024-05-01', until: '2024-04-01' } },
      'ends (2024-04-01) before it begins (2024-05-01)',
      null,
    ],
    [{ date: { since: '2024-05-01' } }, 'unknown key "since"', null],
    [{ mode: 'visitt' }, 'unknown mode "visitt"', 'did you mean "visit"?'],
    [{ cameo: '1' }, 'is no CAMEO code', 'quotation marks'],
    [{ where: { attacked: 'USA' } }, '"attacked" is no variable', '$attacked'],
    [{ any: [] }, '"any" holds no pattern', null],
    [{ any: [{ typ: 'AID' }] }, 'unknown key "typ"', 'did you mean "type"?'],
    [{}, 'would match every event', null],
    ['AID', 'a pattern is a set of fields', null],
    [null, 'a pattern is a set of fields', null],
  ])('%j: %s', (raw, message, hint) => {
    const { faults } = parsePattern(raw, vocabulary);
    expect(faults.map((fault) => fault.message).join('\n')).toContain(message);
    if (hint !== null) expect(faults.map((fault) => fault.hint).join('\n')).toContain(hint);
  });
});

describe('a pattern matches', () => {
  it.each([
    [
      { type: 'AID', actor: 'KOR', recipient: 'UKR', item: 'arms' },
      'AID KOR > UKR item:artillery-ammunition',
      true,
    ],
    [
      { type: 'AID', actor: 'KOR', recipient: 'UKR', item: 'artillery-ammunition' },
      'AID KOR > UKR item:arms',
      false,
    ],
    [{ type: 'AID', item: 'arms' }, 'AID KOR > UKR', false],
    [{ type: ['AID', 'COOPERATE'] }, 'COOPERATE KOR > UKR', true],
    [{ type: { not: 'AID' } }, 'AID KOR > UKR', false],
    [{ type: { not: 'AID' } }, 'ASSAULT KOR > UKR', true],
    [{ actor: { not: 'KOR' } }, 'AID KOR > UKR', false],
    [{ actor: { not: 'KOR' } }, 'AID KOR, USA > UKR', true],
    [{ actor: { any: '@NATO', not: 'USA' } }, 'AID USA > UKR', false],
    [{ actor: { any: '@NATO', not: 'USA' } }, 'AID FRA > UKR', true],
    [{ actor: '@NATO' }, 'AID SWE > UKR', true],
    [{ actor: '@NATO' }, 'AID RUS > UKR', false],
    [{ actor: 'al-shabaab' }, 'ASSAULT Al-Shabaab > SOM', true],
    [{ actor: 'COD-REB' }, 'ASSAULT COD-REB > COD', true],
    [{ actor: 'COD-GOV' }, 'ASSAULT COD-REB > COD', false],
    [{ actor: 'COD-GOV' }, 'ASSAULT COD-MIL > UGA', true],
    [{ actor: '@NATO' }, 'ASSAULT FRA-REB > FRA', false],
    [{ recipient: 'UKR' }, 'AID KOR > ', false],
    [{ mode: 'aerial' }, 'ASSAULT RUS > UKR mode:aerial', true],
    [{ mode: { not: 'aerial' } }, 'ASSAULT RUS > UKR mode:aerial', false],
    [{ auxiliary: 'future' }, 'AID KOR > UKR aux:future', true],
    [
      { auxiliary: { not: ['future', 'hypothetical', 'negation'] }, type: 'AID' },
      'AID KOR > UKR aux:future',
      false,
    ],
    [{ place: 'SYR' }, 'ASSAULT RUS > TUR place:SYR', true],
    [{ date: { from: '2024-06-01', until: '2024-06-30' } }, 'AID KOR > UKR', true],
    [{ date: { until: '2024-05' } }, 'AID KOR > UKR', false],
    [{ date: '2024' }, 'AID KOR > UKR', true],
    [{ any: [{ actor: 'KOR' }, { recipient: 'KOR' }] }, 'AID USA > KOR', true],
    [{ any: [{ actor: 'KOR' }, { recipient: 'KOR' }] }, 'AID USA > JPN', false],
    [{ type: 'AID', not: { recipient: 'UKR' } }, 'AID USA > UKR', false],
    [{ actor: '$x', recipient: '$x' }, 'ASSAULT RUS > RUS', true],
    [{ actor: '$x', recipient: '$x' }, 'ASSAULT RUS > UKR', false],
    [{ actor: { any: '$x', not: '$y' }, recipient: '$y' }, 'ASSAULT RUS > RUS', false],
    [{ actor: '$x', recipient: '$y', where: { $y: '@NATO' } }, 'ASSAULT RUS > POL', true],
    [{ actor: '$x', recipient: '$y', where: { $y: '@NATO' } }, 'ASSAULT RUS > UKR', false],
  ])('%j on %s: %s', (raw, line, expected) => {
    expect(matches(raw, line).length > 0).toBe(expected);
  });

  it('with groups as they were on the day', () => {
    expect(matches({ recipient: '@NATO' }, 'ASSAULT RUS > FIN', '2023-04-03')).toEqual([]);
    expect(matches({ recipient: '@NATO' }, 'ASSAULT RUS > FIN', '2023-04-04')).toHaveLength(1);
  });

  it('and tells what the variables stand for', () => {
    expect(
      matches({ type: 'ASSAULT', actor: '$attacker', recipient: '$attacked' }, 'ASSAULT USA, GBR > IRQ'),
    ).toEqual([
      { $attacker: 'USA', $attacked: 'IRQ' },
      { $attacker: 'GBR', $attacked: 'IRQ' },
    ]);
  });

  it('with the Soviet Union as Russia', () => {
    expect(matches({ actor: 'RUS' }, 'ASSAULT SUN > HUN', '1956-11-04')).toHaveLength(1);
  });
});

describe('the index', () => {
  const codes = ['USA', 'RUS', 'PRK', 'KOR', 'FRA', 'COD-REB', 'Houthis', 'SUN'];
  const atoms = fc.constantFrom('USA', 'RUS', 'PRK', 'COD', 'COD-GOV', '@NATO', '$x', '$y', 'houthis');
  const values = fc.oneof(
    atoms,
    fc.uniqueArray(atoms, { minLength: 1, maxLength: 3 }),
    fc.record({ any: fc.uniqueArray(atoms, { minLength: 1 }), not: fc.uniqueArray(atoms) }),
    fc.record({ not: fc.uniqueArray(atoms, { minLength: 1 }) }),
  );
  const flat = fc.record(
    {
      type: fc.constantFrom(...eventTypes.slice(0, 4)),
      actor: values,
      recipient: values,
      item: fc.constantFrom('arms', 'food', 'missiles'),
      where: fc.record({ $x: fc.constantFrom('@NATO', 'RUS') }),
    },
    { requiredKeys: [] },
  );
  const patterns = fc.oneof(
    flat,
    fc.record({
      type: fc.constantFrom(...eventTypes.slice(0, 4)),
      any: fc.array(
        flat.filter((one) => Object.keys(one).length > 0),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  );
  const lines = fc
    .tuple(
      fc.constantFrom(...eventTypes.slice(0, 4)),
      fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 2 }),
      fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 2 }),
      fc.constantFrom('', ' item:arms', ' item:ballistic-missiles'),
    )
    .map(
      ([type, actors, recipients, item]) => `${type} ${actors.join(',')} > ${recipients.join(',')}${item}`,
    );

  it('finds just what the matcher finds, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(patterns, { maxLength: 12 }), lines, (raws, line) => {
        const entries = raws.map((raw, value) => ({ value, pattern: parsePattern(raw).pattern }));
        const view = viewEvent(event(line, '2024-06-20'), law.items);
        const expected = entries
          .filter(({ pattern }) => matchPattern(compilePattern(pattern), view, law.isMember).length > 0)
          .map(({ value }) => value);
        const index = indexPatterns(entries, law.isMember, law.everMembers);
        expect(index.match(view).map(({ value }) => value)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

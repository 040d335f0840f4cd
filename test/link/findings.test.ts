// What events touch, and what would follow from them: findings and what-if over hand-made events.
import { describe, expect, it } from 'vitest';
import { findFindings } from '../../src/link/findings.ts';
import { type Consequence, whatIf } from '../../src/link/what-if.ts';
import type { Event } from '../../src/records/event.ts';
import { commitment, event } from './build-records.ts';
import { openLaw } from './law-fixture.ts';

const law = openLaw();
const find = (one: Event, ...commitments: ReturnType<typeof commitment>[]) =>
  findFindings([one], law, '2024-06-20', commitments);
const worded = (line: string, text: string): Event => ({
  ...event(line),
  evidence: { text, start: 0, end: text.length },
});

describe('findings', () => {
  it('judges a threat to supply by what is threatened', () => {
    const threat = event('THREATEN RUS > PRK item:precision-weapons');
    const promised = { ...commitment('threat RUS: AID RUS > PRK item:arms', '2024-06-20'), event: threat.id };
    expect(find(threat, promised)).toMatchObject([
      {
        event: threat.id,
        rule: 'UNSC-1718',
        verdict: 'prohibited',
        citations: ['S/RES/1718 (2006) OP8(a)(i)', 'S/RES/1874 (2009) OP10', 'S/RES/2270 (2016) OP6'],
        votes: { RUS: 'in favour' },
      },
    ]);
  });

  it('does not take a threat with weapons for a supply', () => {
    expect(find(event('THREATEN PRK > KOR item:nuclear-weapons mode:violence'))).toEqual([]);
  });

  it.each([
    ['AID RUS > PRK item:arms aux:negation', []],
    ['AID RUS > PRK item:food', []],
    ['AID RUS > KOR item:arms', []],
    ['AID PRK > RUS item:artillery-ammunition', ['UNSC-1718 prohibited']],
    ['AID PRK > RUS item:artillery-ammunition aux:hypothetical', ['UNSC-1718 prohibited']],
    ['AID  > PRK item:arms', ['UNSC-1718 prohibited']],
    ['COOPERATE RUS, PRK item:military-training', ['UNSC-1718 prohibited']],
    ['AID IRN > Houthis item:missiles', ['UNSC-2140 prohibited']],
    ['AID DEU > RUS item:electronics', ['EU-RUS prohibited']],
    ['AID CHN > PRK item:crude-oil', ['UNSC-1718 conditional']],
    ['AID ARE > SSD item:drones', ['UNSC-2206 undecided']],
  ])('on %s: %j', (line, expected) => {
    expect(find(event(line)).map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual(expected);
  });

  it('knows a treaty by parties and day', () => {
    const signed = worded('SUPPORT RUS, PRK on:2024-06-19', 'Putin signed a partnership agreement with Kim');
    expect(find(signed)).toMatchObject([
      {
        rule: 'RUS-PRK-2024',
        verdict: 'triggers',
        citations: ['Treaty on Comprehensive Strategic Partnership, 19 June 2024, Article 4'],
      },
    ]);
    expect(
      find(worded('SUPPORT RUS, PRK on:2023-06-19', 'Putin signed a partnership agreement with Kim')),
    ).toEqual([]);
    expect(find(worded('SUPPORT RUS, VNM on:2024-06-19', 'Putin signed a partnership agreement'))).toEqual(
      [],
    );
    expect(find(worded('SUPPORT RUS, PRK on:2024-06-19', 'Putin praised Kim'))).toEqual([]);
  });

  it('tells whom an attack obliges, once a treaty', () => {
    const found = findFindings(
      [event('ASSAULT RUS > POL'), event('ASSAULT RUS > POL mode:aerial')],
      law,
      '2024-06-20',
    );
    expect(found.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      'EU-42-7 obliges',
      'NATO obliges',
    ]);
    expect(find(event('ASSAULT RUS > POL aux:hypothetical'))).toEqual([]);
    expect(find(event('ASSAULT RUS > POL mode:beat'))).toEqual([]);
    expect(find(event('ASSAULT RUS > UKR')).map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      'BUDAPEST-UKR prohibited',
    ]);
  });
});

const paths = (tree: readonly Consequence[]): string[] =>
  tree.flatMap((node) => [`${node.path.join(' > ')} ${node.verdict}`, ...paths(node.then)]);

describe('what if', () => {
  const date = '2025-06-01';

  it('chains a treaty to the resolution that its fulfilment would breach', () => {
    const { tree } = whatIf([event('ASSAULT KOR > PRK')], { law, date });
    expect(paths(tree)).toContain('RUS-PRK-2024 obliges');
    expect(paths(tree)).toContain('RUS-PRK-2024 > UNSC-1718 prohibited');
  });

  it('triggers commitments, carries them out and goes on', () => {
    const threat = commitment('threat RUS: AID RUS > PRK item:arms if AID KOR > UKR item:arms', '2024-06-20');
    const { tree } = whatIf([event('AID KOR > UKR item:artillery-ammunition')], {
      law,
      date,
      commitments: [threat],
    });
    expect(tree[0]).toMatchObject({ rule: threat.id, verdict: 'triggers', event: { type: 'AID' } });
    expect(paths(tree)).toContain(`${threat.id} > UNSC-1718 prohibited`);
    expect(tree[0]!.citations[0]).toContain('2024-06-20');
  });

  it('keeps vague consequences vague', () => {
    const threat = commitment(
      'threat RUS: "make corresponding decisions" if AID KOR > UKR item:arms',
      '2024-06-20',
    );
    const { tree } = whatIf([event('AID KOR > UKR item:arms')], { law, date, commitments: [threat] });
    expect(tree).toMatchObject([{ rule: threat.id, verdict: 'triggers', event: null }]);
    expect(tree[0]!.then).toEqual([]);
  });

  it('tells what a deed keeps and breaks', () => {
    const denial = commitment('denial RUS: never MOBILIZE RUS > UKR item:troops', '2024-06-20');
    const promise = commitment('promise RUS: MOBILIZE RUS > UKR item:troops', '2024-06-20');
    const { tree } = whatIf([event('MOBILIZE RUS > UKR item:troops')], {
      law,
      date,
      commitments: [denial, promise],
    });
    expect(tree.filter(({ kind }) => kind === 'commitment').map(({ verdict }) => verdict)).toEqual([
      'breaks',
      'keeps',
    ]);
  });

  it('ends although two threats set each other off', () => {
    const one = commitment('threat PRK: ASSAULT PRK > KOR if ASSAULT KOR > PRK', '2024-06-20');
    const two = commitment('threat KOR: ASSAULT KOR > PRK if ASSAULT PRK > KOR', '2024-06-20');
    const { tree } = whatIf([event('ASSAULT KOR > PRK')], { law, date, commitments: [one, two] });
    const shown = paths(tree);
    expect(shown).toContain(`${one.id} > ${two.id} triggers`);
    expect(shown.filter((path) => path.endsWith(`${one.id} triggers`)).length).toBeLessThanOrEqual(2);
  });

  it('leaves closed commitments alone', () => {
    const threat = {
      ...commitment('threat RUS: AID RUS > PRK item:arms if AID KOR > UKR item:arms', '2024-06-20'),
      status: 'withdrawn' as const,
    };
    expect(whatIf([event('AID KOR > UKR item:arms')], { law, date, commitments: [threat] }).tree).toEqual([]);
  });

  it('tells a pattern that it can not read', () => {
    const bad = commitment('threat RUS: AID RUS > PRK if AID KOR > UKR', '2024-06-20');
    const broken = { ...bad, condition: { ...bad.condition!, pattern: { typ: 'AID' } } };
    expect(whatIf([event('AID KOR > UKR')], { law, date, commitments: [broken] }).problems).toMatchObject([
      { code: 'bad-pattern' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { isAfter, isBefore } from '../../src/knowledge/actors/dates.ts';
import { compileActors, indexActors } from '../../src/knowledge/actors.ts';

const actors = indexActors(compileActors('knowledge/actors').data);

describe('resolution by date', () => {
  const offices: [country: string, role: string, date: string, person: string][] = [
    ['RUS', 'president', '2024-06-20', 'Vladimir Putin'],
    ['RUS', 'president', '2010-03-01', 'Dmitry Medvedev'],
    ['RUS', 'prime minister', '2010-03-01', 'Vladimir Putin'],
    ['USA', 'president', '2015-05-05', 'Barack Obama'],
    ['USA', 'leader', '2018-05-05', 'Donald Trump'],
    ['USA', 'secretary of state', '2022-02-24', 'Antony Blinken'],
    ['TUR', 'president', '2024-06-20', 'Recep Tayyip Erdogan'],
    ['DEU', 'chancellor', '2014-06-01', 'Angela Merkel'],
    ['DEU', 'leader', '2023-06-01', 'Olaf Scholz'],
    ['GBR', 'prime minister', '2017-06-01', 'Theresa May'],
    ['GBR', 'leader', '2021-06-01', 'Boris Johnson'],
    ['FRA', 'leader', '2019-06-01', 'Emmanuel Macron'],
  ];
  it.each(offices)('%s %s on %s: %s', (country, role, date, person) => {
    expect(actors.inRole(country, role, date)?.name).toBe(person);
  });

  it('keeps kings, presidents and chancellors apart', () => {
    expect(actors.inRole('GBR', 'president', '2017-06-01')).toBeNull();
    expect(actors.inRole('DEU', 'president', '2014-06-01')?.name).not.toBe('Angela Merkel');
    expect(actors.inRole('RUS', 'king', '2017-06-01')).toBeNull();
  });

  it('says nothing for days that the knowledge does not reach', () => {
    expect(actors.inOffice('RUS', 'head-of-state', '1850-01-01')).toBeNull();
    expect(actors.inOffice('XXX', 'head-of-state', null)).toBeNull();
  });

  it('gives a person country and sectors by the office held then', () => {
    const putin = actors.lookup('Putin')[0]!;
    expect(actors.resolve(putin, '2005-01-01')).toMatchObject({
      country: 'RUS',
      sectors: ['GOV'],
      standing: 'current',
    });
    const merkel = actors.lookup('Angela Merkel')[0]!;
    expect(actors.resolve(merkel, '2015-01-01')).toMatchObject({ country: 'DEU', sectors: ['GOV'] });
    expect(actors.resolve(merkel, '2024-01-01')).toMatchObject({
      country: 'DEU',
      sectors: ['ELI'],
      standing: 'former',
    });
    expect(actors.resolve(merkel, '1960-01-01').standing).toBe('future');
  });

  const surnames: [surname: string, date: string, person: string][] = [
    ['Bush', '1990-06-01', 'George H.W. Bush'],
    ['Bush', '2003-06-01', 'George W. Bush'],
    ['Kim', '2024-06-20', 'Kim Jong Un'],
    ['Kim Jong Un', '2024-06-20', 'Kim Jong Un'],
    ['Johnson', '2020-06-01', 'Boris Johnson'],
    ['Wagner', '2024-06-20', 'Wagner Group'],
    ['Osama bin Laden', '2005-01-01', 'Osama bin Laden'],
    ['Kim Jong-un', '2024-06-20', 'Kim Jong Un'],
  ];
  it.each(surnames)('%s on %s is %s', (surname, date, person) => {
    expect(actors.settle(actors.lookup(surname), date)?.name).toBe(person);
  });

  it('does not take a bare surname for a minister long out of office', () => {
    const clarke = actors.lookup('Clarke');
    expect(clarke.length).toBeGreaterThan(0);
    expect(actors.settle(clarke, '2024-06-20')).toBeNull();
  });

  it('calls a state that ended historical, and lets a capital speak for whom it spoke then', () => {
    const soviet = actors.lookup('Soviet Union')[0]!;
    expect(actors.resolve(soviet, '2024-01-01').standing).toBe('former');
    expect(actors.resolve(soviet, '1985-01-01').standing).toBe('current');
    const capitals: [string, string, string][] = [
      ['Moscow', '1985-01-01', 'SUN'],
      ['Moscow', '1995-01-01', 'RUS'],
      ['Belgrade', '1990-01-01', 'YUG'],
      ['Belgrade', '2004-01-01', 'SCG'],
      ['Belgrade', '2020-01-01', 'SRB'],
      ['Bonn', '1985-01-01', 'DEU'],
    ];
    for (const [name, date, code] of capitals) {
      const capital = actors.settle(actors.lookup(name), date);
      expect(capital?.country, `${name} ${date}`).toBe(code);
    }
  });

  it('knows members by date', () => {
    expect(actors.members('@NATO', '1999-01-01')).not.toContain('POL');
    expect(actors.members('NATO', '1999-03-12')).toContain('POL');
    expect(actors.members('@NATO', '2024-06-20')).toHaveLength(32);
    expect(actors.members('@EU', '2018-01-01')).toHaveLength(28);
    expect(actors.members('@EU', '2021-01-01')).toHaveLength(27);
    expect(actors.members('@P5', '2024-01-01')?.toSorted()).toEqual(['CHN', 'FRA', 'GBR', 'RUS', 'USA']);
    expect(actors.members('@P5', '1970-01-01')?.toSorted()).toEqual(['FRA', 'GBR', 'SUN', 'TWN', 'USA']);
    expect(actors.members('@AU', '2024-01-01')).toHaveLength(55);
    expect(actors.members('@OIC', '2024-01-01')).toHaveLength(57);
    expect(actors.members('@NO-SUCH', null)).toBeNull();
  });

  it('finds who heads an organisation', () => {
    expect(actors.inRole('NAT', 'secretary general', '2023-01-01')?.name).toBe('Jens Stoltenberg');
    expect(actors.inRole('IGO', 'chief', '2023-01-01', 'International Atomic Energy Agency')?.name).toBe(
      'Rafael Grossi',
    );
  });
});

describe('dates', () => {
  it('reads a year or month as a whole, both ends inclusive', () => {
    expect(isAfter('2012-12-31', '2012')).toBe(false);
    expect(isAfter('2013-01-01', '2012')).toBe(true);
    expect(isAfter('2012-05-07', '2012-05-07')).toBe(false);
    expect(isBefore('2012-01-01', '2012')).toBe(false);
    expect(isBefore('2012-04-30', '2012-05')).toBe(true);
  });
});

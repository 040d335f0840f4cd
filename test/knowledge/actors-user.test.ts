import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileActors, indexActors, loadUserActors, mergeActors } from '../../src/knowledge/actors.ts';
import { openKnowledge } from '../../src/open.ts';

const { data } = compileActors('knowledge/actors');

const dictionary = `# a comment
FREEDONIA_ [TUR]
+FREEDONIAN # stem
RUFUS_T_FIREFLY_
+PRESIDENT_FIREFLY_
	[TURELI <20191231]
	[TURGOV 20200101-20221231]
	[TUROPP >230101]
SYLVANIAN_LIBERATION_FRONT_ [GRCREB]
HAMAS_ [PSEPTY]
NOBODY_
STRANGE_ [QQQ]
BAD_ [USAGOV 99999999]
`;

describe('dictionaries in the TABARI format', () => {
  const read = loadUserActors(dictionary, 'actors', 'mine.txt', data);
  const actors = indexActors(mergeActors(data, read.actors));
  const at = (name: string, date: string | null) => {
    const [first] = actors.lookup(name);
    return first === undefined ? null : actors.resolve(first, date);
  };

  it('reads names, synonyms, plurals of unstopped names and dated codes', () => {
    expect(at('Freedonia', null)).toMatchObject({ country: 'TUR', sectors: [] });
    expect(actors.match(['The', 'Freedonians', 'left'], 1)?.length).toBe(1);
    expect(actors.match(['Freedonias'], 0)).toBeNull();
    expect(at('Rufus T. Firefly', '2021-05-05')).toMatchObject({ country: 'TUR', sectors: ['GOV'] });
    expect(at('President Firefly', '2024-05-05')).toMatchObject({ sectors: ['OPP'] });
    expect(at('Sylvanian Liberation Front', null)).toMatchObject({ country: 'GRC', sectors: ['REB'] });
  });

  it('wins over the built-in entry of the same name, and only there', () => {
    expect(at('Hamas', null)?.sectors).toEqual(['PTY']);
    expect(actors.lookup('Hamas')).toHaveLength(1);
    expect(at('Hezbollah', null)?.sectors).toContain('REB');
  });

  it('tells what it could not read, with the line', () => {
    expect(read.problems.map(({ code, place }) => [code, place])).toEqual([
      ['no-code', 'mine.txt:11'],
      ['unknown-code', 'mine.txt:12'],
      ['bad-dates', 'mine.txt:13'],
    ]);
  });

  it('reads agents with substitution sets and listed plurals', () => {
    const text =
      '!PERSON! = MAN, WOMEN\nFIRE!PERSON! {} [~GOV]\nZEPPELIN_PILOT {ZEPPELIN_PILOTS} [~MIL]\nBROKEN [~GOV}';
    const { actors: mine, problems } = loadUserActors(text, 'agents', 'agents.txt', data);
    expect(mine.agents.map(({ head }) => head)).toEqual([
      'fireman',
      'firewomen',
      'zeppelin pilot',
      'zeppelin pilots',
    ]);
    expect(problems).toMatchObject([{ code: 'bad-entry', place: 'agents.txt:4' }]);
    const index = indexActors(mergeActors(data, mine));
    expect(index.matchAgent(['zeppelin', 'pilot'], 0)?.agent.sectors).toEqual(['MIL']);
  });

  it('reads CAMEO codes in our terms', () => {
    const table: [string, string | null, string[]][] = [
      ['USAMIL', 'USA', ['MIL']],
      ['IGOUNO', 'UNO', ['IGO']],
      ['IGOEUREEC', 'EUN', ['IGO']],
      ['PSEGZA', 'PSE', []],
      ['---GOV', null, ['GOV']],
      ['TMPOPP', 'TLS', ['OPP']],
      ['AFGINS', 'AFG', ['REB']],
      ['MNCUSA', 'USA', ['BUS']],
      ['---', null, []],
    ];
    for (const [code, country, sectors] of table)
      expect(actors.fromCameo(code), code).toMatchObject({ country, sectors });
  });

  const shared = '../shared/data/dictionaries/Phoenix.Countries.actors.txt';
  it.runIf(existsSync(shared))('reads a whole published dictionary', () => {
    const { actors: mine, problems } = loadUserActors(
      readFileSync(shared, 'utf8'),
      'actors',
      'countries',
      data,
    );
    expect(mine.entities.length).toBeGreaterThan(18_000);
    expect(problems.length).toBeLessThan(100);
  });
});

describe("a user's own YAML", () => {
  it('reads entries of our shape and refuses misspelt keys', () => {
    const yaml = `groups:
  - {name: Sylvanian Front, names: [SFX], country: GRC, sectors: [REB]}
people:
  - country: TUR
    offices:
      - {office: foreign-minister, title: Foreign Minister, person: Chicolini, from: 2020, until: null}
`;
    const { actors: mine, problems } = loadUserActors(yaml, 'actors', 'mine.yaml', data);
    expect(problems).toEqual([]);
    const actors = indexActors(mergeActors(data, mine));
    expect(actors.match(['SFX'], 0)?.actors[0]).toMatchObject({ country: 'GRC', sectors: ['REB'] });
    const bad = loadUserActors('groups: [{name: X, sector: [REB]}]', 'actors', 'mine.yaml', data);
    expect(bad.problems[0]?.code).toBe('bad-knowledge');
    const open = loadUserActors(
      'groups: [{name: X, country: QQQ, sectors: [REB]}]',
      'actors',
      'mine.yaml',
      data,
    );
    expect(open.problems[0]?.code).toBe('unknown-code');
  });

  it('tells the line of each fault', () => {
    const placesOf = (yaml: string) =>
      loadUserActors(yaml, 'actors', 'mine.yaml', data).problems.map(({ code, place }) => [code, place]);
    const open = `groups:
  - {name: Sylvanian Front, country: GRC, sectors: [REB]}
  - {name: Other Front, country: QQQ, sectors: [REB]}
agents:
  - {heads: [zeppelin pilot], sectors: [MIL], kind: person}
  - {heads: [airshipman, airshipwoman], sectors: [ZZZ], kind: person}
people:
  - country: TUR
    offices:
      - {office: foreign-minister, title: Foreign Minister, person: Chicolini, from: 2020, until: null}
      - {office: grand-vizier, title: Grand Vizier, person: Pinky, from: 2020, until: null}
`;
    expect(placesOf(open)).toEqual([
      ['unknown-code', 'mine.yaml:11'],
      ['unknown-code', 'mine.yaml:3 (Other Front)'],
      ['unknown-code', 'mine.yaml:6 (airshipman)'],
      ['unknown-code', 'mine.yaml:6 (airshipwoman)'],
    ]);
    expect(placesOf('groups:\n  - name: X\n    sector: [REB]\n')).toEqual([['bad-knowledge', 'mine.yaml:2']]);
    expect(placesOf('groups:\n  - {name: X\n')[0]).toEqual(['bad-yaml', 'mine.yaml:3']);
  });
});

describe('a dictionary that is opened', () => {
  it('tells its bad lines, all of them, and counts the rest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'casus-actors-'));
    const file = join(folder, 'mine.txt');
    const bad = Array.from({ length: 30 }, (_, at) => `NOBODY_${at}_\n`).join('');
    writeFileSync(file, `FREEDONIA_ [TUR]\n${bad}`);
    const told: string[] = [];
    const { actors } = openKnowledge({
      actors: [file],
      onProblems: (problems) => told.push(...problems.map(({ place }) => place ?? '')),
    });
    rmSync(folder, { recursive: true });
    expect(told).toEqual(Array.from({ length: 30 }, (_, at) => `${file}:${at + 2}`));
    expect(actors.lookup('Freedonia')[0]?.country).toBe('TUR');
  });
});

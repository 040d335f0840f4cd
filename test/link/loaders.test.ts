// Knowledge of the law that is refused, with file, line and what was meant; and what holds for all that is there.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileItems } from '../../src/knowledge/items.ts';
import { loadWatchRules } from '../../src/knowledge/patterns-rules.ts';
import { compileRegimes } from '../../src/knowledge/regimes.ts';
import { compileTreaties } from '../../src/knowledge/treaties.ts';
import { ProblemError } from '../../src/records/problem.ts';
import { knowledgeDir, openLaw } from './law-fixture.ts';

const law = openLaw();
const vocabulary = {
  items: law.items,
  countries: law.actors.states.map(({ code }) => code),
  groups: law.actors.groupKeys,
};

function problemsOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError)
      return error.problems.map(({ place, message, hint }) => `${place}: ${message} (${hint})`).join('\n');
    throw error;
  }
  return '';
}

/** A copy of the knowledge with one file changed. */
function changed(file: string, from: string | RegExp, to: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'casus-law-'));
  for (const part of ['treaties', 'regimes', 'items', 'un', 'triggers.yaml', 'areas.yaml', 'coverage.yaml']) {
    cpSync(join(knowledgeDir, part), join(dir, part), { recursive: true });
  }
  const text = readFileSync(join(dir, file), 'utf8');
  const next = text.replace(from, to);
  expect(next).not.toBe(text);
  writeFileSync(join(dir, file), next);
  return dir;
}

describe('knowledge is refused', () => {
  it.each([
    [
      'treaties/RUS-PRK-2024.yaml',
      'force:',
      'inforce:',
      'treaties/RUS-PRK-2024.yaml:1: Unrecognized key: "inforce"',
    ],
    [
      'treaties/RUS-PRK-2024.yaml',
      '2024-12-04',
      '2024-02-30',
      'treaties/RUS-PRK-2024.yaml:5: force: no date',
    ],
    [
      'treaties/RUS-PRK-2024.yaml',
      '2024-12-04',
      '2023-12-04',
      'ends (2023-12-04) before it begins (2024-06-19)',
    ],
    [
      'treaties/RUS-PRK-2024.yaml',
      '[RUS, PRK]',
      '[RUS, PRQ]',
      'treaties/RUS-PRK-2024.yaml:6: unknown country code "PRQ"',
    ],
    ['treaties/RUS-PRK-2024.yaml', 'kind: defense', 'kind: defence', 'obligations.0.kind'],
    [
      'treaties/RUS-PRK-2024.yaml',
      'when: threat-or-attack',
      'when: thread',
      'no trigger "thread" (known: armed-attack',
    ],
    [
      'treaties/RUS-PRK-2024.yaml',
      'when: threat-or-attack',
      'when: {type: ASSULT}',
      'obligations.1.when.type: unknown event type "ASSULT" (did you mean "ASSAULT"?)',
    ],
    ['treaties/RUS-PRK-2024.yaml', 'id: RUS-PRK-2024', 'id: RUS-PRK', "differs from the file's name"],
    ['treaties/RUS-PRK-2024.yaml', 'parties: [', 'parties: [[', 'treaties/RUS-PRK-2024.yaml:'],
  ])('%s: %s -> %s', (file, from, to, expected) => {
    const dir = changed(file, from, to);
    expect(problemsOf(() => compileTreaties(dir, vocabulary, dir))).toContain(expected);
  });

  it.each([
    ['regimes/UNSC-1718.yaml', 'item: textiles', 'item: textils', 'unknown item category "textils"'],
    [
      'regimes/UNSC-1718.yaml',
      'cites: [S/RES/1695 OP3]',
      'cites: [S/RES/9999 OP3]',
      "S/RES/9999 isn't in un/resolutions.yaml",
    ],
    [
      'regimes/UNSC-1718.yaml',
      'until: 2009-06-11',
      'until: 2005-06-11',
      'ends (2005-06-11) before it begins (2006-10-14)',
    ],
    ['regimes/UNSC-1718.yaml', 'direction: from', 'direction: form', 'direction'],
    [
      'regimes/UNSC-1718.yaml',
      'target: [PRK]',
      'target: [PRQ]',
      'regimes/UNSC-1718.yaml:4: target.recipient.0: unknown country code "PRQ"',
    ],
    ['un/resolutions.yaml', 'against: [CUB]', 'against: [CUB, NOR]', 'NOR had no seat in the Council'],
  ])('%s: %s -> %s', (file, from, to, expected) => {
    const dir = changed(file, from, to);
    expect(problemsOf(() => compileRegimes(dir, vocabulary, dir))).toContain(expected);
  });

  it.each([
    [
      'items/artillery.yaml',
      '[register-arms]',
      '[register-arm]',
      'no item category "register-arm" (did you mean "register-arms"?)',
    ],
    ['items/arms.yaml', 'parents: []', 'parents: [artillery]', 'parents go round'],
    ['items/artillery.yaml', '- howitzer\n', '- howitzer\n  - tank\n', '"tank" stands under'],
    ['items/artillery.yaml', 'words:', 'word:', 'Unrecognized key: "word"'],
  ])('%s: %s -> %s', (file, from, to, expected) => {
    const dir = changed(file, from, to);
    expect(problemsOf(() => compileItems(join(dir, 'items'), dir))).toContain(expected);
  });
});

describe("a user's rules", () => {
  const load = (yaml: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'casus-rules-')), 'rules.yaml');
    writeFileSync(file, yaml);
    return loadWatchRules(file, vocabulary);
  };

  it('are read', () => {
    const rules = load(
      'rules:\n  - id: arms\n    when: {type: AID, recipient: UKR, item: arms}\n    tell: arms for Ukraine\n',
    );
    expect(rules).toMatchObject([{ id: 'arms', tell: 'arms for Ukraine', assume: null }]);
  });

  it.each([
    ['rules:\n  - id: arms\n    wen: {type: AID}\n', 'rules.yaml:2: rules.0: Unrecognized key: "wen"'],
    [
      'rules:\n  - id: arms\n    when:\n      tipe: AID\n',
      'rules.yaml:4: rules.0.when.tipe: unknown key "tipe" (did you mean "type"?)',
    ],
    ['rules:\n  - {id: a, when: {type: AID}}\n  - {id: a, when: {type: AID}}\n', 'two rules are called "a"'],
    [
      'rules:\n  - {id: a, when: {type: AID, actor: $x}, assume: {type: ASSAULT, actor: $y}}\n',
      '$y stands in "assume" and not in "when" (known here: $x)',
    ],
    ['rules:\n  - {id: a, when: {type: AID}, assume: {type: AID}}\n', 'rules go round: a > a'],
    [
      'rules:\n  - {id: a, when: {type: AID}, assume: {type: ASSAULT, actor: RUS}}\n  - {id: b, when: {type: ASSAULT, actor: RUS}, assume: {type: AID}}\n',
      'rules go round: a > b > a',
    ],
    ['rules: []\n', 'Too small'],
    ['rules: [\n', 'rules.yaml:'],
  ])('%j is refused', (yaml, expected) => {
    expect(problemsOf(() => load(yaml))).toContain(expected);
  });

  it('that can not meet are no cycle', () => {
    const rules = load(
      'rules:\n  - {id: a, when: {type: AID, actor: RUS}, assume: {type: ASSAULT, actor: RUS}}\n  - {id: b, when: {type: ASSAULT, actor: USA}, assume: {type: AID, actor: RUS}}\n',
    );
    expect(rules).toHaveLength(2);
  });
});

describe('the knowledge', () => {
  it('holds at least 80 treaties, each with a source', () => {
    expect(law.treaties.treaties.length).toBeGreaterThanOrEqual(80);
    for (const treaty of law.treaties.treaties) expect(treaty.source.length, treaty.id).toBeGreaterThan(3);
  });

  it('names only places that can be found', () => {
    const known = new Set([
      ...law.actors.states.map(({ code }) => code),
      ...Object.keys(law.treaties.areas),
      '@parties',
    ]);
    for (const { id, obligations } of law.treaties.treaties) {
      for (const { territory } of obligations) {
        for (const { area } of [...(territory?.inside ?? []), ...(territory?.outside ?? [])])
          expect(known.has(area), `${id}: ${area}`).toBe(true);
      }
    }
  });

  it('gives every resolution fifteen votes', () => {
    for (const { symbol, votes } of law.regimes.resolutions)
      expect(Object.keys(votes), symbol).toHaveLength(15);
  });

  it('matches the votes on record', () => {
    const tally = (symbol: string) => {
      const votes = Object.values(law.regimes.bySymbol.get(symbol)!.votes);
      return ['in favour', 'against', 'abstained']
        .map((vote) => votes.filter((one) => one === vote).length)
        .join('-');
    };
    expect(tally('S/RES/1718')).toBe('15-0-0');
    expect(tally('S/RES/1929')).toBe('12-2-1');
    expect(tally('S/RES/1973')).toBe('10-0-5');
    expect(tally('S/RES/661')).toBe('13-0-2');
    expect(tally('S/RES/2428')).toBe('9-0-6');
    expect(tally('S/RES/1483')).toBe('14-0-0');
  });
});

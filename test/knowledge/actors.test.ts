import { describe, expect, it } from 'vitest';
import { compileActors } from '../../src/knowledge/actors/compile.ts';
import { indexActors, loadActors } from '../../src/knowledge/actors.ts';

const { data, problems } = compileActors('knowledge/actors');
const actors = indexActors(data);

const words = (text: string) => text.split(' ');

/** The reading of the name at the head of the words that fits the date, as "COUNTRY SECTORS form". */
function read(text: string, date: string | null = '2024-06-20'): string | null {
  const found = actors.match(words(text), 0);
  if (found === null) return null;
  const actor = actors.settle(found.actors, date);
  if (actor === null) return 'ambiguous';
  const { country, sectors } = actors.resolve(actor, date);
  return [country ?? '-', ...sectors, actor.form].join(' ');
}

describe('the knowledge of actors', () => {
  it('loads without problems: closed codes, no double entries, no name claimed twice in silence', () => {
    expect(problems).toEqual([]);
    expect(loadActors('knowledge/actors').problems).toEqual([]);
  });

  it('has every member of the United Nations, with ids that are unique', () => {
    expect(actors.members('@UN', '2024-06-20')).toHaveLength(193);
    for (const key of ['iso2', 'wikidata'] as const) {
      const ids = actors.states.filter(({ kind }) => kind !== 'former').flatMap((state) => state[key] ?? []);
      expect(new Set(ids).size, key).toBe(ids.length);
    }
    for (const state of actors.states.filter(({ kind }) => kind === 'state')) {
      expect(data.names.some(([, , number]) => data.entities[number]?.id === `state:${state.code}`)).toBe(
        true,
      );
      expect(state.iso2, state.code).not.toBeNull();
      expect(state.wikidata, state.code).not.toBeNull();
    }
  });

  it('is large: states, places and bodies, organisations, groups, companies, agents', () => {
    const count = (kind: string) => data.entities.filter((entity) => entity.kind === kind).length;
    expect(count('state')).toBeGreaterThanOrEqual(195);
    expect(count('body')).toBeGreaterThan(300);
    expect(count('organisation')).toBeGreaterThan(250);
    expect(count('group')).toBeGreaterThan(250);
    expect(count('company')).toBeGreaterThan(250);
    expect(data.agents.length).toBeGreaterThan(2000);
  });

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });
});

describe('match', () => {
  const table: [text: string, reading: string | null][] = [
    ['U.S. officials', 'USA name'],
    ['US officials', 'USA name'],
    ['us all', null],
    ['United States', 'USA name'],
    ['UNITED STATES TROOPS', 'USA name'],
    ['turkey soup', null],
    ['Turkey said', 'TUR name'],
    ['Türkiye', 'TUR name'],
    ['Turkish president', 'TUR adjective'],
    ['North Korea', 'PRK name'],
    ["North Korea 's leader", 'PRK name'],
    ['N. Korea', 'PRK name'],
    ['South Koreans', 'KOR demonym'],
    ["Côte d'Ivoire", 'CIV name'],
    ['Guinea - Bissau', 'GNB name'],
    ['Guinea - based', 'GIN name'],
    ['Democratic Republic of the Congo', 'COD name'],
    ['Republic of the Congo', 'COG name'],
    ['Moscow', 'RUS capital'],
    ['Kyiv', 'UKR capital'],
    ['Kremlin', 'RUS GOV seat'],
    ['White House', 'USA GOV seat'],
    ['white house', null],
    ['Downing Street', 'GBR GOV seat'],
    ['Élysée', 'FRA GOV seat'],
    ['Pentagon', 'USA MIL seat'],
    ['Knesset', 'ISR LEG name'],
    ['IDF', 'ISR MIL name'],
    ['Revolutionary Guards', 'IRN MIL name'],
    ['al - Qaeda', '- REB name'],
    ['Al-Qaeda', '- REB name'],
    ['Hezbollah', 'LBN REB PTY name'],
    ['Houthi rebels', 'YEM REB name'],
    ['it IS', null],
    ['EU', 'EUN IGO name'],
    ['Nato', 'NAT IGO name'],
    ['UN Security Council', 'UNO IGO name'],
    ['Amnesty International', '- NGO HRI name'],
    ['Gaza strip', 'PSE name'],
    ['Dominican', 'ambiguous'],
    ['Congolese', 'COD adjective'],
    ['Georgia', 'GEO name'],
  ];
  it.each(table)('%s: %s', (text, reading) => {
    expect(read(text)).toBe(reading);
  });

  it('takes the longest name and says how many words it spans', () => {
    expect(actors.match(words('the United Arab Emirates said'), 1)?.length).toBe(3);
    expect(actors.match(words('the al - Shabaab group'), 1)?.length).toBe(3);
    expect(actors.match(words('South Africa'), 1)?.actors[0]?.name).toBe('Africa');
  });

  it('does not take a common word for a name first in a sentence or before a number', () => {
    expect(actors.match(words('May said so'), 0)).toBeNull();
    expect(actors.match(words('on May 5'), 1)).toBeNull();
    expect(actors.match(words('NEW CAR BOMB KILLS TEN'), 1)).toBeNull();
  });

  it('takes a bare surname for the known person only where the words around it allow', () => {
    const at = (text: string, i: number) =>
      actors.match(words(text), i)?.actors.some(({ form }) => form === 'surname') ?? false;
    expect(at('Yesterday Putin said', 1)).toBe(true);
    expect(at('the Russian President Putin', 3)).toBe(true);
    expect(at('talks between Mr. Putin and others', 3)).toBe(true);
    expect(at('police said Keith Lamont Johnson had died', 4)).toBe(false);
    expect(at('the actor Kevin Johnson', 3)).toBe(false);
    expect(at('then Boris Bullingdon Johnson', 3)).toBe(true);
  });

  it('tells LeT from let', () => {
    expect(actors.match(words('members of LeT were'), 2)?.actors[0]?.country).toBe('PAK');
    expect(actors.match(words('but Let them'), 1)).toBeNull();
  });

  it('never throws and never spans nothing, whatever the words', () => {
    for (const text of ["'", '-', '', '. . .', 'U.S. - -', '’ s', '(', '- Qaeda']) {
      for (const at of [0, 1, 9]) expect(actors.match(words(text), at)?.length ?? 1).toBeGreaterThan(0);
    }
  });
});

describe('matchAgent', () => {
  const table: [lemmas: string, sectors: string[], length: number][] = [
    ['foreign ministry spokesman', ['GOV'], 3],
    ['troop in the field', ['MIL'], 1],
    ['rebel', ['REB'], 1],
    ['opposition leader', ['OPP'], 2],
    ['police officer', ['COP'], 2],
    ['prosecutor', ['JUD'], 1],
    ['human rights group', ['HRI'], 3],
    ['aid worker', ['NGO'], 2],
    ['asylum - seeker', ['REF'], 3],
    ['secretary of state', ['GOV'], 3],
    ['gunman', ['UAF'], 1],
  ];
  it.each(table)('%s', (lemmas, sectors, length) => {
    const found = actors.matchAgent(words(lemmas), 0);
    expect(found?.agent.sectors).toEqual(sectors);
    expect(found?.length).toBe(length);
  });
  it('knows no table or chair', () => {
    expect(actors.matchAgent(['table'], 0)).toBeNull();
  });
});

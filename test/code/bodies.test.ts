// Bodies of states: a name that one state's body bears alone tells the state; another state named beside it wins.
import { describe, expect, it } from 'vitest';
import { codeAll } from '../../src/pipeline.ts';
import { readText } from '../../src/read/index.ts';
import { testTools } from '../tools.ts';

const cases = [
  ['The Department of Justice accused North Korea.', 'USA'],
  ['The Philippine Department of Justice condemned China.', 'PHL'],
  ["South Africa's Department of Energy thanked Russia.", 'ZAF'],
  ['The Department of Justice of Ireland thanked Spain.', 'IRL'],
  ['The Brazilian Congress condemned Peru.', 'BRA'],
  ['The Law Society of Kenya condemned Uganda.', 'KEN'],
  ['The Bar Council of India condemned Pakistan.', 'IND'],
  ['The Bank of Ghana praised Togo.', 'GHA'],
  ['Malawi Central Bank thanked Japan.', 'MWI'],
  ['The Federal Foreign Office summoned the Iranian ambassador.', 'DEU'],
  ['The Riksbank praised Norway.', 'SWE'],
  ['The Russian State Duma condemned Latvia.', 'RUS'],
] as const;

describe('a body of a state', () => {
  it.each(cases)('%s %s', async (text, country) => {
    const source = readText(`Title\n\n${text}`, { title: 'Title', published: '2024-06-20' });
    for await (const { record } of codeAll([source], await testTools()))
      expect(record?.events.flatMap(({ actors }) => actors.map((actor) => actor.country))).toEqual([country]);
  });
});

describe('a body that no index knows', () => {
  it('is of its state, but is not the state', async () => {
    const source = readText('Title\n\nThe Bar Council of India condemned Pakistan.', {
      title: 'Title',
      published: '2024-06-20',
    });
    for await (const { record } of codeAll([source], await testTools())) {
      const [actor] = record!.events[0]!.actors;
      expect(actor).toMatchObject({ country: 'IND', wikidata: null });
      expect(actor!.name).not.toBe('India');
    }
  });
});

// What single sentences give, end to end: type, mode, countries of actors and recipients. Each stands for a construction.
import { describe, expect, it } from 'vitest';
import { codeAll } from '../../src/pipeline.ts';
import { readText } from '../../src/read/index.ts';
import type { Event, Party } from '../../src/records/index.ts';
import { testTools } from '../tools.ts';

/** `TYPE/mode ACTORS > RECIPIENTS`, by country, or by sector where no country is known. */
const cases: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'things and papers stand for whoever made them': [
    ['Missiles launched by Iran hit an Israeli air base.', ['ASSAULT IRN > ISR']],
    ['Troops deployed by Rwanda seized the Congolese town.', ['ASSAULT RWA > COD']],
    ['A letter signed by Macron criticised Israel.', ['ACCUSE/disapprove FRA > ISR']],
    [
      'A report commissioned by the European Union blamed Georgia for starting the war.',
      ['ACCUSE EUN > GEO'],
    ],
    ['A statement issued in Pyongyang denounced the United States.', ['ACCUSE/disapprove PRK > USA']],
    ['A book found in Pyongyang delighted the United States.', []],
  ],
  'what protesters do by force is a riot': [
    ['Protesters torched the Iranian consulate in Basra.', ['PROTEST/vandalize OPP > IRN']],
    ['Iraqi police clashed with protesters from Syria.', ['PROTEST/riot SYR > IRQ']],
    ['Iraqi soldiers clashed with Syrian rebels.', ['ASSAULT IRQ+SYR > ']],
    ['Protesters kidnapped two Chilean diplomats.', ['ASSAULT/abduct OPP > CHL']],
    ['A South African mob lynched a Mozambican migrant.', ['ASSAULT ZAF > MOZ']],
  ],
  'a claim of responsibility makes the claimant the doer': [
    [
      'Hezbollah claimed responsibility for an attack that killed two Israeli soldiers.',
      ['ASSAULT LBN > ISR'],
    ],
    [
      'Hezbollah condemned an attack that killed two Israeli soldiers.',
      ['ACCUSE/disapprove LBN > ', 'ASSAULT  > ISR'],
    ],
  ],
  'what is said of a subject is a charge too': [
    ['Iran alleges that Israel was behind the blast.', ['ACCUSE IRN > ISR']],
    ['Rwanda alleged that France was aware of the killings.', ['ACCUSE RWA > FRA']],
  ],
  'demands that one faces have been made': [
    [
      'The Iraqi government faces demands from Tehran to expel American troops.',
      ['REQUEST/change IRN > IRQ'],
    ],
  ],
  'names in odd case are names': [
    ['President macron condemned iSrael.', ['ACCUSE/disapprove FRA > ISR']],
    ['The farmer roasted a turkey for the british guests.', []],
  ],
};

const side = (parties: readonly Party[]): string =>
  parties.map(({ country, sectors }) => country ?? sectors.join(',')).join('+');
const show = ({ type, mode, auxiliary, actors, recipients }: Event): string =>
  [`${type}${mode === null ? '' : `/${mode}`}`, ...auxiliary, `${side(actors)} > ${side(recipients)}`].join(
    ' ',
  );

describe.each(Object.entries(cases))('%s', (_, sentences) => {
  it.each(sentences)('%s', async (text, expected) => {
    const tools = await testTools();
    for await (const { record } of codeAll([readText(text, { published: '2024-06-20' })], tools))
      expect(record!.events.map(show)).toEqual(expected);
  });
});

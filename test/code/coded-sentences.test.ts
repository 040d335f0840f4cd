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
    ['Protesters torched the Iranian consulate in Basra.', ['PROTEST/vandalize IRQ > IRN']],
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
  'a doer may stand with the deed': [
    ['Ten people died in shelling by Russian forces in Kharkiv.', ['ASSAULT RUS > UKR']],
    ['An Iranian general was assassinated in a U.S. drone strike.', ['ASSAULT/targeted USA > IRN']],
    ['The Kabul bombing killed two German soldiers.', ['ASSAULT  > DEU']],
    ['Ten people died in a fire in Kharkiv.', []],
  ],
  'verbs with particles have their objects': [
    ['Rebels shot down a Syrian army helicopter near Homs.', ['ASSAULT/aerial REB > SYR']],
    ['FARC rebels handed over their weapons to UN monitors.', ['RETREAT/disarm COL > UNO']],
  ],
  'the same is told again of another': [
    [
      'Bahrain recalled its ambassador from Beirut. So did Kuwait.',
      ['SANCTION/withdraw BHR > LBN', 'SANCTION/withdraw KWT > LBN'],
    ],
    ['Bahrain recalled its ambassador from Beirut. Kuwait did not.', ['SANCTION/withdraw BHR > LBN']],
  ],
  'what one is forced to do one does': [
    ['France was forced to withdraw its troops from Mali.', ['RETREAT/withdraw FRA > MLI']],
    ['Russia forced Moldova to sign the agreement.', ['COERCE/restrict RUS > MDA']],
  ],
  '"the three states" are a row of just so many': [
    [
      'Norway, Iceland and Denmark recalled their envoys from Tripoli. Prime Minister Giorgia Meloni of Italy urged the three states to reconsider.',
      ['SANCTION/withdraw NOR+ISL+DNK > LBY', 'REQUEST ITA > NOR+ISL+DNK'],
    ],
  ],
  'forces and states hold no protests': [
    ['Kenyan soldiers stormed the parliament of Uganda.', ['ASSAULT KEN > UGA']],
    ['China blocked roads to Vilnius.', ['COERCE/restrict CHN > LTU']],
  ],
  'clauses in a row share whom they are aimed at': [
    [
      'Peru recalled its envoy from Mexico City and threatened to cut ties.',
      ['SANCTION/withdraw PER > MEX', 'THREATEN/relations PER > MEX'],
    ],
  ],
  '"not only" and "not until" deny nothing': [
    [
      'Moscow has not only expelled Finnish diplomats but also closed the border with Estonia.',
      ['SANCTION/expel RUS > FIN', 'COERCE/restrict RUS > EST'],
    ],
    ['Neither Egypt nor Jordan expelled Israeli diplomats.', ['SANCTION/expel negation EGY+JOR > ISR']],
  ],
  'persons whom no index knows are what their titles say': [
    [
      'The Finnish army spokesman, Colonel Pekka Traore, denied the report. Traore accused France of lying.',
      ['REJECT FIN > ', 'ACCUSE FIN > FRA'],
    ],
  ],
  'tens of thousands are who they are thousands of': [
    ['Tens of thousands of Georgians marched in Tbilisi against the law.', ['PROTEST/demo GEO > ']],
    ['Hundreds of thousands of people rallied in Warsaw on Sunday.', ['PROTEST/demo POL > ']],
    ['Dozens of Nigerian soldiers were killed by Boko Haram.', ['ASSAULT NGA > NGA']],
  ],
  'a number alone counts what was counted before': [
    [
      'France expelled 35 Russian diplomats. Denmark kicked out 15.',
      ['SANCTION/expel FRA > RUS', 'SANCTION/expel DNK > RUS'],
    ],
    [
      'Hamas released eleven Israeli hostages. Israel freed 33.',
      ['RETREAT/release PSE > ISR', 'RETREAT/release ISR > CVL'],
    ],
  ],
  'an item of a list goes on with the line before it': [
    [
      'Berlin, 3 May 2024\n\nSince January the Polish army has:\n\n- delivered medicine to Sudan\n- expelled two Chilean diplomats',
      ['AID POL > SDN', 'SANCTION/expel POL > CHL'],
    ],
    [
      'France calls on Rwanda to:\n\n- withdraw its troops from Congo\n- release the Chilean diplomats',
      ['REQUEST/yield FRA > RWA'],
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

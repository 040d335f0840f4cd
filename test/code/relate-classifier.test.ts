// The trained judge of marked pairs on sentences of our own: the right roots, reasons given, the same twice.
import { describe, expect, it } from 'vitest';
import { type RelateAnswer, type RelateQuestion, relateAll } from '../../src/relate.ts';
import { testTools } from '../tools.ts';

const table: readonly [sentence: string, actor: string, recipient: string, type: string][] = [
  ['Peru accused Chile of spying on its navy.', 'Peru', 'Chile', 'ACCUSE'],
  // PLOVER, as CAMEO 057: to sign a formal agreement is SUPPORT; to agree to do something is AGREE.
  ['Norway and Kenya signed an agreement on fisheries.', 'Norway', 'Kenya', 'SUPPORT'],
  ['Jordan agreed to release two Syrian soldiers.', 'Jordan', 'Syrian soldiers', 'AGREE'],
  ['Finland sent food and medicine to Sudan.', 'Finland', 'Sudan', 'AID'],
  ['Rebel forces shelled the Malian army near Gao.', 'Rebel forces', 'the Malian army', 'ASSAULT'],
  ['The foreign minister of Ghana met his Togolese counterpart.', 'Ghana', 'Togolese', 'CONSULT'],
  ['Bolivia urged Brazil to reopen the border.', 'Bolivia', 'Brazil', 'REQUEST'],
  ['Police arrested three opposition leaders in Kampala.', 'Police', 'opposition leaders', 'COERCE'],
  ['Thousands of farmers demonstrated against the government.', 'farmers', 'the government', 'PROTEST'],
  ['Armenia rejected the proposal of Georgia.', 'Armenia', 'Georgia', 'REJECT'],
  ['Iceland threatened Denmark with a boycott.', 'Iceland', 'Denmark', 'THREATEN'],
];

function question(text: string, actor: string, recipient: string): RelateQuestion {
  const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  return {
    id: text,
    place: 'table',
    pair: { text, actor: span(actor), recipient: span(recipient) },
    problems: [],
  };
}

async function answers(classifier?: boolean): Promise<RelateAnswer[]> {
  const asked = table.map(([text, actor, recipient]) => question(text, actor, recipient));
  const out: RelateAnswer[] = [];
  const options = classifier === undefined ? {} : { classifier };
  for await (const one of relateAll(asked, await testTools(), options)) out.push(one);
  return out;
}

describe('the classifier of marked pairs', () => {
  it('reads the table, with its reasons', async () => {
    const found = await answers();
    expect(found.map(({ id, answer }) => `${answer?.type} ${id}`)).toEqual(
      table.map(([text, , , type]) => `${type} ${text}`),
    );
    for (const { answer } of found) {
      expect(answer?.because[0]).toMatch(/^classifier: [A-Z]+ \(\d+ %\), strongest: /);
      expect(answer?.confidence).toBeGreaterThan(0);
      expect(answer?.confidence).toBeLessThanOrEqual(1);
    }
  });

  it('says the same twice', async () => {
    expect(await answers()).toEqual(await answers(true));
  });

  it('is silent when it is left out', async () => {
    for (const { answer } of await answers(false)) expect(answer?.because.join()).not.toMatch(/classifier/);
  });
});

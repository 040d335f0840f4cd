// Short texts: what isn't English is refused by its name, and English full of foreign names is not.
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read/index.ts';

const others = [
  ['fr', 'Le ministre est arrivé à Paris.'],
  ['fr', 'Macron rencontre Scholz à Berlin'],
  ['de', 'Die Bundesregierung liefert Panzer an die Ukraine'],
  ['es', 'Rusia ataca Kiev con misiles'],
  ['pt', 'O presidente do Brasil viajou para Lisboa'],
  ['it', 'Il presidente è arrivato a Roma'],
  ['nl', 'De premier heeft de wapens aan Oekraïne beloofd'],
  ['pl', 'Prezydent Duda spotkał się z premierem'],
  ['tr', 'Erdoğan Putin ile görüştü'],
  ['sv', 'Statsministern träffade presidenten i Stockholm'],
  ['ro', 'Președintele României a sosit la București'],
  ['vi', 'Chủ tịch nước gặp Tổng thống Nga'],
  ['ru', 'Путин прибыл в Ханой'],
  ['ar', 'وصل الرئيس إلى القاهرة'],
  ['zh', '总统抵达北京'],
  ['ko', '대통령 도착'],
] as const;

const english = [
  'Putin arrives in Hanoi',
  'Scholz, Macron meet in Berlin',
  'Zelenskyy visits Rzeszów',
  'Viktor Orbán meets Aleksandar Vučić',
  'Lula da Silva defends Dilma Rousseff',
  'Bundestag passes Bundeswehr budget',
  'Rassemblement National wins',
  'Houthis attack tanker',
  'Haftar, Dbeibah, Menfi, Saleh: Libyan rivals sign Skhirat deal',
  'Kagame, Tshisekedi, Ruto, Museveni, Ndayishimiye, Hassan attend Nairobi summit',
  'Ministers Lavrov, Shoigu, Wang Yi, Qin Gang, Hossein Amir-Abdollahian, Hakan Fidan and Faisal Mekdad met Sergei Vershinin, Ali Bagheri Kani, Ma Zhaoxu at Astana, Nur-Sultan, Kazakhstan.',
  'Bosnia’s Milorad Dodik, Željko Komšić, Denis Bećirović, Željka Cvijanović clash',
  'NATO',
] as const;

describe('the language of a short text', () => {
  it.each(others)('%s: %s', (language, text) => {
    const { document, problems } = readText(text);
    expect(document?.language).toBe(language);
    expect(problems.map(({ code }) => code)).toEqual(['not-english']);
  });

  it.each(english)('English: %s', (text) => {
    expect(readText(text).problems).toEqual([]);
  });
});

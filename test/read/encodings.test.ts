// Files in the encodings of the world, declared, undeclared and declared wrongly.
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/read/index.ts';
import { all } from './show.ts';

const story = (name: string) =>
  `President ${name} meets rivals\n\nWARSAW, June 19 (Reuters) - President ${name} met opposition leaders on Wednesday, officials said, as the government pressed for talks with its neighbours.`;
const page = (charset: string, name: string) =>
  `<!doctype html><html><head><meta charset="${charset}"></head><body><article><p>${story(name)}</p></article></body></html>`;
const read = async (bytes: Uint8Array) => (await all(readBytes(bytes, { name: 'a' })))[0]!;

const singleByte = [
  ['windows-1252', 'Hélène Lefèbvre “Noël”'],
  ['iso-8859-2', 'Wałęsa of Łódź, Gdańsk'],
  ['iso-8859-2', 'Škvorecký of Plzeň, Žižkov'],
  ['windows-1251', 'Путин'],
  ['koi8-r', 'Путин'],
  ['windows-1253', 'Μητσοτάκης'],
  ['windows-1254', 'Erdoğan of İstanbul, Şişli'],
] as const;

describe('an English article with foreign names', () => {
  it.each(singleByte)('in %s, with %s', async (encoding, name) => {
    for (const source of [story(name), page(encoding, name), page('utf-8', name)]) {
      const { document, problems } = await read(iconv.encode(source, encoding));
      expect(document?.text).toContain(name);
      expect(document?.language).toBe('en');
      expect(problems).toEqual([]);
    }
    // A page that declares what it is not.
    expect((await read(Buffer.from(page(encoding, name)))).document?.text).toContain(name);
  });

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('in %s', async (encoding) => {
    const name = 'Hélène Łódź';
    const marked = iconv.encode(`\ufeff${story(name)}`, encoding, { addBOM: false });
    expect((await read(marked)).document?.text).toContain(name);
    if (encoding.startsWith('utf-16')) {
      const bare = iconv.encode(story(name), encoding, { addBOM: false });
      expect((await read(bare)).document?.text).toContain(name);
    }
  });

  it('in UTF-8 that is cut within a letter or holds a stray byte', async () => {
    const whole = Buffer.from(story('Łódź Gdańsk'));
    const cut = await read(Buffer.concat([whole, Buffer.from([0xc5])]));
    const stray = await read(Buffer.concat([whole, Buffer.from([0x92]), Buffer.from(' So said Gdańsk.')]));
    expect(cut.document?.text).toContain('Łódź Gdańsk');
    expect(stray.document?.text).toContain('Łódź Gdańsk');
  });
});

/** One name to an article, the hardest case: no other word tells the encoding. */
const names: Readonly<Record<string, readonly [least: number, names: string]>> = {
  'windows-1250': [
    0.86,
    'Plzeň; Jiří Kovář; Miloš Zeman of Třebíč; Karel Dvořák; Božena Němcová; Jaromír Šťastný; Ondřej Růžička; Luděk Kříž; Zdeněk Hřib; Bohuslav Svoboda of Děčín; Peter Pellegrini of Banská Bystrica; Ľudovít Štúr; Andrej Kiňo; Katarína Roskoványi; Robert Kaliňák; Juraj Blanár; Radosław Sikorski; Władysław Kosiniak; Gdańsk; Łódź; Zbigniew Rau of Łęczyca; Wojciech Jabłoński; Grzegorz Święch; Elżbieta Witek; Jarosław Kaczyński; Péter Szijjártó; Győr; Gergely Gulyás; Balázs Hidvéghi; Ferenc Gyurcsány of Hódmezővásárhely; Katalin Cseh; Levente Magyar, Fűzfő; Aleksandar Vučić; Slobodan Milošević; Andrej Plenković; Gordan Grlić Radman; Zoran Milanović; Tanja Fajon of Črnomelj; Borut Pahor; Željka Cvijanović; Bisera Turković; Nicolae Ciucă; Bogdan Aurescu of Brăila; Klaus Iohannis; Ion Iliescu of Olteniţa; Marian Lupu, Bălţi; Traian Băsescu; Tomáš Petříček; Martin Dvořák; Jana Černochová; Karel Řehka; Eduard Heger; Rastislav Káčer; Ivan Korčok; Lubomír Zaorálek; Karel Havlíček; Jan Lipavský; Michał Dworczyk; Paweł Jabłoński; Zuzana Čaputová; Petr Fiala of Brno-Líšeň',
  ],
  'windows-1252': [
    0.97,
    'Hélène Lefèbvre; François Noël; Ségolène; Jean-Noël Barrot; Catherine Colonna of Besançon; Thérèse Benoît; Emmanuel Valls, Nîmes; Raphaël Glucksmann; José Nuñez; Peña Nieto; Iván Duque of Ibagué; Nicolás Maduro; Ñuñoa; João Gomes Cravinho; Simões; Magalhães; São Tomé; Guimarães; Conceição; Lars Løkke Rasmussen; Mette Frederiksen of Aalborg, Sønderjylland; Bjørn Søndergaard; Anders Åslund; Tromsø; Ann Linde of Malmö; Håkan Jönsson; Åse Kleveland; Espen Barth Eide of Ålesund; Jürgen Hardt; Günther Oettinger of Münster; Annalena Baerbock of Weiß; Göran Persson; Niinistö; Þorgerður Katrín; Guðlaugur Þór; Davíð Oddsson; Niccolò Ghedini; Forlì; Però di Prodi; Cefalù; Mattarella of Palermo, città; Lluís Companys; Núria Marín; Íñigo Urkullu; Begoña Villacís; C; Mária; Zoë Baird; Eloïse; Anaïs; Ghislaine Maës; Père Lachaise; Bæk; Færøerne; Jørn Støre; Jonas Gahr Støre; Anniken Huitfeldt of Jessheim, Kjærlighet; Pål Jonson; Carl Bildt of Halmstad; Hervé Morin of Pont-Audemer, Évreux; Sébastien Lecornu; Stéphane Séjourné; Yaël Braun-Pivet; Côte',
  ],
  'windows-1254': [
    0.92,
    'Erdoğan; Mevlüt Çavuşoğlu; Hulusi Akar of Kayseri, İstanbul; Kılıçdaroğlu; Şişli; Bahçeli; Yaşar Güler; Hakan Fidan of Iğdır; Süleyman Soylu; Ömer Çelik; Tuğrul Türkeş; Beşiktaş; Diyarbakır',
  ],
};

describe('single names without a declaration', () => {
  it.each(Object.entries(names))('of the languages of %s are read', async (encoding, [least, list]) => {
    const own = list.split('; ');
    const wrong: string[] = [];
    for (const name of own) {
      const { document } = await read(iconv.encode(story(name), encoding));
      if (document?.text.includes(name) !== true) wrong.push(name);
    }
    expect(1 - wrong.length / own.length, wrong.join('; ')).toBeGreaterThanOrEqual(least);
  });
});

const eastAsian = [
  [
    'shift_jis',
    'ja',
    '首相は水曜日にモスクワで大統領と会談し、両国は新しい条約に署名したと政府が発表した。首相は「重要な一歩だ」と述べた。',
  ],
  [
    'gb18030',
    'zh',
    '国务院总理星期三在莫斯科与总统会谈，两国签署了新条约，政府宣布。总理说这是重要的一步。双方同意加强合作。',
  ],
  ['euc-kr', 'ko', '대통령은 수요일 모스크바에서 회담을 갖고 새로운 조약에 서명했다고 정부가 발표했다.'],
] as const;

describe('an article in another language', () => {
  it.each(eastAsian)('in %s is told to be %s', async (encoding, language, text) => {
    const { document, problems } = await read(iconv.encode(text, encoding));
    expect(document).toMatchObject({ text, language });
    expect(problems.map(({ code }) => code)).toEqual(['not-english']);
  });
});

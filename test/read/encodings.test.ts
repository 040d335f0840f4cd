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

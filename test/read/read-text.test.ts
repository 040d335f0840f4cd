// Plain text as scrapers deliver it -> title, blocks, and clean text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSkipped, readJsonl, readText } from '../../src/read/index.ts';
import { all, blocksOf, documentOf, kindsOf } from './show.ts';

const acceptance = '../shared/acceptance/putin-north-korea';

describe('readText', () => {
  it.runIf(existsSync(`${acceptance}.txt`))('reads the acceptance article as a careful reader does', () => {
    const result = readText(readFileSync(`${acceptance}.txt`, 'utf8'));
    const wanted = JSON.parse(readFileSync(`${acceptance}.expected.json`, 'utf8')).document as {
      title: string;
      titleCount: number;
      published: { from: string; to: string };
      language: string;
      blocks: { kind: string; text: string }[];
    };
    const document = documentOf(result);
    const blocks = blocksOf(result);
    expect(document.title).toBe(wanted.title);
    expect(blocks.filter((block) => block === `headline: ${wanted.title}`)).toHaveLength(wanted.titleCount);
    expect(document.published! >= wanted.published.from && document.published! <= wanted.published.to).toBe(
      true,
    );
    expect(document.language).toBe(wanted.language);
    for (const { kind, text } of wanted.blocks)
      expect(blocks.some((block) => block.startsWith(`${kind}: ${text}`))).toBe(true);
    expect(result.problems).toEqual([]);
  });

  it('takes the title once, and finds it again in other case and with broken spacing', () => {
    const text =
      'U.S. and Cuba agree to talks\n\nU. S. And Cuba Agree To Talks\n\nThe two governments said so.\n\nU.S. AND CUBA AGREE TO TALKS';
    expect(kindsOf(readText(text))).toEqual(['headline', 'repeat', 'paragraph', 'repeat']);
  });

  it('takes the title of the metadata, with or without the name of the site', () => {
    const text = 'Cuba agrees to talks\nHavana said so on Monday.';
    expect(documentOf(readText(text, { title: 'Cuba agrees to talks | Example News' })).title).toBe(
      'Cuba agrees to talks',
    );
    const added = readText('Havana said so on Monday.', { title: 'Cuba agrees to talks' });
    expect(blocksOf(added)).toEqual([
      'headline: Cuba agrees to talks',
      'paragraph: Havana said so on Monday.',
    ]);
  });

  it('leaves a lone sentence without a title', () => {
    expect(documentOf(readText('Russia bombed Kharkiv on Monday.')).title).toBeNull();
    expect(kindsOf(readText('Russia bombs Kharkiv'))).toEqual(['paragraph']);
  });

  it('parts a dateline from its paragraph on the same line', () => {
    const document = documentOf(
      readText('Pact signed\n\nMOSCOW, June 19, 2024 (Reuters) - Russia signed a pact.'),
    );
    expect(document.text).toBe('Pact signed\n\nMOSCOW, June 19, 2024 (Reuters) - Russia signed a pact.');
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['headline', 'dateline', 'paragraph']);
  });

  it('joins hard-wrapped lines and keeps one-line paragraphs apart', () => {
    const wrapped =
      'The foreign ministers of the two countries met in Geneva on Monday and\nagreed to exchange prisoners before the end of the month, officials\nsaid. A further meeting is planned.\n\nThe Red Cross will help to carry out the exchange, which is the first\nbetween the two sides since the war began.';
    expect(kindsOf(readText(wrapped))).toEqual(['paragraph', 'paragraph']);
    const lines =
      'Seoul said that the pact violated sanctions.\nMoscow rejected the charge on Thursday.\nTokyo expressed concern.';
    expect(kindsOf(readText(lines))).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });

  it('knows subheadings, lists and quotes', () => {
    const text =
      'Summit ends in Vilnius\n\nThe leaders left on Wednesday.\n\nWhat was agreed\n\nThey agreed on three points.\n- More aid for Kyiv.\n- A new council.\n\n> We stand together.\n\nThe next summit is in Washington.';
    expect(kindsOf(readText(text))).toEqual([
      'headline',
      'paragraph',
      'headline',
      'paragraph',
      'list',
      'list',
      'quote',
      'paragraph',
    ]);
  });

  it('takes the lines under "Related stories" for links, up to the next sentence', () => {
    const long =
      'The two presidents met again in the evening and spoke for an hour about the border between their countries.';
    const text = `Pact signed in Minsk\n\nThey signed on Monday.\n\nRelated stories\nWhy it matters\nWhat is in it\n\n${long}`;
    expect(kindsOf(readText(text))).toEqual([
      'headline',
      'paragraph',
      'boilerplate',
      'link',
      'link',
      'paragraph',
    ]);
  });

  it('cleans what could harm: controls, bidirectional overrides, zero widths, lone surrogates, entities', () => {
    const { text } = documentOf(
      readText('Kim\u0000 &amp;\u00a0Putin\u202e met\u200b in \ud800Vladi\u00advostok,\r\nthey said.'),
    );
    expect(text).toBe('Kim & Putin met in \ufffdVladivostok,\n\nthey said.');
  });

  it('says which other language a text is in, and keeps it', () => {
    const result = readText(
      'Der Bundeskanzler reist nach Kiew und trifft dort Präsident Selenskyj zu Gesprächen über weitere Hilfe.',
    );
    expect(documentOf(result).language).toBe('de');
    expect(result.problems.map(({ code, message }) => [code, message.includes('German')])).toEqual([
      ['not-english', true],
    ]);
    expect(isSkipped(result.problems)).toBe(true);
    expect(documentOf(readText('Путин прибыл в Пхеньян в среду.')).language).toBe('ru');
  });

  it.each([
    'Putin met Kim.',
    'Russia bombed Kharkiv. Zelensky condemned Moscow.',
    'Kyiv',
    'Macron, Scholz, Tusk meet Zelensky',
  ])('does not refuse short English: %s', (text) => {
    expect(readText(text).problems).toEqual([]);
  });

  it('gives the same id to the same article and another to another address', () => {
    const id = (url: string | null) => documentOf(readText('A pact was signed.', { url })).id;
    expect(id(null)).toMatch(/^[0-9a-f]{16}$/);
    expect(id(null)).toBe(id(null));
    expect(id('https://example.org/a')).not.toBe(id(null));
    expect(documentOf(readText('A pact was signed.', { id: 'mine' })).id).toBe('mine');
  });

  it('reads no more than six million characters of an article, and says so', async () => {
    const text = 'Kim met Putin on Monday. '.repeat(250_000);
    const lines = ['Putin met Kim.', text, 'Kim met Putin.'].map((own) => JSON.stringify({ text: own }));
    const results = await all(readJsonl(lines, { name: 'a.jsonl' }));
    expect(results.map(({ problems }) => problems.map(({ code, place }) => [code, place]))).toEqual([
      [],
      [['text-cut', 'a.jsonl:2']],
      [],
    ]);
    expect(results.map(({ document }) => document?.text.length)).toEqual([14, 5_999_999, 14]);
  });

  it('takes no more than the beginning of an endless title', () => {
    const { document, problems } = readText('A pact was signed.', { title: 'On and on '.repeat(1000) });
    expect(document!.title!.length).toBeLessThanOrEqual(2000);
    expect(problems.map(({ code }) => code)).toEqual(['bad-field']);
  });

  it('finds nothing to read in nothing', () => {
    expect(readText(' \n\t ').problems[0]!.code).toBe('empty-file');
  });
});

describe('the examples', () => {
  const files = readdirSync('examples').filter((file) => file.endsWith('.txt'));
  it('are at least ten', () => expect(files.length).toBeGreaterThanOrEqual(10));
  it.each(files)('%s has one title, a date, and no page furniture among what is coded', (file) => {
    const result = readText(readFileSync(`examples/${file}`, 'utf8'));
    const document = documentOf(result);
    expect(result.problems).toEqual([]);
    expect(blocksOf(result).filter((block) => block === `headline: ${document.title}`)).toHaveLength(1);
    expect(document.published).toMatch(/^202[2-5]-\d\d-\d\d$/);
    const coded = blocksOf(result).filter((block) => /^(?:headline|paragraph|quote|list): /.test(block));
    expect(coded.length).toBeGreaterThanOrEqual(6);
    expect(coded.join('\n')).not.toMatch(
      /\((?:AFP|AP|Casus)\)|cookie|newsletter|rights reserved|Read (?:more|also)|Reporting by|Share (?:on|this)/i,
    );
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBoundaries } from '../../src/annotate/boundaries.ts';
import { splitText } from '../../src/annotate/split.ts';

const boundaries = readBoundaries(readFileSync(new URL('../../models/boundaries.bin', import.meta.url)));
const split = (text: string) => splitText(text, 0, text.length, boundaries);

describe('words', () => {
  it.each([
    ["They don't know.", "They do n't know ."],
    ['They won’t go.', 'They wo n’t go .'],
    ["Russia's army cannot advance.", "Russia 's army can not advance ."],
    ['The ministers’ talks failed.', 'The ministers ’ talks failed .'],
    ["We're gonna win, aren't we?", "We 're gon na win , are n't we ?"],
    ['It cost $5 or 3.5% of 1,200 euros.', 'It cost $ 5 or 3.5 % of 1,200 euros .'],
    ['The U.S. Army met Gen. Kim (South Korea).', 'The U.S. Army met Gen. Kim ( South Korea ) .'],
    ['A 21-gun salute in the anti-tank zone', 'A 21 - gun salute in the anti-tank zone'],
    [
      'See https://example.org/a-b_c?d=1, or mail me@example.org.',
      'See https://example.org/a-b_c?d=1 , or mail me@example.org .',
    ],
    ['“Stop!” he said … and left.', '“ Stop ! ” he said … and left .'],
    ['"No," she said.', '" No , " she said .'],
    ["It's 5 p.m. in St. Petersburg", "It 's 5 p.m. in St. Petersburg"],
    ['The Russia-North Korea summit', 'The Russia - North Korea summit'],
    ['Talks [in Geneva] resumed; nobody spoke.', 'Talks [ in Geneva ] resumed ; nobody spoke .'],
  ])('%s', (text, words) => {
    expect(
      split(text)
        .flat()
        .map((piece) => piece.text)
        .join(' '),
    ).toBe(words);
  });
});

describe('sentences', () => {
  it.each([
    ['Gen. Kim met Mr. Putin in the U.S. on Friday.', 1],
    ['J. R. Smith paid $3.5 million to Acme Inc. for it.', 1],
    ['“We will not yield,” he said. “Not now.”', 2],
    ['He called it "a disgrace." She agreed.', 2],
    ['Troops left the city (they had come in May). Nobody saw them.', 2],
    ['Will they come? They will! Nobody knows.', 3],
    ['The talks ended', 1],
    ['North Korea (officially the DPRK) fired a missile. Japan protested.', 2],
    ['The law, signed in Jan. 2014, has 12.5 pages. It is short.', 2],
    ['He left the U.S. The talks went on.', 2],
  ])('%s', (text, count) => {
    expect(split(text).length).toBe(count);
  });
});

describe('any string', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    // Lone surrogates, emoji, scripts, marks and blanks, mixed.
    fc
      .array(
        fc.constantFrom(
          '\ud800',
          '\udfff',
          '😀',
          'ض',
          '北',
          'é',
          '\u200b',
          "n't",
          '...',
          ' ',
          '\u00a0',
          '\n',
          '"',
          '’',
          '.',
          'U.S.',
          '5',
          'Ab',
          '-',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );

  it('covers every character that is not white space, once, in order', () => {
    fc.assert(
      fc.property(text, (any) => {
        const pieces = split(any).flat();
        let at = 0;
        for (const piece of pieces) {
          expect(any.slice(at, piece.start).trim()).toBe('');
          expect(piece.end).toBeGreaterThan(piece.start);
          expect(any.slice(piece.start, piece.end)).toBe(piece.text);
          at = piece.end;
        }
        expect(any.slice(at).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('takes a megabyte without blanks or of marks only', { timeout: 20_000 }, () => {
    for (const unit of ['a', '"', '.', "n't", '(“', '3,'])
      expect(split(unit.repeat(1_000_000 / unit.length)).length).toBeGreaterThan(0);
  });
});

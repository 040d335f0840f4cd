// Whatever the text, the whole annotator covers it: every character in one token with right offsets, one tree a sentence.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/annotate/annotate.ts';
import { readConllu, writeConllu } from '../../src/annotate/conllu.ts';
import type { Annotated } from '../../src/records/index.ts';
import { makeDocument, openModel } from './open-model.ts';

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Iran', 'ships', 'left', "didn't", 'U.S.', '12.5', 'the', 'F-16') },
  { weight: 3, arbitrary: fc.constantFrom('.', ',', '"', '“', '’', '(', '...', '-', '?!', '$', '%') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('😀', '👩‍👩‍👧', '🇫🇷', '北京', 'привет', 'مرحبا', 'é', '\u0301', 'İ', 'ﬁ', 'ß'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\ud800', '\udfff', '\u200b', '\ufeff', '\u202e', '\u0000', '\ufffd'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', '', '\n', '\t', '\u00a0', '\u2028')), { maxLength: 120 })
  .map((parts) => parts.flat().join(''));

function expectCovered({ document, sentences }: Annotated): void {
  const covered = new Uint8Array(document.text.length);
  for (const sentence of sentences) {
    expect(sentence.tokens.filter(({ head }) => head === -1).length).toBe(1);
    for (const token of sentence.tokens) {
      expect(document.text.slice(token.start, token.end)).toBe(token.text);
      expect(token.start).toBeGreaterThanOrEqual(sentence.start);
      expect(token.end).toBeLessThanOrEqual(sentence.end);
      expect(token.head).toBeLessThan(sentence.tokens.length);
      for (let at = token.start; at < token.end; at++) covered[at]!++;
    }
  }
  // Split by UTF-16 unit: a lone surrogate is a character too.
  const wrong = [...covered.entries()].filter(
    ([at, times]) => times !== (/\s/.test(document.text[at]!) ? 0 : 1),
  );
  expect(wrong.filter(([at, times]) => times > 1 || !/\s/.test(document.text[at]!))).toEqual([]);
}

async function annotateAny(any: string): Promise<Annotated> {
  return annotate(makeDocument(any, '2024-06-19'), { model: await openModel() });
}

describe('any text through the whole annotator', () => {
  it('is covered by tokens with right offsets, in trees', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(text, async (any) => {
        const annotated = await annotateAny(any);
        expectCovered(annotated);
        // And comes back from CoNLL-U word for word.
        const words: string[] = [];
        for await (const read of readConllu([writeConllu(annotated)], 'property')) {
          expect('problem' in read).toBe(false);
          if ('sentence' in read) words.push(...read.sentence.words);
        }
        expect(words).toEqual(annotated.sentences.flatMap(({ tokens }) => tokens.map((token) => token.text)));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['5,000 tokens without a stop', `${'ships and planes , '.repeat(1250)}left`],
    ['5,000 emoji', '😀 '.repeat(5000)],
    ['5,000 lone surrogates', '\ud83d '.repeat(5000)],
    ['5,000 words of many scripts', 'Oslo 北京 привет مرحبا שלום '.repeat(1000)],
    ['no letters', '12,5 % -- ... (3) / 4 = 7 !!! '.repeat(600)],
  ])('takes %s', { timeout: 60_000 }, async (_, any) => {
    const annotated = await annotateAny(any);
    expectCovered(annotated);
    expect(annotated.sentences.flatMap(({ tokens }) => tokens).length).toBeGreaterThanOrEqual(5000);
  });
});

// Near-duplicates: a wire story in several papers is one story; other articles are not.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, signText } from '../../src/read/duplicates.ts';
import { createStoryIndex, readText } from '../../src/read/index.ts';
import { documentOf } from './show.ts';

const texts = readdirSync('examples')
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(`examples/${file}`, 'utf8'));
const article = (text: string, id: string) => documentOf(readText(text, { id }));
const sign = (text: string) => signText(text)!.signature;
const word = fc.stringMatching(/^[a-z]{2,9}$/);
const wordsOf = (minLength: number) => fc.array(word, { minLength, maxLength: 200 });

/** Sentences of eight words that no other text has. */
const wordy = (words: number) =>
  Array.from({ length: words }, (_, at) => `w${(at * 7919) % 10007}${at % 8 === 7 ? '.' : ''}`).join(' ');

describe('createStoryIndex', () => {
  it('keeps different articles apart', () => {
    const index = createStoryIndex();
    const matches = texts.map((text, at) => index.add(article(text, `a${at}`)));
    expect(matches.map(({ duplicateOf }) => duplicateOf)).toEqual(texts.map(() => null));
  });

  it('finds a story again that another paper cut and furnished', () => {
    const index = createStoryIndex();
    for (const [at, text] of texts.entries()) index.add(article(text, `a${at}`));
    for (const [at, text] of texts.entries()) {
      const paragraphs = text.split('\n\n');
      const cut = [
        ...paragraphs.slice(0, -2),
        'Subscribe to our newsletter',
        'Our own reporter wrote this last sentence.',
      ].join('\n\n');
      const match = index.add(article(cut, `b${at}`));
      expect(match).toMatchObject({ story: `a${at}`, duplicateOf: `a${at}` });
      expect(match.similarity).toBeGreaterThan(0.5);
    }
  });

  it('finds a copy that was cut to its first third', () => {
    const index = createStoryIndex();
    const whole = wordy(300);
    index.add(article(whole, 'whole'));
    const third = whole.split('. ').slice(0, 13).join('. ');
    expect(index.add(article(`${third}.`, 'cut'))).toMatchObject({ story: 'whole', duplicateOf: 'whole' });
  });

  it('gives a third paper the story of the first', () => {
    const index = createStoryIndex();
    for (const id of ['a', 'b', 'c']) expect(index.add(article(texts[0]!, id)).story).toBe('a');
  });

  it('forgets the oldest when it is full', () => {
    const index = createStoryIndex({ capacity: 4 });
    for (const [at, text] of texts.slice(0, 6).entries()) index.add(article(text, `a${at}`));
    expect(index.add(article(texts[0]!, 'again')).duplicateOf).toBeNull();
    expect(index.add(article(texts[5]!, 'late')).duplicateOf).toBe('a5');
  });

  it('takes the same text for a duplicate, whatever it is', () => {
    fc.assert(
      fc.property(wordsOf(1), (words) => {
        const index = createStoryIndex({ capacity: 16 });
        const text = `${words.join(' ')}.`;
        index.add(article(text, 'a'));
        expect(index.add(article(text, 'b'))).toEqual({ story: 'a', duplicateOf: 'a', similarity: 1 });
      }),
      { numRuns: 50 },
    );
  });
});

describe('the signature', () => {
  it('estimates the Jaccard similarity of the shingles', () => {
    const shingles = (words: readonly string[]) =>
      new Set(words.slice(0, -3).map((_, at) => words.slice(at, at + 4).join(' ')));
    fc.assert(
      fc.property(wordsOf(30), wordsOf(30), fc.nat({ max: 100 }), (one, other, share) => {
        const mixed = [...one.slice(0, Math.floor((one.length * share) / 100)), ...other];
        const [left, right] = [shingles(one), shingles(mixed)];
        const both = [...left].filter((shingle) => right.has(shingle)).length;
        const truth = both / (left.size + right.size - both);
        // 128 samples: the standard error is at most 0.044, and five of them never happen.
        expect(Math.abs(compare(sign(one.join(' ')), sign(mixed.join(' '))) - truth)).toBeLessThan(0.23);
      }),
      { numRuns: 60 },
    );
  });
  it('is symmetric and blind to case and punctuation', () => {
    expect(compare(sign('Kyiv, on Monday, SAID no!'), sign('kyiv on monday said no'))).toBe(1);
  });
  it('of no words is none', () => expect(signText('—!')).toBeNull());
});

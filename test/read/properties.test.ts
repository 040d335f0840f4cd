// What holds for every input: blocks are contiguous, in order and inside the text; nothing crashes or hangs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadResult, readBytes, readHtml, readText } from '../../src/read/index.ts';
import { documentSchema } from '../../src/records/index.ts';
import { all, effortSince } from './show.ts';

function holds({ document, problems }: ReadResult): void {
  expect(document !== null || problems.length > 0).toBe(true);
  if (document === null) return;
  documentSchema.parse(document);
  let end = 0;
  for (const block of document.blocks) {
    expect(block.start >= end && block.end > block.start && block.end <= document.text.length).toBe(true);
    expect(document.text.slice(end, block.start).trim()).toBe('');
    const text = document.text.slice(block.start, block.end);
    expect(text).toBe(text.trim());
    expect(text).not.toMatch(/[\n\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
    expect(text).toBe(text.normalize('NFC'));
    end = block.end;
  }
  expect(end).toBe(document.text.length);
}

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\n',
    '\n\n',
    'By Jane Doe',
    'MOSCOW, June 19 (Reuters) - ',
    'They met.',
    '(AFP)',
    '- ',
    '> ',
    'READ MORE: ',
    '“',
    '&amp;',
    '\ud800',
    '\u202e',
    'on Friday',
    'https://e.org/2024/06/20/',
    'Related stories',
    '<p>',
    '</p>',
    '<h2>',
    '<li>',
    '<a href="',
    '<blockquote>',
    '<!--',
    '<script>',
  ),
);
const mess = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('for every string', () => {
  it('readText gives blocks that tile the text', () => {
    fc.assert(
      fc.property(mess, fc.option(mess), (text, title) => holds(readText(text, { title }))),
      { numRuns: 500 },
    );
  });
  it('readText reads its own text to the same text', () => {
    fc.assert(
      fc.property(mess, (text) => {
        const first = readText(text).document;
        // A list's mark and a quote's are taken off, so a second reading may take one more.
        if (first === null || first.blocks.some(({ kind }) => kind === 'list' || kind === 'quote')) return;
        const again = readText(first.text).document?.text ?? '';
        expect(again.replace(/[\s>]+/g, '')).toBe(first.text.replace(/[\s>]+/g, ''));
      }),
      { numRuns: 200 },
    );
  });
  it('readHtml does not crash', () => {
    fc.assert(
      fc.property(mess, (html) => holds(readHtml(html))),
      { numRuns: 150 },
    );
  });
  it('readBytes does not crash on bytes', async () => {
    const data = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      mess.map((text) => new TextEncoder().encode(text)),
    );
    await fc.assert(
      fc.asyncProperty(data, async (bytes) => {
        const results = await all(readBytes(bytes, { name: 'x' }));
        expect(results.length).toBeGreaterThan(0);
        for (const result of results) holds(result);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a megabyte', () => {
  const size = 1 << 20;
  const random = new Uint8Array(size);
  let seed = 1;
  for (let at = 0; at < size; at++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    random[at] = seed >>> 24;
  }
  const encode = (text: string) => new TextEncoder().encode(text.repeat(Math.ceil(size / text.length)));
  it.each([
    ['of random bytes', random],
    ['of random bytes without controls', random.map((byte) => (byte < 32 ? byte + 64 : byte))],
    ['of one line', encode('They met on Friday and ')],
    ['of one word', encode('a')],
    ['of nested quotes', encode('“')],
    ['of brackets', encode('([')],
    ['of capitals', encode('KYIV ')],
    ['of bullets', encode('- a\n')],
    ['of one-word lines', encode('A B\n')],
  ])('%s is read in under 5 seconds', async (_, bytes) => {
    const before = process.cpuUsage();
    const results = await all(readBytes(bytes, { name: 'x' }));
    expect(effortSince(before)).toBeLessThan(5);
    for (const { document, problems } of results) expect(document !== null || problems.length > 0).toBe(true);
  });
});

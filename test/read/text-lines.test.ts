// Lines out of a stream of bytes: as they are, whatever the pieces they come in, and one at a time.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonl, textLines } from '../../src/read/index.ts';
import { all } from './show.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('textLines', () => {
  it('gives the lines of any text in pieces of any size', async () => {
    const lines = fc.array(
      fc.string({ unit: 'binary', maxLength: 20 }).map((line) => line.replace(/[\r\n]/g, ' ')),
    );
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('\n', '\r\n'),
        async (own, size, end) => {
          const bytes = Buffer.from(own.map((line) => line + end).join(''));
          const wanted = own.map((line) => Buffer.from(line).toString());
          expect(await all(textLines(pieces(bytes, size)))).toEqual(wanted);
        },
      ),
    );
  });

  it('gives a last line without an end, and keeps separators that are no line ends', async () => {
    const bytes = Buffer.from('{"a":"one\u2028two"}\n\n{"b":1}');
    expect(await all(textLines(pieces(bytes, 5)))).toEqual(['{"a":"one\u2028two"}', '', '{"b":1}']);
  });

  it('takes no more of the stream than the line that is asked for', async () => {
    let taken = 0;
    const stream = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        taken++;
        yield Buffer.from(`${'x'.repeat(1000)}\n`);
      }
    };
    const lines = textLines(stream());
    for (let count = 1; count <= 20; count++) {
      await lines.next();
      expect(taken).toBe(count);
    }
  });

  it('skips a line that is too long, tells of it, and goes on', async () => {
    const bytes = Buffer.from(`{"text":"Kim met Putin."}\n${'x'.repeat(500)}\n{"text":"Putin met Kim."}\n`);
    const results = await all(readJsonl(textLines(pieces(bytes, 64), 200), { name: 'a.jsonl' }));
    expect(results.map(({ document }) => document?.text ?? null)).toEqual([
      'Kim met Putin.',
      null,
      'Putin met Kim.',
    ]);
    expect(results[1]!.problems.map(({ code, place }) => [code, place])).toEqual([
      ['too-large', 'a.jsonl:2'],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../src/annotate/quotations.ts';
import { makeDocument } from './open-model.ts';

function quotationsOf(text: string) {
  const document = makeDocument(text);
  return findQuotations(
    document,
    document.blocks.map((_, i) => i),
  );
}

describe('quotations', () => {
  it.each([
    ['“We agree,” he said. “Now go.”', ['We agree,', 'Now go.']],
    ['"We agree," he said. "Now go."', ['We agree,', 'Now go.']],
    ["'We agree,' he said, and didn't wait for the ministers' reply.", ['We agree,']],
    ['‘We agree,’ he said, and didn’t wait for the ministers’ reply.', ['We agree,']],
    ["He said 'the workers' strike is over' on Monday.", ["the workers' strike is over"]],
    ['“He told us ‘never’ and left,” she said.', ['He told us ‘never’ and left,', 'never']],
    ['"He told us \'never\' and left," she said.', ["He told us 'never' and left,", 'never']],
    ["The minister's aides don't say why they left in '98.", []],
    ['The workers’ strike in the ’90s', []],
    ['A 12" gun fired.', []],
    ['« Jamais », he said.', ['Jamais']],
    ['No quotation here.', []],
    ['An empty "" pair', []],
  ])('%s', (text, found) => {
    expect(quotationsOf(text).map((one) => one.text)).toEqual(found);
  });

  it('links a quotation over paragraphs, of which only the last closes', () => {
    const found = quotationsOf('He said: “One.\n“Two.\n“Three,” he said.\n“Four.”');
    expect(found.map(({ text, continues, closed }) => [text, continues, closed])).toEqual([
      ['One.', null, false],
      ['Two.', 0, false],
      ['Three,', 1, true],
      ['Four.', null, true],
    ]);
  });

  it('ends an unbalanced quotation with its paragraph', () => {
    const found = quotationsOf('He said "we never left.\nThe talks "failed", she said.');
    expect(found.map(({ text, continues, closed }) => [text, continues, closed])).toEqual([
      ['we never left.', null, false],
      ['failed', null, true],
    ]);
  });

  it('keeps offsets true and inside the block for any string', () => {
    const any = fc
      .array(fc.constantFrom('"', "'", '“', '”', '‘', '’', '«', '»', ' ', 'a', 's', '\n', '.', '9'), {
        maxLength: 60,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(any, (text) => {
        const { blocks } = makeDocument(text);
        for (const one of quotationsOf(text)) {
          expect(text.slice(one.start, one.end)).toBe(one.text);
          expect(one.text.trim()).toBe(one.text);
          expect(one.start).toBeGreaterThanOrEqual(blocks[one.block]!.start);
          expect(one.end).toBeLessThanOrEqual(blocks[one.block]!.end);
          if (one.continues !== null) expect(one.continues).toBeLessThan(one.index);
        }
      }),
    );
  });
});

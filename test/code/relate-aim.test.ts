// A deed and what it is done for: the pair is read by the deed.
import { expect, it } from 'vitest';
import { annotateAll } from '../../src/annotate/annotate.ts';
import { relatePair } from '../../src/code/relate.ts';
import type { Document } from '../../src/records/index.ts';
import { testTools } from '../tools.ts';

it.each([
  [
    'Serbian students',
    'Belgrade',
    'Serbian students blocked the road to demand reforms from Belgrade.',
    'PROTEST',
  ],
  // Nothing is done beside the asking: the demand stands.
  ['Serbian students', 'Belgrade', 'Serbian students have come to demand reforms from Belgrade.', 'REQUEST'],
])('%s > %s: %s', async (actor, recipient, text, type) => {
  const { model, knowledge } = await testTools();
  const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  async function* documents(): AsyncGenerator<Document> {
    yield {
      id: 'aim',
      title: null,
      text,
      published: '2024-06-01',
      source: null,
      url: null,
      language: 'en',
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    };
  }
  for await (const annotated of annotateAll(documents(), { model }))
    expect(
      relatePair(annotated, { actor: span(actor), recipient: span(recipient) }, knowledge)[0]?.type,
    ).toBe(type);
});

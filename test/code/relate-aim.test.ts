// A deed and what it is done for: the pair is read by the deed.
import { expect, it } from 'vitest';
import { annotateAll } from '../../src/annotate/annotate.ts';
import { relatePair } from '../../src/code/relate.ts';
import type { Document } from '../../src/records/index.ts';
import { testTools } from '../tools.ts';

it.each([
  ['Kenya', 'Somali rebels', 'Kenya rushed tanks to the border to challenge Somali rebels.', 'MOBILIZE'],
  // Without the tanks the challenge stands for itself.
  ['Kenya', 'Somali rebels', 'Kenya challenged Somali rebels.', 'ACCUSE'],
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

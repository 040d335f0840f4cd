// A stream is annotated window by window: the encoder works on the next one while the documents of the last are taken.
import { describe, expect, it } from 'vitest';
import { type AnnotateOptions, annotateAll } from '../../src/annotate/annotate.ts';
import type { Analysis, AnnotatorModel } from '../../src/annotate/model.ts';
import { makeDocument, openModel } from './open-model.ts';

const windows = 3;
const text = 'Oslo protested. '.repeat(3000);

function analysisOf(words: readonly string[]): Analysis {
  const same = (value: string): string[] => words.map(() => value);
  return {
    upos: same('NOUN'),
    xpos: same('NN'),
    feats: same('_'),
    lemmas: words,
    heads: words.map((_, i) => i - 1),
    deprels: words.map((_, i) => (i === 0 ? 'root' : 'dep')),
    names: [],
    vectors: null,
  };
}

/** Real sentence splitting; an encoder that only tells when it begins and ends, and fails at the window named. */
async function standIn(events: string[], failing = 0): Promise<AnnotateOptions> {
  const { boundaries } = await openModel();
  let count = 0;
  const analyse = async (sentences: readonly (readonly string[])[]): Promise<Analysis[]> => {
    const own = ++count;
    events.push(`begin ${own}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    events.push(`end ${own}`);
    if (own === failing) throw new Error('out of memory');
    return sentences.map(analysisOf);
  };
  // Only these two members are asked for.
  return { model: { boundaries, analyse } as unknown as AnnotatorModel };
}

const documents = Array.from({ length: windows }, (_, i) => ({ ...makeDocument(text), id: `d${i + 1}` }));

describe('windows of a stream', () => {
  it('has one window in the encoder while the last one is taken, never two', async () => {
    const events: string[] = [];
    for await (const { document } of annotateAll(documents, await standIn(events))) events.push(document.id);
    expect(events).toEqual(['begin 1', 'end 1', 'begin 2', 'd1', 'end 2', 'begin 3', 'd2', 'end 3', 'd3']);
  });

  it('a window that fails is told after the documents before it', async () => {
    const events: string[] = [];
    const options = await standIn(events, 2);
    const taken: string[] = [];
    const run = async (): Promise<void> => {
      for await (const { document } of annotateAll(documents, options)) {
        taken.push(document.id);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    await expect(run()).rejects.toThrow('out of memory');
    expect(taken).toEqual(['d1']);
  });
});

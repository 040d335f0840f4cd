import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotate, annotateAll } from '../../src/annotate/annotate.ts';
import type { Sentence } from '../../src/records/index.ts';
import { annotateText, makeDocument, openModel } from './open-model.ts';

type Check = Record<'words' | 'upos' | 'xpos' | 'feats' | 'lemma' | 'deprel' | 'names', string[]> & {
  heads: number[];
};
const { checks } = JSON.parse(
  readFileSync(new URL('../../models/annotator.json', import.meta.url), 'utf8'),
) as { checks: Check[] };

function expectTree({ tokens }: Sentence): void {
  expect(tokens.filter(({ head }) => head === -1).length).toBe(1);
  for (const token of tokens) {
    let at = token;
    for (let steps = 0; at.head !== -1; steps++) {
      expect(steps).toBeLessThan(tokens.length);
      at = tokens[at.head]!;
    }
    expect(token.deprel === 'root').toBe(token.head === -1);
  }
}

describe('the model', () => {
  it('gives what training saw it give', async () => {
    const analyses = await (await openModel()).analyse(checks.map(({ words }) => words));
    analyses.forEach((analysis, i) => {
      const check = checks[i]!;
      expect({
        ...analysis,
        heads: analysis.heads.map((head) => head + 1),
        names: undefined,
        vectors: undefined,
      }).toEqual({
        upos: check.upos,
        xpos: check.xpos,
        feats: check.feats,
        lemmas: check.lemma,
        deprels: check.deprel,
        heads: check.heads,
      });
      const tags = check.words.map(() => 'O');
      for (const { kind, first, last } of analysis.names)
        for (let w = first; w < last; w++) tags[w] = `${w === first ? 'B' : 'I'}-${kind}`;
      expect(tags).toEqual(check.names);
    });
  });

  it('keeps the order and each sentence for itself, whatever shares its batch', async () => {
    const model = await openModel();
    const words = [
      'Iran freed two sailors on Monday .',
      'No .',
      'The ministers of the six states met again in the old capital .',
    ].map((s) => s.split(' '));
    const together = await model.analyse(words);
    for (const [i, sentence] of words.entries()) {
      const [alone] = await model.analyse([sentence]);
      expect(together[i]).toEqual(alone);
    }
  });

  it('gives word vectors when asked', async () => {
    const annotated = await annotate(makeDocument('Iran freed two sailors.'), {
      model: await openModel(),
      vectors: true,
    });
    expect(annotated.vectors?.map((own) => own.length)).toEqual([5 * 384]);
    expect(annotated.vectors![0]!.some((value) => value !== 0)).toBe(true);
  });

  it('parses a sentence of thousands of words as one tree', { timeout: 60_000 }, async () => {
    const text = `${'ships and planes , '.repeat(1250)}left`;
    const [analysis] = await (await openModel()).analyse([text.split(' ')]);
    expect(analysis!.heads.length).toBe(5001);
    const { buildSentence } = await import('../../src/annotate/annotate.ts');
    expectTree(
      buildSentence(
        text.split(' ').map((word, i) => ({ start: i, end: i + 1, text: word })),
        analysis!,
        0,
        0,
      ),
    );
  });

  it.each(['on Monday ', '" ', 'word ', '“a '])(
    'takes 100,000 times %j',
    { timeout: 60_000 },
    async (unit) => {
      const { sentences } = await annotateText(unit.repeat(100_000), '2024-06-19');
      expect(sentences.length).toBeGreaterThan(0);
    },
  );

  it.each(['', '   ', '😀', '\ud800\udc00\ud800 \udfff', '........', 'привет 北京 ok', '\u200b', '\u0000'])(
    'takes %j',
    async (text) => {
      const { sentences } = await annotateText(text);
      for (const sentence of sentences) expectTree(sentence);
      expect(sentences.flatMap(({ tokens }) => tokens.map((token) => token.text)).join('')).toBe(
        text.replace(/\s/g, ''),
      );
    },
  );
});

describe('documents', () => {
  it('annotates only coded kinds', async () => {
    const text = 'By A Reporter\nTroops crossed the border.';
    const blocks = [
      { kind: 'byline' as const, start: 0, end: 13 },
      { kind: 'paragraph' as const, start: 14, end: text.length },
    ];
    const { sentences } = await annotate({ ...makeDocument(text), blocks }, { model: await openModel() });
    expect(sentences.map(({ block, start, end }) => [block, text.slice(start, end)])).toEqual([
      [1, 'Troops crossed the border.'],
    ]);
  });

  it('streams many in their order, each as it would be alone', async () => {
    const model = await openModel();
    const texts = [
      'Oslo protested.',
      '',
      'Two ships left Odesa on Monday.',
      'The U.S. and Japan agreed. They signed a pact.',
    ];
    const documents = texts.map((text) => ({ ...makeDocument(text, '2024-06-20'), id: text }));
    const streamed = [];
    for await (const annotated of annotateAll(documents, { model })) streamed.push(annotated);
    expect(streamed.map(({ document }) => document.id)).toEqual(texts);
    for (const [i, document] of documents.entries())
      expect(streamed[i]).toEqual(await annotate(document, { model }));
  });
});

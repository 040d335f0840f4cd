import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseClass } from '../../src/annotate/case-class.ts';
import { decodeNames, prepareNameTags } from '../../src/annotate/decode-names.ts';
import { decodeTree, reachesRoot } from '../../src/annotate/decode-tree.ts';
import { buildLemmaRules } from '../../src/annotate/lemma-rules.ts';
import { applyLemmaScript, parseLemmaScript } from '../../src/annotate/lemma-script.ts';
import { buildWordPieces } from '../../src/annotate/wordpiece.ts';

const models = new URL('../../models/', import.meta.url);
const meta = JSON.parse(readFileSync(new URL('annotator.json', models), 'utf8')) as {
  examples: { word: string; pieces: number[]; case: number }[];
};

describe('wordpieces and case classes', () => {
  const pieces = buildWordPieces(readFileSync(new URL('vocab.txt', models), 'utf8'));
  it.each(meta.examples)('are those of training: $word', (example) => {
    expect(pieces(example.word)).toEqual(example.pieces);
    expect(caseClass(example.word)).toBe(example.case);
  });
});

describe('the tree decoder', () => {
  /** Every tree with one root over n words, by trying all heads. */
  function bestByTrial(arcs: Float32Array, n: number): number {
    let best = Number.NEGATIVE_INFINITY;
    const heads = new Int32Array(n);
    const visit = (i: number): void => {
      if (i === n) {
        if (heads.filter((head) => head === 0).length !== 1 || !reachesRoot(heads)) return;
        best = Math.max(best, sum(arcs, heads));
        return;
      }
      for (let h = 0; h <= n; h++) {
        if (h === i + 1) continue;
        heads[i] = h;
        visit(i + 1);
      }
    };
    visit(0);
    return best;
  }
  const sum = (arcs: Float32Array, heads: Int32Array) =>
    heads.reduce((total, head, i) => total + arcs[i * (heads.length + 1) + head]!, 0);

  it('finds a single-rooted tree, and the best one', () => {
    const scores = fc
      .integer({ min: 1, max: 5 })
      .chain((n) =>
        fc
          .array(fc.integer({ min: -50, max: 0 }), { minLength: n * (n + 1), maxLength: n * (n + 1) })
          .map((values) => ({ n, arcs: Float32Array.from(values) })),
      );
    fc.assert(
      fc.property(scores, ({ n, arcs }) => {
        const heads = decodeTree(arcs, 0, n + 1, n);
        expect(heads.filter((head) => head === 0).length).toBe(1);
        expect(reachesRoot(heads)).toBe(true);
        expect(sum(arcs, heads)).toBeGreaterThanOrEqual(bestByTrial(arcs, n) - 1e-3);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the name decoder', () => {
  const tags = prepareNameTags(['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC']);
  it.each([
    [
      'a name of two words',
      [
        [0, 9, 0, 0, 0],
        [0, 0, 9, 0, 0],
        [9, 0, 0, 0, 0],
      ],
      [{ kind: 'PER', first: 0, last: 2 }],
    ],
    [
      'no I after another kind',
      [
        [0, 9, 0, 0, 0],
        [0, 0, 3, 0, 4],
      ],
      [{ kind: 'PER', first: 0, last: 2 }],
    ],
    ['no I at the start', [[0, 0, 0, 1, 5]], [{ kind: 'LOC', first: 0, last: 1 }]],
    [
      'two names in a row',
      [
        [0, 9, 0, 0, 0],
        [0, 9, 0, 0, 0],
      ],
      [
        { kind: 'PER', first: 0, last: 1 },
        { kind: 'PER', first: 1, last: 2 },
      ],
    ],
    [
      'nothing',
      [
        [9, 0, 0, 0, 0],
        [9, 0, 0, 0, 0],
      ],
      [],
    ],
  ])('%s', (_, scores, spans) => {
    expect(decodeNames(Float32Array.from(scores.flat()), 0, scores.length, tags)).toEqual(spans);
  });
});

describe('lemmas', () => {
  it.each([
    ['studies', 'l3+y', 'study'],
    ['Was', '=be', 'be'],
    ['PARIS', 't0+', 'Paris'],
    ['usa', 'u0+', 'USA'],
    ['"', 'k0+', '"'],
    ["'d", 'l3+', "'d"],
    ['x😀', 'k1+', 'x'],
  ])('%s by %s', (form, script, lemma) => {
    expect(applyLemmaScript(form, parseLemmaScript(script))).toBe(lemma);
  });

  const find = buildLemmaRules(JSON.parse(readFileSync(new URL('lemmas.json', models), 'utf8')));
  it.each([
    ['killed', 'VBN', 'kille', 'kill'],
    ['stopped', 'VBD', 'stopp', 'stop'],
    ['countries', 'NNS', 'countrie', 'country'],
    ['1,200', 'CD', '1,200', '1200'],
    ['McDonald', 'NNP', 'Mcdonald', 'McDonald'],
    ['constructor', 'NN', 'constructor', 'constructor'],
  ])('%s as %s', (form, xpos, scripted, lemma) => {
    expect(find(form, xpos, scripted)).toBe(lemma);
  });
});

// Pages of many styles: what stands around an article is not coded, and the article is. `seen*.txt` and `held-out.txt`
// were open while the rules were written; `held-out-2.txt` was written before the last of them and is only scored.
import { describe, expect, it } from 'vitest';
import { scorePages } from './score-pages.ts';

describe('lines of pages', () => {
  it.each([
    ['seen', 0.97, 0.95, 0.96],
    ['seen-2', 0.96, 0.88, 0.94],
    ['held-out', 0.97, 0.83, 0.91],
  ])(
    'of the styles that the rules were written for are told apart: %s',
    (file, recall, precision, furniture) => {
      const { lines, mistakes, ...score } = scorePages(`test/read/pages/${file}.txt`);
      expect(lines).toBeGreaterThan(60);
      expect(score.codedRecall, mistakes.join('\n')).toBeGreaterThan(recall);
      expect(score.codedPrecision, mistakes.join('\n')).toBeGreaterThan(precision);
      expect(score.furnitureRecall).toBeGreaterThan(furniture);
    },
  );

  it('of styles never seen before lose next to nothing of the article and most of what is around it', () => {
    // Only numbers are told, so that the lines stay unseen.
    const score = scorePages('test/read/pages/held-out-2.txt');
    expect(score.lines).toBeGreaterThan(250);
    expect(score.codedRecall).toBeGreaterThan(0.95);
    expect(score.codedPrecision).toBeGreaterThan(0.67);
    expect(score.furnitureRecall).toBeGreaterThan(0.8);
  });
});

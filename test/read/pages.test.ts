// Pages of many styles: what stands around an article is not coded, and the article is. `seen.txt` was open while the
// rules were written; `held-out.txt` was written after them and is only scored.
import { describe, expect, it } from 'vitest';
import { scorePages } from './score-pages.ts';

describe('lines of pages', () => {
  it('of the styles that the rules were written for are told apart', () => {
    const { lines, mistakes, ...score } = scorePages('test/read/pages/seen.txt');
    expect(lines).toBeGreaterThan(400);
    expect(score.codedRecall, mistakes.join('\n')).toBeGreaterThan(0.97);
    expect(score.codedPrecision, mistakes.join('\n')).toBeGreaterThan(0.95);
    expect(score.furnitureRecall).toBeGreaterThan(0.96);
    expect(score.kind).toBeGreaterThan(0.88);
  });

  it('of styles never seen before lose nothing of the article and most of what is around it', () => {
    const { mistakes, ...score } = scorePages('test/read/pages/held-out.txt');
    expect(score.codedRecall, mistakes.join('\n')).toBeGreaterThan(0.97);
    expect(score.furnitureRecall, mistakes.join('\n')).toBeGreaterThan(0.8);
  });
});

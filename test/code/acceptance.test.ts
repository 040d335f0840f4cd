// The acceptance article, where ../shared lies beside the checkout; users don't have it, so the test skips there.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  acceptanceFiles,
  formatScore,
  hasAcceptance,
  readExpected,
  scoreAcceptance,
} from '../../eval/acceptance.ts';
import { codeAll } from '../../src/pipeline.ts';
import { readBytes } from '../../src/read/index.ts';
import type { CasusRecord } from '../../src/records/index.ts';
import { testTools } from '../tools.ts';

async function codeArticle(): Promise<CasusRecord> {
  const tools = await testTools();
  for await (const { record } of codeAll(
    readBytes(readFileSync(acceptanceFiles.text), { name: 'acceptance' }),
    tools,
  )) {
    if (record !== null) return record;
  }
  throw new Error('the article gave no record');
}

describe.skipIf(!hasAcceptance())(
  'the acceptance article (skipped: ../shared/acceptance is not there)',
  () => {
    it('gives the events, statements, commitments and findings that a careful reader gets', async () => {
      const score = scoreAcceptance(await codeArticle(), readExpected());
      const told = formatScore(score);
      expect(score.must, told).toBeGreaterThanOrEqual(18);
      expect(score.statements, told).toBeGreaterThanOrEqual(8);
      expect(score.commitments, told).toBeGreaterThanOrEqual(4);
      expect(score.findings, told).toBe(2);
      expect(score.unmatched.length, told).toBeLessThanOrEqual(8);
      expect(score.mustNot, told).toEqual([]);
    });

    it('gives the same bytes twice', async () => {
      expect(JSON.stringify(await codeArticle())).toBe(JSON.stringify(await codeArticle()));
    });
  },
);

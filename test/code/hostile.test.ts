// Input is hostile: nothing crashes the pipeline, evidence is always inside the text, and one bad article stops no other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAll, type Source } from '../../src/pipeline.ts';
import { readBytes, readText } from '../../src/read/index.ts';
import type { CasusRecord } from '../../src/records/index.ts';
import { recordSchema } from '../../src/records/index.ts';
import { testTools } from '../tools.ts';

async function codeSources(
  sources: AsyncIterable<Source> | Iterable<Source>,
): Promise<(CasusRecord | null)[]> {
  const out: (CasusRecord | null)[] = [];
  for await (const { record } of codeAll(sources, await testTools())) out.push(record);
  return out;
}

function checkSpans(record: CasusRecord): void {
  const { text } = record.document;
  const spans = [
    ...record.events.flatMap((event) => [
      event.trigger,
      event.evidence,
      ...event.mentions,
      ...event.items,
      ...event.actors,
      ...event.recipients,
    ]),
    ...record.statements.flatMap(({ content, cue, speaker }) => [
      content,
      speaker,
      ...(cue === null ? [] : [cue]),
    ]),
    ...record.commitments.flatMap(({ condition, consequence }) => [
      consequence,
      ...(condition === null ? [] : [condition]),
    ]),
  ];
  for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
}

const large: Record<string, string> = {
  'one line of a megabyte': 'Russia bombed Ukraine and '.repeat(40_000),
  'nested quotes': '“He said ‘she said “'.repeat(20_000),
  brackets: '('.repeat(200_000),
};

describe('hostile input', () => {
  for (const [name, text] of Object.entries(large)) {
    it(`${name} is coded in bounded time`, async () => {
      const start = process.cpuUsage();
      const [record] = await codeSources([readText(text)]);
      const used = process.cpuUsage(start);
      if (record !== null && record !== undefined) checkSpans(record);
      // Seconds of processor time on both cores, since other work may share the machine.
      expect((used.user + used.system) / 1e6).toBeLessThan(40);
    }, 300_000);
  }

  it('a megabyte of random bytes does no harm', async () => {
    const bytes = new Uint8Array(1_000_000);
    let state = 12345;
    for (let at = 0; at < bytes.length; at++) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      bytes[at] = state >> 16;
    }
    await expect(codeSources(readBytes(bytes, { name: 'noise' }))).resolves.toBeDefined();
  });

  it('any string gives a record that its schema accepts, with spans inside the text', async () => {
    const words = fc.constantFrom(
      'Russia',
      'Putin',
      'said',
      'threatened',
      'to',
      'bomb',
      'if',
      'Kyiv',
      '“',
      '”',
      '.',
      ',',
      'not',
      'will',
      '\n\n',
      'the',
      'treaty',
      'talks',
      'with',
      '\ud800',
      '😀',
      '‮',
      'its',
      'who',
    );
    const strings = await fc.sample(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
      ),
      { numRuns: 120, seed: 7 },
    );
    const records = await codeSources(strings.map((text) => readText(text, { published: '2024-06-20' })));
    for (const record of records) {
      if (record === null) continue;
      expect(recordSchema.safeParse(record).success).toBe(true);
      checkSpans(record);
      expect(record.problems.filter(({ code }) => code === 'coding-failed')).toEqual([]);
    }
  });
});

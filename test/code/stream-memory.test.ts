// A long stream is coded in memory that does not grow with it: nothing of a document stays once its record is taken.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { codeAll, type Source } from '../../src/pipeline.ts';
import { createStoryIndex, readText } from '../../src/read/index.ts';
import { problem } from '../../src/records/index.ts';
import { testTools } from '../tools.ts';

setFlagsFromString('--expose-gc');
// The flag makes gc known to contexts that are opened after it.
const gc = runInNewContext('gc') as () => void;

function heapMegabytes(): number {
  gc();
  return process.memoryUsage().heapUsed / 1e6;
}

/** How many sources were taken before the first record came, and at most between two. */
async function furthestAhead(count: number, make: (number: number) => Source): Promise<number> {
  let [taken, given, most] = [0, 0, 0];
  const sources = function* (): Generator<Source> {
    for (; taken < count; taken++) yield make(taken);
  };
  for await (const _ of codeAll(sources(), await testTools())) {
    most = Math.max(most, taken - given);
    given++;
  }
  expect(given).toBe(count);
  return most;
}

describe('a long stream', () => {
  it('leaves nothing of its documents behind', async () => {
    const tools = await testTools();
    const stories = createStoryIndex({ capacity: 256 });
    // Half a megabyte each; its long words are new in every document, and its links are not coded.
    const make = (number: number): Source => {
      const word = (at: number) => `Extraordinaryville${number}x${at}`;
      const links = Array.from(
        { length: 5000 },
        (_, at) => `https://news.example/${number}/${at}/${'y'.repeat(70)}`,
      );
      const text = `The mayor of ${word(1)} met the envoy from ${word(2)} on Monday and spoke of ${word(3)}.`;
      return readText([text, ...links].join('\n\n'), {
        published: '2024-06-20',
        title: `Talks in ${word(4)}`,
      });
    };
    const sources = function* (from: number, to: number): Generator<Source> {
      for (let number = from; number < to; number++) yield make(number);
    };
    const run = async (from: number, to: number): Promise<void> => {
      for await (const { record } of codeAll(sources(from, to), tools, { stories }))
        expect(record).not.toBeNull();
    };
    await run(0, 20);
    const before = heapMegabytes();
    await run(20, 140);
    // A hundred and twenty documents of half a megabyte: 60 MB if they stayed.
    expect(heapMegabytes() - before).toBeLessThan(10);
  }, 120_000);

  it('of articles that are not coded is not gathered first', async () => {
    const german =
      'Der Außenminister reiste am Montag in die Hauptstadt und sprach dort mit der Regierung über die Lage an der Grenze.';
    expect(await furthestAhead(2000, (number) => readText(`${german} ${number}.`))).toBeLessThan(1000);
  });

  it('of lines that cannot be read is not gathered first', async () => {
    const bad = { document: null, problems: [problem('bad-json', 'not JSON', null)] };
    expect(await furthestAhead(2000, () => bad)).toBeLessThan(1000);
  });
});

// A process that writes is killed at any moment: the file opens again, all that was acknowledged is there, every
// article is whole. CASUS_KILLS=100 for the long run.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';

const rounds = Number(process.env.CASUS_KILLS ?? 10);
const folder = mkdtempSync(join(tmpdir(), 'casus-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a writer and kills it some milliseconds after its nth line (the first says that it opened); gives what it had acknowledged. */
async function killWriter(file: string, round: number, nth: number, afterMs: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/store/killed-writer.ts', file, String(round)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let told = '';
  let isTimed = false;
  child.stdout.on('data', (part: Buffer) => {
    told += part.toString();
    if (isTimed || told.split('\n').length <= nth) return;
    isTimed = true;
    setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  const signal = await new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
  return told.split('\n').slice(1, -1);
}

describe('a store whose process is killed', () => {
  it(
    `loses nothing acknowledged and opens again, ${rounds} times`,
    async () => {
      const file = join(folder, 'casus.duckdb');
      const acknowledged: string[] = [];
      for (let round = 0; round < rounds; round++) {
        // From before the first commit to after many, so that log, checkpoint and opening are all hit; every other round
        // waits for some articles, so that the count below holds on a slow machine too.
        const nth = round % 2 === 0 ? 1 : 2 + (round % 9);
        acknowledged.push(...(await killWriter(file, round, nth, (round * 37) % 450)));
        const store = await openStore(file);
        try {
          const found = new Set<string>();
          let events = 0;
          for await (const { document, events: own } of store.eachRecord()) {
            found.add(document.id);
            events += own.length;
            expect([2, 5]).toContain(own.length);
          }
          expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
          expect(await store.totals()).toEqual({ articles: found.size, events });
          expect((await store.events({})).total).toBe(events);
        } finally {
          await store.close();
        }
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(rounds);
    },
    rounds * 20_000,
  );
});

// Shows a result as "kind: text" lines, so that a test reads as the page does.
import { expect } from 'vitest';
import type { ReadResult } from '../../src/read/index.ts';
import type { Document } from '../../src/records/index.ts';

export function documentOf(result: ReadResult): Document {
  expect(result.document).not.toBeNull();
  return result.document!;
}

export function blocksOf(result: ReadResult): string[] {
  const { text, blocks } = documentOf(result);
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

export function kindsOf(result: ReadResult): string[] {
  return documentOf(result).blocks.map(({ kind }) => kind);
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Seconds of processor time since `before`: a busy machine must not fail a test of effort. */
export function effortSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

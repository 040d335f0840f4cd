// The library: everything that `import ... from 'casus'` gives.
import { openTools } from './open.ts';
import { codeAll, type Source, type Tools } from './pipeline.ts';
import { readHtml, readText } from './read/index.ts';
import { type CasusRecord, ProblemError } from './records/index.ts';
import type { Store } from './store/store.ts';

export { annotate, annotateAll } from './annotate/annotate.ts';
export { loadModel } from './annotate/load-model.ts';
export { codeDocument } from './code/code.ts';
export { relatePair } from './code/relate.ts';
export { compileKnowledge, indexKnowledge, type Knowledge } from './knowledge/knowledge.ts';
export { type CheckAnswer, type CheckQuestion, check } from './link/check.ts';
export { findFindings } from './link/findings.ts';
export { type Law, lawOf } from './link/law.ts';
export { type ObligedAnswer, type ObligedQuestion, obliged } from './link/obliged.ts';
export { type TrackedCommitment, trackCommitments } from './link/track-commitments.ts';
export { type Consequence, type WhatIf, whatIf } from './link/what-if.ts';
export { openKnowledge, openTools } from './open.ts';
export { codeAll, coderVersion, type Source, type Tools } from './pipeline.ts';
export * from './read/index.ts';
export * from './records/index.ts';
export { type CameoDyad, cameoDyads } from './store/exports/cameo-dyads.ts';
export type {
  Added,
  CountKey,
  Filter,
  NewRecord,
  Paging,
  Store,
  StoreReader,
} from './store/store.ts';

export type CodeOptions = {
  readonly title?: string;
  readonly url?: string;
  /** Publication date YYYY-MM-DD; found in the text when it stands there. */
  readonly published?: string;
  /** Set true when `input` is HTML. */
  readonly html?: boolean;
  /** Tools opened before, with `openTools`; by default they are opened at the first call and kept. */
  readonly tools?: Tools;
};

let opened: Promise<Tools> | null = null;

/**
 * Codes one article, plain text or HTML, and gives its record.
 *
 * @example
 * const record = await code('Russia delivered missiles to Iran on Monday.', { published: '2024-06-20' });
 * record.events[0].type; // 'AID'
 */
export async function code(input: string, options: CodeOptions = {}): Promise<CasusRecord> {
  opened ??= options.tools === undefined ? openTools() : null;
  const tools = options.tools ?? (await opened!);
  const { html = false, tools: _tools, ...metadata } = options;
  const source: Source = html ? readHtml(input, metadata) : readText(input, metadata);
  for await (const { record, problems } of codeAll([source], tools)) {
    if (record === null) throw new ProblemError(problems);
    return record;
  }
  throw new ProblemError(source.problems);
}

/**
 * Opens a store, which is made if there is none; the database is loaded only now. Throws a Problem `store-busy` when
 * another process has it. See docs/store.md.
 *
 * @example
 * const store = await openStore('casus.duckdb');
 * await store.add([{ record: await code('Russia delivered missiles to Iran on Monday.') }]);
 * const { items } = await store.events({ dyad: ['RUS-IRN'], type: ['AID'] });
 * await store.close();
 */
export async function openStore(file: string): Promise<Store> {
  const room = await import('./store/open-store.ts');
  return room.openStore(file);
}

// "What if" over the store: the sentence is coded, assumed to be true, and the store's open commitments are watched.
import { lawOf } from '../../link/law.ts';
import { type WhatIf, whatIf } from '../../link/what-if.ts';
import { codeAll } from '../../pipeline.ts';
import { readText } from '../../read/index.ts';
import { type Commitment, ProblemError, problem } from '../../records/index.ts';
import { refreshCommitments } from './commitments.ts';
import type { Desk } from './desk.ts';

export async function assumeText(
  text: string,
  date: string,
  { store, knowledge, tools, phrases }: Pick<Desk, 'store' | 'knowledge' | 'tools' | 'phrases'>,
): Promise<WhatIf> {
  await refreshCommitments(store, knowledge);
  const commitments: Commitment[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof store.commitments>> = await store.commitments(
      { to: date },
      { limit: 1000, cursor },
    );
    commitments.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  for await (const { record } of codeAll([readText(text, { published: date, phrases })], await tools())) {
    if (record === null || record.events.length === 0) break;
    return whatIf(record.events, { law: lawOf(knowledge), commitments, date });
  }
  throw new ProblemError([
    problem(
      'no-event',
      `no event was found in "${text}"`,
      null,
      'say who does what to whom in one plain sentence',
    ),
  ]);
}

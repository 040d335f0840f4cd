// Keeps the store's commitments up to date: what became of each is worked out over the whole store when records came in.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { lawOf } from '../../link/law.ts';
import { type Records, trackCommitments } from '../../link/track-commitments.ts';
import type { Store } from '../../store/store.ts';

const running = new WeakMap<Store, Promise<void>>();

/** Returns when the commitments are those of all records that were in the store when it was called. */
export async function refreshCommitments(store: Store, knowledge: Knowledge): Promise<void> {
  const before = running.get(store);
  const turn = (before ?? Promise.resolve()).then(async () => {
    if (!(await store.commitmentsAreStale())) return;
    const records: Records[] = [];
    for await (const { document, events, statements, commitments } of store.eachRecord())
      records.push({ document: { ...document, text: '', blocks: [] }, events, statements, commitments });
    await store.saveCommitments(trackCommitments(records, lawOf(knowledge), knowledge.opposites));
  });
  running.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}

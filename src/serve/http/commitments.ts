// Keeps the store's commitments up to date: what became of each is worked out over the whole store when records came in.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { lawOf } from '../../link/law.ts';
import { type Records, trackCommitments } from '../../link/track-commitments.ts';
import type { Event } from '../../records/index.ts';
import type { Store } from '../../store/store.ts';

const running = new WeakMap<Store, Promise<void>>();

/** Returns when the commitments are those of all records that were in the store when it was called. */
export async function refreshCommitments(store: Store, knowledge: Knowledge): Promise<void> {
  const before = running.get(store);
  const turn = (before ?? Promise.resolve()).then(async () => {
    if (!(await store.commitmentsAreStale())) return;
    const records: Records[] = [];
    for await (const { document, events, statements, commitments } of store.eachRecord()) {
      // What happened before the first commitment can move none.
      if (records.length === 0 && commitments.length === 0) continue;
      records.push({
        document: { ...document, text: '', blocks: [] },
        events: events.map(slim),
        statements,
        commitments,
      });
    }
    await store.saveCommitments(trackCommitments(records, lawOf(knowledge), knowledge.opposites));
  });
  running.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}

/** Tracking looks at who did what when; the rest would only fill memory in a large store. */
function slim(event: Event): Event {
  return { ...event, mentions: [], because: [], responseTo: [] };
}

// Which story an article belongs to: near-duplicates of what the store has, or of what came a moment ago.
import { createStoryIndex } from '../../read/index.ts';
import type { Document } from '../../records/index.ts';
import type { Store } from '../../store/store.ts';

/** How many of the latest articles are remembered from the last time; a wire story is printed within days. */
const remembered = 2000;

/** A function that gives an article's story; the store's latest articles are read at the first call. */
export function createStories(store: Store): (document: Document) => Promise<string> {
  const index = createStoryIndex({ capacity: 16_384 });
  /** Stories by the name that the index has for them, since the store may know an older first article. */
  const names = new Map<string, string>();
  let seeded: Promise<void> | null = null;
  const seed = async (): Promise<void> => {
    const stories = new Map<string, string>();
    let cursor: string | null = null;
    while (stories.size < remembered) {
      const page: Awaited<ReturnType<Store['articles']>> = await store.articles({}, { limit: 1000, cursor });
      for (const { id, story } of page.items) stories.set(id, story);
      cursor = page.next;
      if (cursor === null) break;
    }
    if (stories.size === 0) return;
    for await (const { document } of store.eachRecord({ article: [...stories.keys()] }))
      names.set(index.add(document).story, stories.get(document.id)!);
  };
  return async (document) => {
    seeded ??= seed();
    await seeded;
    const { story } = index.add(document);
    return names.get(story) ?? story;
  };
}

// News for whoever listens at /api/stream: progress of jobs, and matches of watches.
import type { News } from '../../records/index.ts';

export type Listener = (news: News) => void;
export type Broadcast = {
  tell(news: News): void;
  /** Gives the function that ends it. */
  listen(listener: Listener): () => void;
};

export function createBroadcast(): Broadcast {
  const listeners = new Set<Listener>();
  return {
    tell: (news) => {
      for (const listener of listeners) listener(news);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

// News for whoever listens at /api/stream: progress of jobs, and matches of watches.
import type { EventRow } from '../../store/store.ts';

export type News =
  | {
      readonly type: 'progress';
      readonly job: string;
      readonly done: number;
      readonly total: number;
      readonly state: string;
    }
  | {
      readonly type: 'match';
      readonly watch: string;
      readonly name: string;
      readonly tell: string;
      readonly event: EventRow;
    };
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

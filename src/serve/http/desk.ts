// What the routes share: the store, the knowledge, the coder (opened when first needed), jobs and the stream of news.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Tools } from '../../pipeline.ts';
import type { Phrases } from '../../read/index.ts';
import type { Store } from '../../store/store.ts';
import type { Broadcast } from './broadcast.ts';
import type { Follower } from './follow-feeds.ts';
import type { Jobs } from './jobs.ts';

export type Desk = {
  readonly store: Store;
  readonly knowledge: Knowledge;
  /** Opens the annotator at the first call and keeps it. */
  readonly tools: () => Promise<Tools>;
  readonly jobs: Jobs;
  readonly follower: Follower;
  readonly broadcast: Broadcast;
  readonly version: string;
  /** What lines around an article say, of another knowledge folder than the package's. */
  readonly phrases: Phrases | undefined;
};

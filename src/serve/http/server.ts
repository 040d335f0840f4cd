// The desk's server: the API under /api/ and the desk's page beside it, over one store. See docs/api.md.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Tools } from '../../pipeline.ts';
import type { Phrases } from '../../read/index.ts';
import type { NewRecord, Store } from '../../store/store.ts';
import { createBroadcast } from './broadcast.ts';
import type { Desk } from './desk.ts';
import { addErrors } from './errors.ts';
import { createFollower, type FollowerOptions } from './follow-feeds.ts';
import { addGuard, type GuardOptions } from './guard.ts';
import { createJobs } from './jobs.ts';
import { addCorrections } from './routes/corrections.ts';
import { addDeskFiles } from './routes/desk-files.ts';
import { addExport } from './routes/export.ts';
import { addFeeds } from './routes/feeds.ts';
import { addHealth } from './routes/health.ts';
import { addIngest } from './routes/ingest.ts';
import { addLaw } from './routes/law.ts';
import { addLists } from './routes/lists.ts';
import { addOpenApi } from './routes/openapi.ts';
import { addQueries } from './routes/queries.ts';
import { addRecords } from './routes/records.ts';
import { addStream } from './routes/stream.ts';
import { addWatches } from './routes/watches.ts';
import { createWatcher } from './watches.ts';
import { addZod } from './zod-schemas.ts';

export type ServerOptions = GuardOptions & {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly tools: () => Promise<Tools>;
  readonly version: string;
  /** The reading phrases of another knowledge folder than the package's (`readPhrases`). */
  readonly phrases?: Phrases | undefined;
  /** Let addresses of private networks be fetched. */
  readonly allowPrivate?: boolean;
  /** Folder of the built desk; by default the package's own. */
  readonly deskFolder?: string;
  /** How feeds are fetched and what time it is; for tests. */
  readonly following?: Pick<FollowerOptions, 'fetching' | 'now'>;
};

/** A server that is ready to listen or to be asked in process; and the desk behind it. */
export async function createServer(
  options: ServerOptions,
): Promise<{ readonly app: FastifyInstance; readonly desk: Desk }> {
  const { store, knowledge, tools, version, phrases, allowPrivate = false } = options;
  const app = Fastify({
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  const broadcast = createBroadcast();
  const watcher = createWatcher(store, knowledge, broadcast);
  const afterAdd = (records: readonly NewRecord[]) => watcher.look(records.map(({ record }) => record));
  const jobs = createJobs({ store, tools, broadcast, afterAdd });
  const follower = createFollower({ store, jobs, broadcast, allowPrivate, phrases, ...options.following });
  const desk: Desk = { store, knowledge, tools, version, phrases, broadcast, jobs, follower };
  addZod(app);
  addErrors(app);
  addGuard(app, options);
  await addOpenApi(app, version);
  addHealth(app, desk);
  addLists(app, desk);
  addIngest(app, desk, allowPrivate);
  addRecords(app, desk);
  addLaw(app, desk);
  addCorrections(app, desk);
  addWatches(app, desk, watcher);
  addFeeds(app, desk);
  addQueries(app, desk);
  addExport(app, desk);
  addStream(app, desk);
  addDeskFiles(app, options.deskFolder ?? join(dirname(fileURLToPath(import.meta.url)), 'desk'));
  app.addHook('onClose', async () => {
    await Promise.all([follower.close(), jobs.close()]);
  });
  await app.ready();
  return { app, desk };
}

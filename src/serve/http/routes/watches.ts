// Watches: tell me when this pattern occurs. GET, POST /api/watches, DELETE /api/watches/:id, and what each found.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { matchRowSchema, watchRowSchema } from '../../../records/index.ts';
import type { Desk } from '../desk.ts';
import { pagingShape, readPaging } from '../query.ts';
import type { Watcher } from '../watches.ts';
import { listOf } from '../zod-schemas.ts';
import { missing } from './lists.ts';

const bodySchema = z.strictObject({
  name: z.string().min(1).max(200),
  /** YAML or JSON text, or the object itself. */
  pattern: z.union([z.string().min(1).max(20_000), z.record(z.string(), z.unknown())]),
});
const idSchema = z.strictObject({ id: z.string().max(100) });
const pageSchema = z.strictObject(pagingShape);

export function addWatches(app: FastifyInstance, { store }: Desk, watcher: Watcher): void {
  app.get(
    '/api/watches',
    { schema: { summary: 'All watches', response: listOf(watchRowSchema) } },
    async () => {
      const items = (await store.watches()).map((watch) => ({
        ...watch,
        means: watcher.explain(watch.pattern),
      }));
      return { items, next: null, total: items.length };
    },
  );
  app.post(
    '/api/watches',
    {
      schema: {
        summary: 'A new watch; what the store holds is searched at once',
        body: bodySchema,
        response: { 201: watchRowSchema },
      },
    },
    async (request, reply) => {
      const { name, pattern } = request.body as z.output<typeof bodySchema>;
      const text = typeof pattern === 'string' ? pattern : JSON.stringify(pattern);
      const means = watcher.explain(text);
      const watch = await store.addWatch({ name, pattern: text });
      await watcher.search(watch);
      return reply.status(201).send({ ...watch, means });
    },
  );
  app.delete(
    '/api/watches/:id',
    { schema: { summary: 'Ends a watch', params: idSchema } },
    async (request, reply) => {
      const { id } = request.params as z.output<typeof idSchema>;
      if (!(await store.removeWatch(id))) missing('watch', id);
      return reply.status(204).send();
    },
  );
  app.get(
    '/api/watches/:id/matches',
    {
      schema: {
        summary: 'What a watch found, newest first',
        params: idSchema,
        querystring: pageSchema,
        response: listOf(matchRowSchema),
      },
    },
    async (request) => {
      const { id } = request.params as z.output<typeof idSchema>;
      if (!(await store.watches()).some((watch) => watch.id === id)) missing('watch', id);
      return store.matches(id, readPaging(request.query as z.output<typeof pageSchema>));
    },
  );
}

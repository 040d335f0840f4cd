// Questions that users keep under a name: GET, POST /api/queries, DELETE /api/queries/:id.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { savedQuerySchema } from '../../../records/index.ts';
import type { Desk } from '../desk.ts';
import { listOf } from '../zod-schemas.ts';
import { missing } from './lists.ts';

const bodySchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  view: savedQuerySchema.shape.view,
  query: z.string().max(4000).describe('filters as in the address: party=RUS&type=AID'),
});
const idSchema = z.strictObject({ id: z.string().max(100) });

export function addQueries(app: FastifyInstance, { store }: Desk): void {
  app.get(
    '/api/queries',
    { schema: { summary: 'Saved queries, by name', response: listOf(savedQuerySchema) } },
    async () => {
      const items = await store.queries();
      return { items, next: null, total: items.length };
    },
  );
  app.post(
    '/api/queries',
    {
      schema: {
        summary: 'Saves a query; one of the same name gives way',
        body: bodySchema,
        response: { 201: savedQuerySchema },
      },
    },
    async (request, reply) =>
      reply.status(201).send(await store.saveQuery(request.body as z.output<typeof bodySchema>)),
  );
  app.delete(
    '/api/queries/:id',
    { schema: { summary: 'Forgets a saved query', params: idSchema } },
    async (request, reply) => {
      const { id } = request.params as z.output<typeof idSchema>;
      if (!(await store.removeQuery(id))) missing('query', id);
      return reply.status(204).send();
    },
  );
}

// The feeds that the desk follows: GET, POST /api/feeds, PATCH and DELETE /api/feeds/:id, POST /api/feeds/:id/look.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { followedFeedSchema } from '../../../records/index.ts';
import type { Desk } from '../desk.ts';
import { feedSchema } from '../feeds.ts';
import { listOf } from '../zod-schemas.ts';
import { missing } from './lists.ts';

const changeSchema = z
  .strictObject({ paused: z.boolean().optional(), every: feedSchema.shape.every.unwrap().optional() })
  .refine((change) => Object.keys(change).length > 0, 'nothing is changed');
const idSchema = z.strictObject({ id: z.string().max(100) });
const one = { 200: followedFeedSchema };

export function addFeeds(app: FastifyInstance, { store, follower }: Desk): void {
  app.get(
    '/api/feeds',
    { schema: { summary: 'The feeds that are followed', response: listOf(followedFeedSchema) } },
    async () => {
      const items = await store.feeds();
      return { items, next: null, total: items.length };
    },
  );
  app.post(
    '/api/feeds',
    {
      schema: {
        summary: 'Follows a feed: it is read at once, then as often as asked',
        body: feedSchema,
        response: { 201: followedFeedSchema },
      },
    },
    async (request, reply) =>
      reply.status(201).send(await follower.add(request.body as z.output<typeof feedSchema>)),
  );
  app.patch(
    '/api/feeds/:id',
    {
      schema: {
        summary: 'Pauses a feed, or changes how often it is read',
        params: idSchema,
        body: changeSchema,
        response: one,
      },
    },
    async (request) => {
      const { id } = request.params as z.output<typeof idSchema>;
      const { paused, every } = request.body as z.output<typeof changeSchema>;
      const change = { ...(paused !== undefined && { paused }), ...(every !== undefined && { every }) };
      return (await follower.change(id, change)) ?? missing('feed', id);
    },
  );
  app.post(
    '/api/feeds/:id/look',
    {
      schema: { summary: 'Reads a feed now; answers when it is read', params: idSchema, response: one },
    },
    async (request) => {
      const { id } = request.params as z.output<typeof idSchema>;
      return (await follower.look(id)) ?? missing('feed', id);
    },
  );
  app.delete(
    '/api/feeds/:id',
    { schema: { summary: 'Follows a feed no longer; its articles stay', params: idSchema } },
    async (request, reply) => {
      const { id } = request.params as z.output<typeof idSchema>;
      if (!(await follower.remove(id))) missing('feed', id);
      return reply.status(204).send();
    },
  );
}

// POST /api/records takes in records that were coded elsewhere (casus code --format jsonl, Spark), many at a time.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordSchema } from '../../../records/index.ts';
import type { Desk } from '../desk.ts';

const bodySchema = z.strictObject({ records: z.array(recordSchema).min(1).max(2000) });

export function addRecords(app: FastifyInstance, { jobs }: Desk): void {
  app.post(
    '/api/records',
    {
      bodyLimit: 64 * 1024 * 1024,
      schema: { summary: 'Take in coded records: all of them or, at an error, none', body: bodySchema },
    },
    async (request) => jobs.take((request.body as z.output<typeof bodySchema>).records),
  );
}

// POST /api/ingest and /api/ingest/file take articles in; GET /api/jobs/:id tells how far they are.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { jobSchema } from '../../../records/index.ts';
import type { Desk } from '../desk.ts';
import { ingestItem, readFile, readItems } from '../ingest-sources.ts';
import { missing } from './lists.ts';

const bodySchema = z.strictObject({ items: z.array(ingestItem).min(1).max(1000) });
const fileQuery = z.strictObject({
  name: z.string().min(1).max(300),
  date: z.iso
    .date('write a day as YYYY-MM-DD')
    .optional()
    .describe('publication date where the article gives none'),
});
const idSchema = z.strictObject({ id: z.string().max(100) });
const startedSchema = z.object({ accepted: z.int(), job: z.string() });
const megabyte = 1024 * 1024;

export function addIngest(app: FastifyInstance, { jobs, phrases }: Desk, allowPrivate: boolean): void {
  app.post(
    '/api/ingest',
    {
      bodyLimit: 32 * megabyte,
      schema: {
        summary: 'Take in texts, pages and addresses',
        body: bodySchema,
        response: { 202: startedSchema },
      },
    },
    async (request, reply) => {
      const { items } = request.body as z.output<typeof bodySchema>;
      const { id } = jobs.start(readItems(items, { allowPrivate, phrases }), items.length);
      return reply.status(202).send({ accepted: items.length, job: id });
    },
  );
  app.register(async (scope) => {
    // Bytes of any kind, as they are: the reading room finds out what they hold.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post(
      '/api/ingest/file',
      {
        bodyLimit: 128 * megabyte,
        schema: {
          summary: 'Take in a file: text, HTML, feed, JSONL or WARC',
          querystring: fileQuery,
          response: { 202: startedSchema },
        },
      },
      async (request, reply) => {
        const { name, date } = request.query as z.output<typeof fileQuery>;
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const contentType = request.headers['content-type'] ?? null;
        const { id } = jobs.start(readFile(bytes, { name, contentType, fallbackDate: date, phrases }), 1);
        return reply.status(202).send({ accepted: 1, job: id });
      },
    );
  });
  app.get(
    '/api/jobs/:id',
    { schema: { summary: 'How far a job is', params: idSchema, response: { 200: jobSchema } } },
    async (request) => {
      const { id } = request.params as z.output<typeof idSchema>;
      return jobs.get(id) ?? missing('job', id);
    },
  );
}

// GET /api/openapi.json describes the API (OpenAPI 3.1); GET /api/docs shows the same as a page without scripts.
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { type ApiDocument, docsPolicy, renderDocs } from '../render-docs.ts';
import { describeSchema } from '../zod-schemas.ts';

/** Must come before the routes, which it listens to. */
export async function addOpenApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Casus',
        version,
        description:
          'Who did, said, promised or threatened what to whom. A repeated key in a query means any of its values. Errors are {"error": {"code", "message", "hint"}}.',
      },
    },
    transform: ({ schema, url }) => ({ schema: describeSchema(schema ?? {}), url }),
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  app.get('/api/docs', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', docsPolicy)
      .send(renderDocs(app.swagger() as unknown as ApiDocument)),
  );
}

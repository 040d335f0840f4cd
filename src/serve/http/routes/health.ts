// GET /api/health: is the desk up, and what does it hold and know?
import type { FastifyInstance } from 'fastify';
import { lawOf } from '../../../link/law.ts';
import { healthSchema } from '../../../records/index.ts';
import type { Desk } from '../desk.ts';

export function addHealth(app: FastifyInstance, { store, knowledge, version }: Desk): void {
  app.get(
    '/api/health',
    { schema: { summary: 'Is the desk up, and what does it hold?', response: { 200: healthSchema } } },
    async () => ({
      ok: true,
      version,
      knowledge: { version: knowledge.version, date: lawOf(knowledge).knowledgeDate },
      ...(await store.totals()),
    }),
  );
}

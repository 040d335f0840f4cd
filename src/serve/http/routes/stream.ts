// GET /api/stream: server-sent events, {type: 'progress'} of ingest jobs and {type: 'match'} of watches.
import type { FastifyInstance } from 'fastify';
import { ProblemError, problem } from '../../../records/index.ts';
import type { Desk } from '../desk.ts';

const mostListeners = 100;
const heartbeatMs = 25_000;

export function addStream(app: FastifyInstance, { broadcast }: Desk): void {
  const open = new Set<() => void>();
  // A stream has no end of its own, and closing the server waits for its answers.
  app.addHook('preClose', async () => {
    for (const end of open) end();
  });
  app.get(
    '/api/stream',
    { schema: { summary: 'Server-sent events: progress of jobs, matches of watches' } },
    (request, reply) => {
      if (open.size >= mostListeners) throw new ProblemError([problem('too-many', 'too many listeners')]);
      reply.hijack();
      const { raw } = reply;
      const headers = reply.getHeaders() as Record<string, string>;
      raw.writeHead(200, {
        ...headers,
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      raw.write('retry: 2000\n\n');
      const stop = broadcast.listen((news) => raw.write(`data: ${JSON.stringify(news)}\n\n`));
      const beat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
      const end = (): void => {
        stop();
        clearInterval(beat);
        open.delete(end);
        raw.end();
      };
      open.add(end);
      request.raw.on('close', end);
    },
  );
}

// Server-sent events over a real connection, and a server that closes though somebody listens.
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { openDesk } from './open-desk.ts';

it('the stream tells news until the desk closes', async () => {
  const desk = await openDesk();
  await desk.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = desk.app.server.address() as AddressInfo;
  const reply = await fetch(`http://127.0.0.1:${port}/api/stream`);
  expect(reply.headers.get('content-type')).toBe('text/event-stream');
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'self'");
  desk.desk.broadcast.tell({ type: 'progress', job: 'j', done: 1, total: 2, state: 'running' });
  const closing = desk.close();
  const lines = (await reply.text()).split('\n').filter((line) => line.startsWith('data: '));
  await closing;
  expect(lines.map((line) => JSON.parse(line.slice(6)))).toEqual([
    { type: 'progress', job: 'j', done: 1, total: 2, state: 'running' },
  ]);
});

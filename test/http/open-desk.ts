// A desk in process over a store in a temp folder, for the tests of the API.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKnowledge, openTools } from '../../src/open.ts';
import type { Tools } from '../../src/pipeline.ts';
import { createServer, type ServerOptions } from '../../src/serve/http/server.ts';
import { openStore } from '../../src/store/open-store.ts';

let tools: Promise<Tools> | null = null;
const knowledge = openKnowledge();

export async function openDesk(options: Partial<ServerOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'casus-desk-'));
  const store = await openStore(join(folder, 'casus.duckdb'));
  const { app, desk } = await createServer({
    store,
    knowledge,
    version: '0.0.0',
    rate: 10_000,
    tools: () => {
      tools ??= openTools();
      return tools;
    },
    ...options,
  });
  const headers = { host: 'localhost:4180' };
  return {
    app,
    desk,
    store,
    get: async (url: string) => {
      const reply = await app.inject({ url, headers });
      return { status: reply.statusCode, body: reply.json() };
    },
    send: async (method: 'POST' | 'DELETE', url: string, payload?: object) => {
      const reply = await app.inject({ method, url, headers, ...(payload && { payload }) });
      return { status: reply.statusCode, body: reply.body === '' ? null : reply.json() };
    },
    close: async () => {
      await app.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

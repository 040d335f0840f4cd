// The Model Context Protocol server, asked by a client in process, over a store of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../../src/serve/cli/api.ts';
import { createMcpServer } from '../../src/serve/mcp/server.ts';
import { mcpTools } from '../../src/serve/mcp/tools.ts';

let api: Api;
const folder = mkdtempSync(join(tmpdir(), 'casus-mcp-'));
const client = new Client({ name: 'test', version: '0' });
beforeAll(async () => {
  api = await openApi({ store: join(folder, 'casus.duckdb'), create: true });
  const [here, there] = InMemoryTransport.createLinkedPair();
  await createMcpServer(mcpTools(api), '0').connect(here);
  await client.connect(there);
});
afterAll(async () => {
  await client.close();
  await api.close();
  rmSync(folder, { recursive: true });
});

async function call(name: string, input: Record<string, unknown>) {
  const { content, isError } = await client.callTool({ name, arguments: input });
  const [{ text }] = content as [{ text: string }];
  return { isError: isError === true, text, body: isError === true ? null : JSON.parse(text) };
}

describe('casus mcp', () => {
  it('offers five tools with what they take', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'code_text',
      'search_events',
      'check_transfer',
      'who_is_obliged',
      'what_if',
    ]);
    expect(Object.keys(tools[2]!.inputSchema.properties!)).toEqual([
      'from',
      'to',
      'item',
      'date',
      'direction',
    ]);
  });

  it('codes a text, then finds its events with their citation', async () => {
    const { body } = await call('code_text', {
      text: 'Russia delivered missiles to Iran on Thursday.',
      published: '2024-06-20',
    });
    expect(body.records[0].events[0].type).toBe('AID');
    const found = await call('search_events', { party: 'Iran' });
    expect(found.body.items[0]).toMatchObject({
      type: 'AID',
      evidence: expect.stringContaining('missiles'),
      citation: { published: '2024-06-20' },
    });
  });

  it('answers questions of law with citations, and says what is wrong', async () => {
    expect(
      (await call('check_transfer', { from: 'RUS', to: 'PRK', item: 'artillery shells', date: '2024-06-20' }))
        .body.citations.length,
    ).toBeGreaterThan(0);
    expect(
      (await call('who_is_obliged', { attacked: 'POL', attacker: 'RUS', date: '2024-06-20' })).body.obliged
        .length,
    ).toBeGreaterThan(10);
    const wrong = await call('what_if', { text: 'The weather is fine.', date: '2024-06-20' });
    expect([wrong.isError, wrong.text]).toEqual([true, expect.stringContaining('no event was found')]);
  });
});

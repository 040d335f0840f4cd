// `casus mcp`: the same questions for language models, as a Model Context Protocol server over standard input and output.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Command } from 'commander';
import { createMcpServer } from '../mcp/server.ts';
import { mcpTools } from '../mcp/tools.ts';
import { addStoreOption, openApi } from './api.ts';

const examples = `
Tools: code_text, search_events, check_transfer, who_is_obliged, what_if. In the settings of an MCP client:
  {"mcpServers": {"casus": {"command": "npx", "args": ["casus", "mcp", "--store", "/path/to/casus.duckdb"]}}}`;

export function addMcp(program: Command): void {
  addStoreOption(program.command('mcp'))
    .description(
      'serve code, search, check, obliged and what-if to language models (Model Context Protocol, stdio)',
    )
    .addHelpText('after', examples)
    .action(async ({ store }: { store: string }) => {
      const api = await openApi({ store, create: true });
      const server = createMcpServer(mcpTools(api), program.version() ?? '0');
      const ended = new Promise<void>((resolve) => {
        process.stdin.once('end', resolve);
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      await server.connect(new StdioServerTransport());
      await ended;
      await server.close();
      await api.close();
    });
}

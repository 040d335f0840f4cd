// The tools as a Model Context Protocol server. The answers are the API's, as JSON.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { formatProblem, ProblemError } from '../../records/index.ts';
import type { McpTool } from './tools.ts';

export function createMcpServer(tools: readonly McpTool[], version: string): McpServer {
  const server = new McpServer({ name: 'casus', version });
  for (const { name, description, input, run } of tools)
    server.registerTool(
      name,
      { description, inputSchema: input.shape },
      async (given: Record<string, unknown>) => {
        try {
          return { content: [{ type: 'text' as const, text: JSON.stringify(await run(given)) }] };
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          return {
            isError: true,
            content: [{ type: 'text' as const, text: error.problems.map(formatProblem).join('\n') }],
          };
        }
      },
    );
  return server;
}

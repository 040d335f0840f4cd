// GET /api/openapi.json describes the API (OpenAPI 3.1); GET /api/docs shows the same as a page without scripts.
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
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
    reply.type('text/html; charset=utf-8').send(renderDocs(app.swagger() as unknown as ApiDocument)),
  );
}

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Readonly<Record<string, unknown>>;
};
type Operation = {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: unknown;
};
type ApiDocument = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

function renderDocs({ info, paths }: ApiDocument): string {
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => renderRoute(method, path, operation)),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(info.title)} API</title>
<meta name="viewport" content="width=device-width"><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
h2{font:600 1rem ui-monospace,monospace;margin:2rem 0 .25rem}table{border-collapse:collapse;font-size:.9rem}
td{padding:.15rem .8rem .15rem 0;vertical-align:top}pre{overflow-x:auto;font-size:.85rem}</style></head>
<body><h1>${escapeHtml(info.title)} API ${escapeHtml(info.version)}</h1><p>${escapeHtml(info.description ?? '')}</p>
<p><a href="/api/openapi.json">openapi.json</a></p>${routes.join('\n')}</body></html>`;
}

function renderRoute(
  method: string,
  path: string,
  { summary = '', parameters = [], requestBody }: Operation,
): string {
  const rows = parameters.map(
    ({ name, required = false, description = '', schema = {} }) =>
      `<tr><td><code>${escapeHtml(name)}</code>${required ? ' *' : ''}</td><td>${escapeHtml(describe(schema))}</td><td>${escapeHtml(description)}</td></tr>`,
  );
  const body =
    requestBody === undefined ? '' : `<pre>${escapeHtml(JSON.stringify(requestBody, null, 2))}</pre>`;
  return `<h2>${escapeHtml(method.toUpperCase())} ${escapeHtml(path)}</h2><p>${escapeHtml(summary)}</p><table>${rows.join('')}</table>${body}`;
}

function describe(schema: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ');
  if (Array.isArray(schema.anyOf)) return 'text, repeatable';
  return typeof schema.type === 'string' ? schema.type : '';
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

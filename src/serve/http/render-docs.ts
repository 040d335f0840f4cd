// The OpenAPI document as a page to read: no script, one style sheet that the page's own policy names by its hash.
import { createHash } from 'node:crypto';

type Schema = Readonly<Record<string, unknown>>;
type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
};
type Body = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
type Operation = {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body;
  readonly responses?: Readonly<Record<string, Body>>;
};
export type ApiDocument = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

const style = `
:root{color-scheme:light dark;--ink:#1c1b19;--dim:#5d5a53;--line:#d9d4c8;--ground:#fdfcf9;--soft:#f5f2eb;--link:#1d4f86}
@media (prefers-color-scheme:dark){:root{--ink:#eceae4;--dim:#aba79e;--line:#37393d;--ground:#191a1c;--soft:#222427;--link:#93bff0}}
body{font:15px/1.5 "Segoe UI",Roboto,"Noto Sans","Liberation Sans","DejaVu Sans Condensed",system-ui,sans-serif;
 color:var(--ink);background:var(--ground);max-width:62rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font:650 1.7rem/1.2 Georgia,"DejaVu Serif Condensed",serif;margin:0 0 .5rem}
h2{font:600 1rem/1.4 ui-monospace,Menlo,Consolas,monospace;margin:2rem 0 .2rem;padding-top:.8rem;border-top:1px solid var(--line);overflow-wrap:anywhere}
h2 b{display:inline-block;min-width:4.2rem}p{margin:.2rem 0 .6rem}a{color:var(--link)}
table{border-collapse:collapse;font-size:.875rem;width:100%}td{padding:.18rem .8rem .18rem 0;vertical-align:top;overflow-wrap:anywhere}
td:first-child{white-space:nowrap}td+td{color:var(--dim)}summary{cursor:pointer;color:var(--dim);font-size:.875rem;padding:.2rem 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:.8rem/1.5 ui-monospace,Menlo,Consolas,monospace;background:var(--soft);padding:.6rem .8rem;margin:.2rem 0 .6rem}
ul{columns:17rem;padding:0;list-style:none;font-size:.875rem}li{overflow-wrap:anywhere}li a{display:inline-block;padding:.25rem 0}`;

/** Nothing may be loaded or run; this page's style is the one thing that counts. */
export const docsPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export function renderDocs({ info, paths }: ApiDocument): string {
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      id: `${method}-${path.replace(/[^a-z]+/gi, '-')}`,
      operation,
    })),
  );
  const contents = routes.map(
    ({ id, method, path }) => `<li><a href="#${escapeHtml(id)}">${method} ${escapeHtml(path)}</a></li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(info.title)} API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>
<body><main><h1>${escapeHtml(info.title)} API ${escapeHtml(info.version)}</h1><p>${escapeHtml(info.description ?? '')}</p>
<p><a href="/">The desk</a> · <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
<ul>${contents.join('')}</ul>
${routes.map(renderRoute).join('\n')}</main></body></html>`;
}

type Route = {
  readonly path: string;
  readonly method: string;
  readonly id: string;
  readonly operation: Operation;
};

function renderRoute({ path, method, id, operation }: Route): string {
  const { summary = '', parameters = [], requestBody, responses = {} } = operation;
  const rows = parameters.map(
    ({ name, required = false, description = '', schema = {} }) =>
      `<tr><td><code>${escapeHtml(name)}</code>${required ? ' (wanted)' : ''}</td><td>${escapeHtml(shapeOf(schema))}</td><td>${escapeHtml(description)}</td></tr>`,
  );
  const answers = Object.entries(responses).map(([status, body]) =>
    renderBody(`Answers ${status}`, body, false),
  );
  return `<h2 id="${escapeHtml(id)}"><b>${method}</b> ${escapeHtml(path)}</h2><p>${escapeHtml(summary)}</p>${rows.length === 0 ? '' : `<table>${rows.join('')}</table>`}${renderBody('Takes', requestBody, true)}${answers.join('')}`;
}

function renderBody(title: string, body: Body | undefined, isOpen: boolean): string {
  const schema = Object.values(body?.content ?? {})[0]?.schema;
  if (schema === undefined) return '';
  return `<details${isOpen ? ' open' : ''}><summary>${escapeHtml(title)}</summary><pre>${escapeHtml(shapeOf(schema))}</pre></details>`;
}

/** A JSON Schema as a reader of TypeScript would write it. */
export function shapeOf(schema: Schema, depth = 0): string {
  const either = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined;
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (either !== undefined) return [...new Set(either.map((one) => shapeOf(one, depth)))].join(' | ');
  if (schema.type === 'array') {
    const inner = shapeOf((schema.items ?? {}) as Schema, depth);
    return inner.includes(' | ') ? `(${inner})[]` : `${inner}[]`;
  }
  const properties = schema.properties as Readonly<Record<string, Schema>> | undefined;
  if (properties !== undefined) return objectShape(schema, properties, depth);
  if (schema.type === 'object')
    return `{ [key]: ${shapeOf((schema.additionalProperties ?? {}) as Schema, depth)} }`;
  if (schema.format !== undefined) return `${String(schema.type)} (${String(schema.format)})`;
  return typeof schema.type === 'string' ? schema.type : 'anything';
}

function objectShape(schema: Schema, properties: Readonly<Record<string, Schema>>, depth: number): string {
  const required = new Set(schema.required as readonly string[] | undefined);
  const parts = Object.entries(properties).map(
    ([key, value]) => `${key}${required.has(key) ? '' : '?'}: ${shapeOf(value, depth + 1)}`,
  );
  const line = `{ ${parts.join(', ')} }`;
  if (line.length < 90 && !line.includes('\n')) return line;
  const indent = '  '.repeat(depth + 1);
  return `{\n${parts.map((part) => `${indent}${part}`).join('\n')}\n${'  '.repeat(depth)}}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

// The desk's own files (dist/desk), listed once at the start: nothing outside that list can be asked for.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { errorBody } from '../errors.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

export function addDeskFiles(app: FastifyInstance, folder: string): void {
  const files = new Map<string, string>();
  if (existsSync(folder))
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (statSync(join(folder, name)).isFile())
        files.set(`/${name.split(sep).join('/')}`, join(folder, name));
  app.setNotFoundHandler(async (request, reply) => {
    const path = new URL(request.url, 'http://desk').pathname;
    if (path.startsWith('/api') || (request.method !== 'GET' && request.method !== 'HEAD'))
      return reply.status(404).send(
        errorBody({
          code: 'not-found',
          message: `there is no ${request.method} ${path}`,
          hint: 'see /api/docs',
        }),
      );
    // A view's address (/events?...) is the page's own business; a missing file is an error.
    const name = files.has(path) ? path : extname(path) === '' ? '/index.html' : path;
    const file = files.get(name);
    if (file === undefined) {
      const hint = files.size === 0 ? 'the desk is not built: npm run build' : null;
      return reply.status(404).send(errorBody({ code: 'not-found', message: `there is no ${path}`, hint }));
    }
    // Names under /assets/ carry their content's hash.
    const cache = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return reply
      .type(types[extname(name)] ?? 'application/octet-stream')
      .header('cache-control', cache)
      .send(await readFile(file));
  });
}

// Who may ask, what headers come back, and which addresses are never fetched.
import { createServer as createHttp, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchUrl, isPrivateAddress } from '../../src/serve/http/fetch-url.ts';
import { openDesk } from './open-desk.ts';

let own: Awaited<ReturnType<typeof openDesk>>;
let open: Awaited<ReturnType<typeof openDesk>>;
let pages: Server;
let base = '';
let port = 0;
beforeAll(async () => {
  own = await openDesk();
  open = await openDesk({ token: 'secret', origin: 'https://desk.example.org', rate: 3 });
  pages = createHttp((request, reply) => {
    if (request.url === '/bomb')
      reply.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(8_000_000)));
    else if (request.url === '/loop') reply.writeHead(302, { location: '/loop' }).end();
    else if (request.url === '/inside') reply.writeHead(302, { location: `http://127.0.0.2:${port}/` }).end();
    else if (request.url === '/inside-by-name')
      reply.writeHead(301, { location: `http://localhost:${port}/` }).end();
    else if (request.url === '/far') reply.writeHead(307, { location: '/inside' }).end();
    else if (request.url === '/file') reply.writeHead(302, { location: 'file:///etc/passwd' }).end();
    else if (request.url === '/silent') setTimeout(() => reply.end(), 5000).unref();
    else reply.end('hello');
  });
  await new Promise<void>((done) => pages.listen(0, '0.0.0.0', done));
  port = (pages.address() as AddressInfo).port;
  base = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await own.close();
  await open.close();
  pages.closeAllConnections();
  pages.close();
});

const ask = (desk: typeof own, headers: Record<string, string>, url = '/api/health') =>
  desk.app.inject({ url, headers });

describe('the guard', () => {
  it('sends a strict policy with everything', async () => {
    const { headers } = await ask(own, { host: 'localhost:4180' });
    expect(headers['content-security-policy']).toMatch(/default-src 'self'; script-src 'self';/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    [{ host: 'evil.example.org' }, 403],
    [{ host: 'localhost:4180', origin: 'https://evil.example.org' }, 403],
    [{ host: 'localhost:4180', origin: 'null' }, 403],
    [{ host: 'localhost:4180', origin: 'http://localhost:4180' }, 200],
    [{ host: '127.0.0.1:9' }, 200],
    [{ host: '[::1]:4180' }, 200],
  ])('answers %j with %i', async (headers, status) => {
    expect((await ask(own, headers)).statusCode).toBe(status);
  });

  it('wants the token, and takes it from header, address or cookie; then limits the rate', async () => {
    const host = 'desk.example.org';
    expect((await ask(open, { host })).json().error.code).toBe('unauthorised');
    expect((await ask(open, { host, authorization: 'Bearer wrong' })).statusCode).toBe(401);
    expect((await ask(open, { host, authorization: 'Bearer secret' })).statusCode).toBe(200);
    const first = await ask(open, { host }, '/api/health?token=secret');
    expect(first.statusCode).toBe(200);
    expect(first.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await ask(open, { host, cookie: 'casus=secret' })).statusCode).toBe(200);
    const cross = await ask(open, {
      host,
      origin: 'https://desk.example.org',
      authorization: 'Bearer secret',
    });
    expect(cross.headers['access-control-allow-origin']).toBe('https://desk.example.org');
    const many = await Promise.all(
      Array.from({ length: 30 }, () => ask(open, { host, authorization: 'Bearer secret' })),
    );
    expect(many.at(-1)!.json().error.code).toBe('too-many');
  });

  it('does not take a body without end', async () => {
    const reply = await own.app.inject({
      method: 'POST',
      url: '/api/check',
      headers: { host: 'localhost' },
      payload: { from: 'x'.repeat(2_000_000) },
    });
    expect([reply.statusCode, reply.json().error.code]).toEqual([413, 'too-large']);
  });

  it('gives no file outside the desk', async () => {
    for (const url of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/assets/../../package.json',
    ])
      expect((await ask(own, { host: 'localhost' }, url)).body).not.toContain('"dependencies"');
  });
});

describe('fetching', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '100.64.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    'nonsense',
  ])('calls %s private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111', '172.32.0.1'])('calls %s public', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it.each([
    ['http://127.0.0.1:1/', 'private'],
    ['http://localhost:1/', 'private'],
    ['http://[::1]:1/', 'private'],
    ['http://2130706433/', 'private'],
    ['http://0x7f.1/', 'private'],
    ['file:///etc/passwd', 'no address of the web'],
    ['gopher://example.org/', 'no address of the web'],
    ['nonsense', 'no address of the web'],
  ])('refuses %s', async (url, words) => {
    await expect(fetchUrl(url)).rejects.toThrow(words);
  });

  it('fetches, when private addresses are allowed, and keeps its limits', async () => {
    const options = { allowPrivate: true, timeoutMs: 2000, largest: 1_000_000 };
    expect(Buffer.from((await fetchUrl(`${base}/`, options)).bytes).toString()).toBe('hello');
    await expect(fetchUrl(`${base}/bomb`, options)).rejects.toThrow('larger than 1 MB');
    await expect(fetchUrl(`${base}/loop`, options)).rejects.toThrow('redirected more than');
    await expect(fetchUrl(`${base}/file`, options)).rejects.toThrow('no address of the web');
    await expect(fetchUrl(`${base}/silent`, options)).rejects.toThrow('no answer within');
  });

  it.each(['/inside', '/far'])('does not follow %s to an address that is refused', async (path) => {
    // The first server stands for the open web; all it redirects to is judged as any address is.
    const isRefused = (address: string): boolean => address !== '127.0.0.1' && isPrivateAddress(address);
    await expect(fetchUrl(base + path, { isRefused })).rejects.toThrow('leads to 127.0.0.2');
  });

  it('does not follow a redirect to a name that resolves to an address that is refused', async () => {
    const start = `http://127.0.0.2:${port}`;
    const isRefused = (address: string): boolean => address !== '127.0.0.2' && isPrivateAddress(address);
    await expect(fetchUrl(`${start}/inside-by-name`, { isRefused })).rejects.toThrow(
      /leads to (127\.0\.0\.1|::1), an address of a private network/,
    );
    expect(Buffer.from((await fetchUrl(`${start}/`, { isRefused })).bytes).toString()).toBe('hello');
  });
});

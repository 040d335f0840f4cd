// Who may ask: only this machine by default; others with a token and from a named origin. Headers that keep a page
// from loading or running anything that is not ours, and a limit on requests.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorBody, statusOf } from './errors.ts';

export type GuardOptions = {
  /** Wanted from every request when set. */
  readonly token?: string | null;
  /** The one other origin that may use the API, such as https://desk.example.org. */
  readonly origin?: string | null;
  /** Requests a second and address, with a burst of five times as many. */
  readonly rate?: number;
};

const headers = {
  // No script and no style but the desk's own files; a drawing's styles are set by script, never written as text.
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};
const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

export function addGuard(
  app: FastifyInstance,
  { token = null, origin = null, rate = 100 }: GuardOptions,
): void {
  const allow = createLimit(rate, rate * 5);
  const ownHost = origin === null ? null : new URL(origin).host;
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    const host = request.headers.host ?? '';
    // A foreign name that resolves to this machine (DNS rebinding) stops here.
    if (!loopback.test(host) && host !== ownHost)
      return refuse(reply, 'forbidden', `the desk does not answer to the host "${host}"`);
    const from = request.headers.origin;
    if (from !== undefined && from !== origin && from !== `http://${host}`)
      return refuse(reply, 'forbidden', `requests from ${from} are not allowed`);
    if (from !== undefined && from === origin) {
      reply.headers({
        'access-control-allow-origin': origin,
        vary: 'origin',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
      });
      if (request.method === 'OPTIONS') return reply.status(204).send();
    }
    if (!allow(request.ip))
      return refuse(reply.header('retry-after', '1'), 'too-many', 'too many requests at once');
    if (token !== null && !hasToken(request, reply, token))
      return refuse(
        reply,
        'unauthorised',
        'a token is wanted',
        'send "Authorization: Bearer TOKEN", or open the page with ?token=TOKEN once',
      );
    return undefined;
  });
}

function refuse(reply: FastifyReply, code: string, message: string, hint: string | null = null) {
  return reply.status(statusOf({ code })).send(errorBody({ code, message, hint }));
}

/** A page's address may carry the token once; then a cookie does, which no script can read. */
function hasToken(request: FastifyRequest, reply: FastifyReply, token: string): boolean {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return isEqual(bearer, token);
  const cookie = /(?:^|;\s*)casus=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  if (cookie !== undefined && isEqual(decodeURIComponent(cookie), token)) return true;
  const asked = new URL(request.url, 'http://desk').searchParams.get('token');
  if (asked === null || !isEqual(asked, token)) return false;
  reply.header('set-cookie', `casus=${encodeURIComponent(token)}; HttpOnly; SameSite=Strict; Path=/`);
  return true;
}

function isEqual(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

/** Token buckets by address; the table is emptied when it grows, so that it cannot be made to fill memory. */
function createLimit(perSecond: number, burst: number): (address: string) => boolean {
  const buckets = new Map<string, { left: number; at: number }>();
  return (address) => {
    const now = Date.now();
    if (buckets.size > 10_000) buckets.clear();
    const bucket = buckets.get(address) ?? { left: burst, at: now };
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    buckets.set(address, bucket);
    if (bucket.left < 1) return false;
    bucket.left--;
    return true;
  };
}

// Fetches a page or a feed that a user named. Addresses of private networks are refused where the connection is made,
// on every redirect, so that neither a name nor a redirect can lead inside.
import { lookup as lookupName } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ProblemError, problem } from '../../records/index.ts';

export type FetchOptions = {
  readonly allowPrivate?: boolean;
  /** Which addresses are refused; those of private networks unless said otherwise. */
  readonly isRefused?: (address: string) => boolean;
  /** Extra headers, such as If-None-Match. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly largest?: number;
};
export type Fetched = {
  readonly status: number;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Uint8Array;
};

export const userAgent = 'Casus/0.1 (event coder; reads feeds and pages that its user named)';
const mostRedirects = 5;

const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, bits, 'ipv6');

/** True for addresses of this machine, of private networks and of none (RFC 6890); an IPv4 one may wear IPv6 clothes. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return true;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPrivateAddress(mapped);
  if (/^::ffff:/i.test(address)) return true;
  return inside.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

export async function fetchUrl(address: string, options: FetchOptions = {}): Promise<Fetched> {
  let url = parseUrl(address, address);
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await requestOnce(url, address, options);
    const to = response.headers.location;
    if (
      response.statusCode === undefined ||
      response.statusCode < 300 ||
      response.statusCode > 399 ||
      response.statusCode === 304 ||
      to === undefined
    ) {
      const bytes = await readBody(
        response,
        address,
        options.largest ?? 32 * 1024 * 1024,
        options.timeoutMs ?? 20_000,
      );
      return { status: response.statusCode ?? 0, url: url.href, headers: response.headers, bytes };
    }
    response.destroy();
    url = parseUrl(new URL(to, url).href, address);
  }
  throw failed(address, `redirected more than ${mostRedirects} times`);
}

function parseUrl(text: string, asked: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new ProblemError([
      problem('bad-url', `"${text}" is no address of the web`, asked, 'it begins with https://'),
    ]);
  return url;
}

function requestOnce(
  url: URL,
  asked: string,
  {
    allowPrivate = false,
    isRefused = allowPrivate ? () => false : isPrivateAddress,
    headers = {},
    timeoutMs = 20_000,
  }: FetchOptions,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is never looked up, so it is checked here; a name is checked as it is resolved.
  if (isIP(host) !== 0 && isRefused(host)) throw refused(asked, host);
  const lookup: LookupFunction = (name, how, done) => {
    lookupName(name, { ...how, all: true }, (error, found) => {
      if (error !== null) return done(error, '', 0);
      const bad = found.find(({ address }) => isRefused(address));
      if (bad !== undefined)
        return done(refused(asked, bad.address) as unknown as NodeJS.ErrnoException, '', 0);
      if (how.all === true) return done(null, found);
      return done(null, found[0]!.address, found[0]!.family);
    });
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const wanted = {
      'user-agent': userAgent,
      accept:
        'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
      ...headers,
    };
    const asking = send(url, { headers: wanted, lookup, agent: false, timeout: timeoutMs }, resolve);
    asking.on('timeout', () => asking.destroy(failed(asked, `no answer within ${timeoutMs / 1000} s`)));
    asking.on('error', (error) =>
      reject(error instanceof ProblemError ? error : failed(asked, error.message, error)),
    );
    asking.end();
  });
}

/** The body, unpacked; stops at the limit, so that a small packed answer cannot fill memory. */
async function readBody(
  response: IncomingMessage,
  asked: string,
  largest: number,
  timeoutMs: number,
): Promise<Uint8Array> {
  const unpack = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }[response.headers['content-encoding']?.toLowerCase() ?? ''];
  const stream = unpack === undefined ? response : response.pipe(unpack());
  const timer = setTimeout(() => stream.destroy(failed(asked, 'the answer takes too long')), timeoutMs * 3);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of stream) {
      size += (part as Buffer).length;
      if (size > largest)
        throw new ProblemError([
          problem('too-large', `the page is larger than ${Math.round(largest / 1024 / 1024)} MB`, asked),
        ]);
      parts.push(part as Buffer);
    }
  } catch (error) {
    throw error instanceof ProblemError ? error : failed(asked, (error as Error).message, error);
  } finally {
    clearTimeout(timer);
    response.destroy();
  }
  return Buffer.concat(parts);
}

function refused(asked: string, address: string): ProblemError {
  return new ProblemError([
    problem(
      'private-address',
      `leads to ${address}, an address of a private network`,
      asked,
      'allow it with --allow-private',
    ),
  ]);
}

function failed(asked: string, why: string, cause?: unknown): ProblemError {
  return new ProblemError([problem('fetch-failed', `could not be fetched: ${why}`, asked)], { cause });
}

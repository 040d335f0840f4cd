// The bytes of an HTTP response as archives keep them -> its status, headers and body; and what some archives keep in its
// place, the body alone. The body is unpacked and put together from its chunks here too.
import { brotliDecompressSync } from 'node:zlib';
import { AsyncIterReader } from 'warcio';

export type HttpResponse = {
  /** 200 where there is no status line. */
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
};

/** Longer heads are none. */
const longestHead = 128 * 1024;

export function splitResponse(bytes: Uint8Array): HttpResponse {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = all.subarray(0, longestHead).toString('latin1');
  const status = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})/.exec(start)?.[1];
  if (status === undefined) return { status: 200, headers: new Map(), body: bytes };
  const end = /\r?\n\r?\n/.exec(start);
  const head = end === null ? start : start.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n(?![ \t])/).slice(1)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name))
      headers.set(
        name,
        line
          .slice(colon + 1)
          .replace(/\s+/g, ' ')
          .trim(),
      );
  }
  const body = end === null ? new Uint8Array() : bytes.subarray(end.index + end[0].length);
  return { status: Number(status), headers, body };
}

/** The body as it was written, not more of it than shows that it has more than `largest` bytes. */
export async function unpackBody({ headers, body }: HttpResponse, largest: number): Promise<Uint8Array> {
  const encoding = headers.get('content-encoding')?.toLowerCase() ?? null;
  const isChunked = headers.get('transfer-encoding')?.toLowerCase() === 'chunked';
  const packing = encoding === 'gzip' || encoding === 'deflate' ? encoding : null;
  const content = await readUpTo(new AsyncIterReader([body], packing, isChunked), largest);
  return encoding === 'br' ? unbrotli(content, largest) : content;
}

/** Pieces put together until they have more than `largest` bytes. */
export async function readUpTo(pieces: AsyncIterable<Uint8Array>, largest: number): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    taken.push(piece);
    length += piece.length;
    if (length > largest) break;
  }
  return taken.length === 1 ? taken[0]! : Buffer.concat(taken);
}

/** warcio knows gzip and deflate only. Bytes that are no Brotli, whatever the server said, stay as they are. */
function unbrotli(content: Uint8Array, largest: number): Uint8Array {
  try {
    return brotliDecompressSync(content, { maxOutputLength: largest });
  } catch {
    return content;
  }
}

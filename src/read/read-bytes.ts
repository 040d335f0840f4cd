// Any file's bytes -> its documents: tells what the bytes are and hands them to the reader for that.
import { isUtf8 } from 'node:buffer';
import { constants, gunzipSync } from 'node:zlib';
import { type Problem, problem } from '../records/index.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { Phrases } from './lines/phrases.ts';
import { readFeed } from './read-feed.ts';
import { readHtml } from './read-html.ts';
import { type FieldMap, readJsonArticle, readJsonl } from './read-jsonl.ts';
import { type ReadResult, readText } from './read-text.ts';
import { readWarc } from './read-warc.ts';
import { textLines } from './text-lines.ts';

export const inputKinds = ['auto', 'text', 'html', 'jsonl', 'feed', 'warc'] as const;
export type InputKind = (typeof inputKinds)[number];

export type BytesOptions = {
  /** The file's name, for problems and for its ending. */
  readonly name: string;
  readonly contentType?: string | null | undefined;
  readonly input?: InputKind | undefined;
  readonly url?: string | null | undefined;
  readonly fallbackDate?: string | null | undefined;
  readonly phrases?: Phrases | undefined;
  readonly fieldMap?: FieldMap | undefined;
};

/** More than this is a bomb, or a corpus that wants to be streamed. */
const largestUnpacked = 256 * 1024 * 1024;

/** The documents of a file, one result each, lazily; a file that cannot be read gives one result with its problem. */
export async function* readBytes(bytes: Uint8Array, options: BytesOptions): AsyncGenerator<ReadResult> {
  const { name, input = 'auto' } = options;
  const fail = (code: string, message: string, hint: string | null = null): ReadResult => ({
    document: null,
    problems: [problem(code, message, name, hint)],
  });
  if (bytes.length === 0) {
    yield fail('empty-file', 'the file is empty');
    return;
  }
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (input === 'warc' || isWarc(bytes, packed)) {
    yield* readWarc(once(bytes), options);
    return;
  }
  if (packed) {
    const { unpacked, fault } = unpack(bytes);
    if (unpacked[0] === 0x1f && unpacked[1] === 0x8b) yield fail('binary-file', 'the file is packed twice');
    else if (unpacked.length > 0)
      yield* readBytes(unpacked, { ...options, name: name.replace(/\.gz$/i, '') });
    if (fault !== null) yield { document: null, problems: [{ ...fault, place: name }] };
    return;
  }
  // Line by line, so that the whole is not held as text too; other encodings than UTF-8 are decoded at once below.
  if ((input === 'jsonl' || (input === 'auto' && isJsonlName(name))) && isUtf8(bytes)) {
    yield* readJsonl(textLines(once(bytes, bytes.length)), options);
    return;
  }
  const { text, binary } = decodeBytes(bytes, options.contentType ?? null);
  if (text === null) {
    yield fail(
      'binary-file',
      `the file is ${binary === 'not text' ? 'binary, not text' : binary}`,
      'Casus reads text, HTML, feeds, JSONL and WARC',
    );
    return;
  }
  if (text.trim() === '') {
    yield fail('empty-file', 'there is nothing but white space in the file');
    return;
  }
  yield* readKind(text, input === 'auto' ? detectKind(text, options) : input, options);
}

async function* readKind(
  text: string,
  kind: InputKind | 'json',
  options: BytesOptions,
): AsyncGenerator<ReadResult> {
  const { name, url, fallbackDate, phrases } = options;
  if (kind === 'json') {
    const data: unknown = JSON.parse(text); // detectKind has parsed it
    if (!Array.isArray(data)) yield readJsonArticle(data, options);
    else
      for (const [index, one] of data.entries())
        yield readJsonArticle(one, { ...options, name: `${name}#${index + 1}` });
  } else if (kind === 'jsonl') yield* readJsonl(text.replace(/\r?\n$/, '').split(/\r?\n/), options);
  else if (kind === 'feed') yield* readFeed(text, options);
  else if (kind === 'html') yield readHtml(text, { url, fallbackDate, phrases, place: name });
  else yield readText(text, { url, fallbackDate, phrases, place: name });
}

/** What text this is, by its first words rather than its name; the name decides where they do not. */
export function detectKind(text: string, { name, contentType }: BytesOptions): InputKind | 'json' {
  const head = text
    .slice(0, 4096)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (isJsonlName(name)) return 'jsonl';
  if (/^[[{]/.test(head)) {
    const data = parseJson(text);
    if (data !== null)
      return /^https?:\/\/jsonfeed\.org\//.test(String((data as { version?: unknown }).version))
        ? 'feed'
        : 'json';
    const first = text.trimStart().split('\n', 1)[0] ?? '';
    return parseJson(first) !== null || /\.json$/i.test(name) ? 'jsonl' : 'text';
  }
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<\?[^>]*>\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:rss|(?:[\w.-]+:)?(?:feed|RDF))[\s>]/i.test(
      head,
    )
  )
    return 'feed';
  if (/^<!doctype html|<html[\s>]|<body[\s>]/i.test(head)) return 'html';
  if (/html/i.test(contentType ?? '') || /\.x?html?$/i.test(name)) return 'html';
  return (head.match(/<(?:p|div|br|span|h[1-6]|a|article|ul|li|section)(?:\s[^<>]*)?\/?>/gi) ?? []).length >=
    3
    ? 'html'
    : 'text';
}

function isJsonlName(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name);
}

function parseJson(text: string): object | null {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' ? data : null;
  } catch {
    return null;
  }
}

/** What is packed, and why it is not all of it where the file breaks off, is damaged, or is too large. */
function unpack(bytes: Uint8Array): { readonly unpacked: Uint8Array; readonly fault: Problem | null } {
  const limit = { maxOutputLength: largestUnpacked };
  try {
    return { unpacked: gunzipSync(bytes, limit), fault: null };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      return {
        unpacked: new Uint8Array(),
        fault: problem(
          'too-large',
          `unpacked, the file has more than ${largestUnpacked} bytes`,
          null,
          'unpack it and split it',
        ),
      };
    const fault = problem('bad-gzip', `the file cannot be unpacked to its end: ${message}`);
    // A file that breaks off: what there is of it can be read.
    if (code === 'Z_BUF_ERROR')
      return { unpacked: gunzipSync(bytes, { ...limit, finishFlush: constants.Z_SYNC_FLUSH }), fault };
    return { unpacked: new Uint8Array(), fault };
  }
}

function isWarc(bytes: Uint8Array, packed: boolean): boolean {
  if (!packed) return startsAsWarc(bytes);
  // The first bytes suffice to see what was packed; few of them, since later ones may be damaged.
  return [128, 1024, 16_384].some((length) => {
    try {
      return startsAsWarc(
        gunzipSync(bytes.subarray(0, length), {
          finishFlush: constants.Z_SYNC_FLUSH,
          maxOutputLength: 64 * 1024 * 1024,
        }),
      );
    } catch {
      return false; // Not readable here; the unpacking tells why.
    }
  });
}

function startsAsWarc(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === 'WARC/';
}

/** In pieces, so that a record of an archive is worked on before the next is unpacked. */
async function* once(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

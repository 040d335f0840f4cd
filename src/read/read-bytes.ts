// Any file's bytes -> its documents: tells what the bytes are and hands them to the reader for that.
import { gunzipSync } from 'node:zlib';
import { problem } from '../records/index.ts';
import { decodeBytes } from './decode-bytes.ts';
import { readFeed } from './read-feed.ts';
import { readHtml } from './read-html.ts';
import { type FieldMap, readJsonArticle, readJsonl } from './read-jsonl.ts';
import { type ReadResult, readText } from './read-text.ts';
import { readWarc } from './read-warc.ts';

export const inputKinds = ['auto', 'text', 'html', 'jsonl', 'feed', 'warc'] as const;
export type InputKind = (typeof inputKinds)[number];

export type BytesOptions = {
  /** The file's name, for problems and for its ending. */
  readonly name: string;
  readonly contentType?: string | null | undefined;
  readonly input?: InputKind | undefined;
  readonly url?: string | null | undefined;
  readonly fallbackDate?: string | null | undefined;
  readonly fieldMap?: FieldMap | undefined;
};

const largestUnpacked = 512 * 1024 * 1024;

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
    let unpacked: Uint8Array;
    try {
      unpacked = gunzipSync(bytes, { maxOutputLength: largestUnpacked });
    } catch (error) {
      yield fail('bad-gzip', `the file cannot be unpacked: ${(error as Error).message}`);
      return;
    }
    if (unpacked[0] === 0x1f && unpacked[1] === 0x8b) yield fail('binary-file', 'the file is packed twice');
    else yield* readBytes(unpacked, { ...options, name: name.replace(/\.gz$/i, '') });
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
  const { name, url, fallbackDate } = options;
  if (kind === 'json') {
    const data: unknown = JSON.parse(text); // detectKind has parsed it
    if (!Array.isArray(data)) yield readJsonArticle(data, options);
    else
      for (const [index, one] of data.entries())
        yield readJsonArticle(one, { ...options, name: `${name}#${index + 1}` });
  } else if (kind === 'jsonl') yield* readJsonl(text.replace(/\r?\n$/, '').split(/\r?\n/), options);
  else if (kind === 'feed') yield* readFeed(text, options);
  else if (kind === 'html') yield readHtml(text, { url, fallbackDate, place: name });
  else yield readText(text, { url, fallbackDate, place: name });
}

/** What text this is, by its first words rather than its name; the name decides where they do not. */
export function detectKind(text: string, { name, contentType }: BytesOptions): InputKind | 'json' {
  const head = text
    .slice(0, 4096)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return 'jsonl';
  if (/^[[{]/.test(head)) {
    if (/^\{[^{}[\]]*"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(head)) return 'feed';
    if (isJson(text)) return 'json';
    const first = text.trimStart().split('\n', 1)[0] ?? '';
    return isJson(first) || /\.json$/i.test(name) ? 'jsonl' : 'text';
  }
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<\?[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(
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

function isJson(text: string): boolean {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null;
  } catch {
    return false;
  }
}

function isWarc(bytes: Uint8Array, packed: boolean): boolean {
  let head = bytes.subarray(0, 5);
  if (packed) {
    try {
      // The first kilobytes suffice to see what was packed; Z_SYNC_FLUSH allows the cut.
      head = gunzipSync(bytes.subarray(0, 16_384), {
        finishFlush: 2,
        maxOutputLength: 64 * 1024 * 1024,
      }).subarray(0, 5);
    } catch {
      return false; // Not readable here; the unpacking below tells why.
    }
  }
  return Buffer.from(head).toString('latin1') === 'WARC/';
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  // In pieces, so that a record is worked on before the next is unpacked.
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

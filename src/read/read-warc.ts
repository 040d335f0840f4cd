// Web archives (WARC, also gzipped) -> one document an HTML or text response, lazily, record by record. An archive that
// breaks off or is damaged is read up to there.
import { brotliDecompressSync } from 'node:zlib';
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { problem } from '../records/index.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { Phrases } from './lines/phrases.ts';
import { readHtml } from './read-html.ts';
import { type ReadResult, readText } from './read-text.ts';

export type WarcOptions = {
  readonly fallbackDate?: string | null | undefined;
  readonly phrases?: Phrases | undefined;
  readonly name?: string | undefined;
};

/** A page larger than this, once unpacked, is skipped with a problem. */
const largest = 32 * 1024 * 1024;

export async function* readWarc(
  bytes: AsyncIterable<Uint8Array>,
  options: WarcOptions = {},
): AsyncGenerator<ReadResult> {
  const name = options.name ?? 'warc';
  const fail = (message: string, code = 'bad-warc', place = name): ReadResult => ({
    document: null,
    problems: [problem(code, message, place, code === 'bad-warc' ? 'what stands before it was read' : null)],
  });
  const reader = new AsyncIterReader(bytes);
  let packed = false;
  let read = 0;
  try {
    for await (const record of new WARCParser(reader)) {
      const url = record.warcTargetURI ?? null;
      const place = `${name}#${url ?? read + 1}`;
      const raw = record.reader;
      packed ||= reader.compressed !== null;
      if (!(raw instanceof LimitReader) || record.warcHeader('Content-Length') === null) {
        yield fail('the archive breaks off or is damaged: a record without a length');
        return;
      }
      const type = pageType(record);
      const content = type === null ? null : await readContent(record);
      for await (const _ of raw); // What is left of it; the parser would wait for ever for what is missing.
      if (raw.limit > 0 || (packed && isDamaged(reader))) {
        yield fail(
          `the archive breaks off or is damaged within this record, which is left out`,
          'bad-warc',
          place,
        );
        return;
      }
      if (type === null || content === null) continue;
      read++;
      if (content.length > largest) yield fail(`the page has more than ${largest} bytes`, 'too-large', place);
      else yield readPage(unbrotli(record, content), type, { ...options, url, place });
    }
  } catch (error) {
    yield fail(`the archive cannot be read on: ${(error as Error).message}`);
    return;
  }
  if (packed && (isDamaged(reader) || reader.inflator?.ended === false))
    yield fail('the archive breaks off within a record');
  else if (read === 0) yield fail('no page in the archive', 'empty-file');
}

/** The content type of a record that holds a page; '' where it names none, null where it holds something else. */
function pageType(record: WARCRecord): string | null {
  const { warcType, httpHeaders } = record;
  if (warcType !== 'response' && warcType !== 'resource' && warcType !== 'conversion') return null;
  if (httpHeaders !== null && Number(httpHeaders.statusCode) !== 200) return null;
  const type = (httpHeaders?.headers ?? record.warcHeaders.headers).get('content-type') ?? '';
  return type === '' || /html|text\/plain/i.test(type) ? type : null;
}

/** Unpacked and put together from its chunks; no more is kept than shows that it is too large. */
async function readContent(record: WARCRecord): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of record) {
    pieces.push(piece);
    length += piece.length;
    if (length > largest) break;
  }
  return Buffer.concat(pieces);
}

/** warcio knows gzip and deflate only. Bytes that are no Brotli, whatever the server said, stay as they are. */
function unbrotli(record: WARCRecord, content: Uint8Array): Uint8Array {
  if (record.httpHeaders?.headers.get('content-encoding') !== 'br') return content;
  try {
    return brotliDecompressSync(content, { maxOutputLength: largest });
  } catch {
    return content;
  }
}

function isDamaged(reader: AsyncIterReader): boolean {
  return reader.inflator !== null && reader.inflator.err !== 0;
}

function readPage(
  content: Uint8Array,
  type: string,
  options: WarcOptions & { readonly url: string | null; readonly place: string },
): ReadResult {
  const { place } = options;
  const { text, binary } = decodeBytes(content, type);
  if (text === null)
    return { document: null, problems: [problem('binary-file', `the record is ${binary}`, place)] };
  const isHtml =
    /html/i.test(type) || (type === '' && /<!doctype html|<html[\s>]/i.test(text.slice(0, 4096)));
  return isHtml ? readHtml(text, options) : readText(text, options);
}

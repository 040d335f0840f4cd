// Web archives (WARC, also gzipped) -> one document an HTML or text response, lazily, record by record. An archive that
// breaks off or is damaged is read up to there.
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { problem } from '../records/index.ts';
import { decodeBytes } from './decode-bytes.ts';
import { type HttpResponse, readUpTo, splitResponse, unpackBody } from './http-response.ts';
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
  archive: AsyncIterable<Uint8Array>,
  options: WarcOptions = {},
): AsyncGenerator<ReadResult> {
  const name = options.name ?? 'warc';
  const fail = (message: string, code = 'bad-warc', place = name): ReadResult => ({
    document: null,
    problems: [problem(code, message, place, code === 'bad-warc' ? 'what stands before it was read' : null)],
  });
  const reader = new AsyncIterReader(archive);
  let packed = false;
  let read = 0;
  try {
    for await (const record of new WARCParser(reader, { parseHttp: false })) {
      const url = record.warcTargetURI ?? null;
      const place = `${name}#${url ?? read + 1}`;
      const raw = record.reader;
      packed ||= reader.compressed !== null;
      if (!(raw instanceof LimitReader) || record.warcHeader('Content-Length') === null) {
        yield fail('the archive breaks off or is damaged: a record without a length');
        return;
      }
      const bytes = withPages.has(record.warcType) ? await readUpTo(raw, largest) : null;
      for await (const _ of raw); // What is left of it; the parser would wait for ever for what is missing.
      if (raw.limit > 0 || (packed && isDamaged(reader))) {
        yield fail(
          `the archive breaks off or is damaged within this record, which is left out`,
          'bad-warc',
          place,
        );
        return;
      }
      const response = bytes === null ? null : splitResponse(bytes);
      const type = response === null ? null : pageType(record, response);
      if (response === null || type === null) continue;
      read++;
      const content = bytes!.length > largest ? bytes! : await unpackBody(response, largest);
      if (content.length > largest) yield fail(`the page has more than ${largest} bytes`, 'too-large', place);
      else yield readPage(content, type, { ...options, url, place });
    }
  } catch (error) {
    yield fail(`the archive cannot be read on: ${(error as Error).message}`);
    return;
  }
  if (packed && (isDamaged(reader) || reader.inflator?.ended === false))
    yield fail('the archive breaks off within a record');
  else if (read === 0) yield fail('no page in the archive', 'empty-file');
}

/** Kinds of records that may hold a page. */
const withPages: ReadonlySet<string | null> = new Set(['response', 'resource', 'conversion']);

/** The content type of a page; '' where none is named, null where it is something else. */
function pageType(record: WARCRecord, { status, headers }: HttpResponse): string | null {
  if (status !== 200) return null;
  // "application/http" says how a record is kept; where it holds the body alone, nothing says what that is.
  const own = record.warcContentType?.startsWith('application/http') === true ? '' : record.warcContentType;
  const type = headers.get('content-type') ?? own ?? '';
  return type === '' || /html|text\/plain/i.test(type) ? type : null;
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

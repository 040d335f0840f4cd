// Web archives (WARC, also gzipped) -> one document an HTML or text response, lazily, record by record.
import { WARCParser } from 'warcio';
import { problem } from '../records/index.ts';
import { decodeBytes } from './decode-bytes.ts';
import { readHtml } from './read-html.ts';
import { type ReadResult, readText } from './read-text.ts';

export type WarcOptions = {
  readonly fallbackDate?: string | null | undefined;
  readonly name?: string | undefined;
};

/** A record larger than this is skipped with a problem. */
const largest = 32 * 1024 * 1024;

export async function* readWarc(
  bytes: AsyncIterable<Uint8Array>,
  options: WarcOptions = {},
): AsyncGenerator<ReadResult> {
  const name = options.name ?? 'warc';
  const parser = new WARCParser(bytes);
  let read = 0;
  try {
    for await (const record of parser) {
      const type =
        record.httpHeaders?.headers.get('content-type') ??
        record.warcHeaders.headers.get('content-type') ??
        '';
      const status = record.httpHeaders?.statusCode ?? 200;
      const page =
        record.warcType === 'response' || record.warcType === 'resource' || record.warcType === 'conversion';
      if (!page || status !== 200 || !/html|text\/plain/i.test(type)) {
        await record.skipFully();
        continue;
      }
      read++;
      const url = record.warcTargetURI ?? null;
      const place = `${name}#${url ?? read}`;
      const content = await record.readFully(true);
      if (content.length > largest) {
        yield {
          document: null,
          problems: [problem('too-large', `the page has ${content.length} bytes`, place)],
        };
        continue;
      }
      const { text, binary } = decodeBytes(content, type);
      if (text === null) {
        yield { document: null, problems: [problem('binary-file', `the record is ${binary}`, place)] };
        continue;
      }
      const read1 = { url, place, fallbackDate: options.fallbackDate };
      yield /html/i.test(type) ? readHtml(text, read1) : readText(text, read1);
    }
  } catch (error) {
    yield {
      document: null,
      problems: [problem('bad-warc', `the archive cannot be read on: ${(error as Error).message}`, name)],
    };
    return;
  }
  if (read === 0) yield { document: null, problems: [problem('empty-file', 'no page in the archive', name)] };
}

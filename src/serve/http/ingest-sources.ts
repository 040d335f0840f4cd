// What a user hands in - text, HTML, an address, a file's bytes - as sources for the coder. One that fails gives its
// problem, and the others go on.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { Source } from '../../pipeline.ts';
import { type BytesOptions, type Phrases, readBytes, readHtml, readText } from '../../read/index.ts';
import { ProblemError, problem } from '../../records/index.ts';
import { fetchUrl } from './fetch-url.ts';

export const ingestItem = z
  .strictObject({
    text: z.string().optional(),
    html: z.string().optional(),
    url: z.string().max(2000).optional(),
    title: z.string().max(1000).optional(),
    published: z.string().max(100).optional(),
    source: z.string().max(300).optional(),
  })
  .refine(
    ({ text, html, url }) => text !== undefined || html !== undefined || url !== undefined,
    'text, html or url is wanted',
  );
export type IngestItem = z.output<typeof ingestItem>;

export type AddressOptions = {
  /** Let addresses of private networks be fetched. */
  readonly allowPrivate: boolean;
  readonly phrases?: Phrases | undefined;
};

/** A `url` beside text or HTML is only where it came from; alone it is fetched. */
export async function* readItems(
  items: readonly IngestItem[],
  options: AddressOptions,
): AsyncGenerator<Source> {
  for (const { text, html, url, title, published, source } of items) {
    await nextTurn(); // reading is synchronous; others are let through between two articles
    const known = { url, title, published, source, phrases: options.phrases };
    if (text !== undefined) yield readText(text, known);
    else if (html !== undefined) yield readHtml(html, known);
    else yield* readAddress(url!, { ...options, fallbackDate: published });
  }
}

/** The articles at an address: one page, or all entries of a feed. */
export async function* readAddress(
  url: string,
  { allowPrivate, phrases, fallbackDate }: AddressOptions & { readonly fallbackDate?: string | undefined },
): AsyncGenerator<Source> {
  try {
    const fetched = await fetchUrl(url, { allowPrivate });
    if (fetched.status >= 400)
      throw new ProblemError([problem('fetch-failed', `the server answers ${fetched.status}`, url)]);
    yield* readBytes(fetched.bytes, {
      name: url,
      url: fetched.url,
      contentType: fetched.headers['content-type'] ?? null,
      fallbackDate,
      phrases,
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    yield { document: null, problems: error.problems };
  }
}

export async function* readFile(bytes: Uint8Array, options: BytesOptions): AsyncGenerator<Source> {
  try {
    yield* readBytes(bytes, options);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    yield { document: null, problems: error.problems };
  }
}

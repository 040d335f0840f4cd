// Articles as JSON: one object a line, or whole files of them, with news-please's names known and a map for others.
import { type Problem, problem } from '../records/index.ts';
import type { Phrases } from './lines/phrases.ts';
import { readHtml } from './read-html.ts';
import { type ReadResult, readText } from './read-text.ts';
import { longestLine } from './text-lines.ts';

export const jsonFields = ['id', 'text', 'html', 'title', 'published', 'url', 'source'] as const;
export type JsonField = (typeof jsonFields)[number];
/** Which of the source's fields holds ours: `{ text: 'body', published: 'meta.date' }`. */
export type FieldMap = Readonly<Partial<Record<JsonField, string>>>;

export type JsonOptions = {
  readonly fieldMap?: FieldMap | undefined;
  readonly fallbackDate?: string | null | undefined;
  readonly phrases?: Phrases | undefined;
  /** The file's name, for problems. */
  readonly name?: string | undefined;
};

/** Our own names first, then those of news-please, JSON Feed and common scrapers. */
const known: Readonly<Record<JsonField, readonly string[]>> = {
  id: ['id'],
  text: ['text', 'maintext', 'content_text', 'body', 'article_text'],
  html: ['html', 'content_html', 'raw_html'],
  title: ['title', 'headline'],
  published: [
    'published',
    'date_publish',
    'date_published',
    'published_at',
    'publish_date',
    'pubDate',
    'date',
  ],
  url: ['url', 'link'],
  source: ['source', 'source_domain', 'publisher'],
};

/**
 * One result a line, in order; a line that cannot be read gives its problem and the rest goes on. A line that is null
 * was too long to be held (`textLines`).
 */
export async function* readJsonl(
  lines: Iterable<string | null> | AsyncIterable<string | null>,
  options: JsonOptions = {},
): AsyncGenerator<ReadResult> {
  let number = 0;
  for await (const line of lines) {
    number++;
    const place = `${options.name ?? 'jsonl'}:${number}`;
    if (line === null) {
      yield failed(tooLong(place));
      continue;
    }
    let data: unknown;
    try {
      data = JSON.parse(number === 1 ? line.replace(/^\ufeff/, '') : line);
    } catch (error) {
      yield failed(
        problem(
          'bad-json',
          line.trim() === '' ? 'the line is empty' : `not JSON: ${(error as Error).message}`,
          place,
        ),
      );
      continue;
    }
    yield readJsonArticle(data, { ...options, name: place });
  }
}

/** One article from one JSON object; `options.name` is its place. */
export function readJsonArticle(data: unknown, options: JsonOptions = {}): ReadResult {
  const place = options.name ?? null;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const came = data === null ? 'null' : Array.isArray(data) ? 'a list' : `a ${typeof data}`;
    return failed(problem('bad-record', `${came} came where an object with text or html was wanted`, place));
  }
  const problems: Problem[] = [];
  const field = (name: JsonField): string | null => {
    const paths = options.fieldMap?.[name] === undefined ? known[name] : [options.fieldMap[name]];
    for (const path of paths) {
      const value = path.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), data);
      if (value === undefined || value === null) continue;
      if (typeof value === 'string') return value;
      if (typeof value === 'number') return String(value);
      problems.push(
        problem(
          'bad-field',
          `${path} is ${Array.isArray(value) ? 'a list' : `of type ${typeof value}`}, not text`,
          place,
        ),
      );
    }
    return null;
  };
  const text = field('text');
  const html = text === null || text.trim() === '' ? field('html') : null;
  if (text === null && html === null) {
    const names = Object.keys(data).slice(0, 12).join(', ');
    return failed(
      ...problems,
      problem(
        'bad-record',
        `no text and no html among its fields (${names})`,
        place,
        'name the field: --field text=NAME',
      ),
    );
  }
  const read = {
    id: field('id'),
    title: field('title'),
    published: field('published'),
    url: field('url'),
    source: field('source'),
    fallbackDate: options.fallbackDate,
    phrases: options.phrases,
    place,
  };
  const result = html === null ? readText(text ?? '', read) : readHtml(html, read);
  return { document: result.document, problems: [...problems, ...result.problems] };
}

/** Tells of a line that `textLines` did not hold. */
export function tooLong(place: string, longest: number = longestLine): Problem {
  return problem('too-large', `the line has more than ${longest} bytes`, place, 'split it into articles');
}

function failed(...problems: Problem[]): ReadResult {
  return { document: null, problems };
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

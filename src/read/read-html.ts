// A page of HTML -> a Document: the article is found by Readability, its metadata and blocks by the markup.
// Nothing in the page is executed or fetched.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Problem, problem } from '../records/index.ts';
import type { DomDocument, DomElement } from './html/dom.ts';
import { htmlLines } from './html/html-lines.ts';
import { limitHtml } from './html/limit-html.ts';
import { readMetadata } from './html/metadata.ts';
import { ownPhrases } from './lines/phrases.ts';
import { type ReadOptions, type ReadResult, readLines } from './read-text.ts';

/** `fragment`: the HTML is an article's body already (a feed's entry), so nothing has to be found in it. */
export type HtmlOptions = ReadOptions & { readonly fragment?: boolean | undefined };

export function readHtml(html: string, options: HtmlOptions = {}): ReadResult {
  const limited = limitHtml(html);
  const problems: Problem[] = [];
  const place = options.place ?? options.id ?? null;
  if (limited.cut !== null)
    problems.push(problem('html-cut', limited.cut, place, 'the page is too large or too deep'));
  // linkedom's own types name the browser's, which are absent here.
  const { document } = parseHTML(wrap(limited.html)) as unknown as { document: DomDocument };
  const metadata = readMetadata(document);
  const root = options.fragment === true ? document.body : findArticle(document);
  const lines = root === null ? [] : htmlLines(root, options.phrases ?? ownPhrases());
  const result = readLines(
    lines,
    {
      ...options,
      title: options.title ?? metadata.title,
      source: options.source ?? metadata.source,
      url: options.url ?? metadata.url,
    },
    metadata.dates,
    true,
  );
  return { document: result.document, problems: [...problems, ...result.problems] };
}

/** Readability's time grows with the square of the elements; a page of news has a few thousand. */
const largestForReadability = 6000;

/** linkedom puts no body where the page has none. */
function wrap(html: string): string {
  if (/<body[\s>]/i.test(html)) return /<html[\s>]/i.test(html) ? html : `<html>${html}</html>`;
  const inner = html.replace(/<!doctype[^>]{0,500}>|<\/?html(?:\s[^>]{0,2000})?>/gi, '');
  return `<!doctype html><html><head></head><body>${inner}</body></html>`;
}

/** The article's element as Readability finds it, else the page's own <article>, <main> or body. */
function findArticle(document: DomDocument): DomElement | null {
  const own = document.querySelector('article') ?? document.querySelector('main') ?? document.body;
  const length = (own?.textContent ?? '').length;
  if (document.querySelectorAll('*').length > largestForReadability) return own;
  // Readability changes the document, so it works on a copy. Its types name the browser's Document, which this is.
  const copy = document.cloneNode(true) as ConstructorParameters<typeof Readability>[0];
  const serializer = (node: unknown) => node as DomElement;
  const found = new Readability<DomElement>(copy, { serializer, charThreshold: 250 }).parse();
  if (found?.content === null || found?.content === undefined) return own;
  // On short pages it may take one paragraph of many.
  return own !== null && own !== document.body && (found.length ?? 0) < length * 0.3 ? own : found.content;
}

// What a page says about itself: JSON-LD, OpenGraph and other meta tags, <time>. Values stay as they are written.
import type { DomDocument } from './dom.ts';
import { type JsonLdArticle, readJsonLd } from './json-ld.ts';

export type HtmlMetadata = {
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  /** Surest first. */
  readonly dates: readonly string[];
};

/** Names of meta tags, in lower case; sites write them as `name`, `property` or `itemprop` and in any case. */
const dateMetas = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article:published',
  'article.published',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'publishdate',
  'publication_date',
  'citation_publication_date',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'date',
];

/** One after the other: a page's first <time> may belong to another story. */
const timeElements = [
  '[itemprop="datePublished"]',
  'time[pubdate]',
  'article time[datetime]',
  'main time[datetime]',
  'time[datetime]',
];

export function readMetadata(document: DomDocument): HtmlMetadata {
  const metas = readMetas(document);
  const meta = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((content) => content !== undefined) ?? null;
  const article: JsonLdArticle | null = readJsonLd(document);
  const dates = [
    article?.published,
    meta(...dateMetas),
    ...timeElements.map((selector) => {
      const element = document.querySelector(selector);
      return element?.getAttribute('datetime') ?? element?.getAttribute('content');
    }),
    article?.modified,
  ].filter((date): date is string => typeof date === 'string' && date.trim() !== '');
  const headings = document.querySelectorAll('h1');
  const heading = headings.length === 1 ? headings[0]?.textContent?.trim() : null;
  return {
    title:
      article?.headline ?? meta('og:title', 'twitter:title') ?? (heading || document.title?.trim() || null),
    source: article?.publisher ?? meta('og:site_name', 'application-name'),
    url:
      document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim() ||
      meta('og:url') ||
      (article?.url ?? null),
    dates: dates.slice(0, 3),
  };
}

/** The first content of each meta tag, by its name in lower case. */
function readMetas(document: DomDocument): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const content = element.getAttribute('content')?.trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

// What a page says about itself: JSON-LD, OpenGraph and other meta tags, <time>. Values stay as they are written.
import type { DomDocument } from './dom.ts';

export type HtmlMetadata = {
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  /** Surest first. */
  readonly dates: readonly string[];
};

const articleTypes = /(?:Article|BlogPosting|Report|Posting)$/;
const dateMetas = [
  'meta[property="article:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="article:published_time"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="sailthru.date"]',
  'meta[name="pubdate"]',
  'meta[name="publish-date"]',
  'meta[name="publication_date"]',
  'meta[name="dc.date.issued"]',
  'meta[name="DC.date.issued"]',
  'meta[name="dc.date"]',
  'meta[name="date"]',
];

export function readMetadata(document: DomDocument): HtmlMetadata {
  const meta = (...selectors: string[]) => {
    for (const selector of selectors) {
      const content = document.querySelector(selector)?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return null;
  };
  const article = readJsonLd(document);
  const dates = [
    text(article?.datePublished),
    meta(...dateMetas),
    document.querySelector('[itemprop="datePublished"]')?.getAttribute('datetime'),
    document
      .querySelector('time[pubdate], article time[datetime], main time[datetime], time[datetime]')
      ?.getAttribute('datetime'),
  ].filter((date): date is string => typeof date === 'string' && date.trim() !== '');
  const headings = document.querySelectorAll('h1');
  const heading = headings.length === 1 ? headings[0]?.textContent?.trim() : null;
  return {
    title:
      text(article?.headline) ??
      meta('meta[property="og:title"]', 'meta[name="twitter:title"]') ??
      (heading || document.title?.trim() || null),
    source: text(asObject(article?.publisher)?.name) ?? meta('meta[property="og:site_name"]'),
    url:
      document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim() ||
      meta('meta[property="og:url"]'),
    dates,
  };
}

type JsonObject = { readonly [key: string]: unknown };

function readJsonLd(document: DomDocument): JsonObject | null {
  for (const script of [...document.querySelectorAll('script[type*="ld+json"]')].slice(0, 20)) {
    let data: unknown;
    try {
      data = JSON.parse((script.textContent ?? '').slice(0, 500_000));
    } catch {
      continue; // A page's broken metadata is no reason not to read the page.
    }
    const found = findArticle(data, 0);
    if (found !== null) return found;
  }
  return null;
}

function findArticle(data: unknown, depth: number): JsonObject | null {
  if (depth > 4) return null;
  if (Array.isArray(data)) {
    for (const one of data.slice(0, 200)) {
      const found = findArticle(one, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const object = asObject(data);
  if (object === null) return null;
  const types = [object['@type']].flat();
  if (types.some((type) => typeof type === 'string' && articleTypes.test(type))) return object;
  return findArticle(object['@graph'] ?? object.mainEntity, depth + 1);
}

function asObject(value: unknown): JsonObject | null {
  // After the check the value is a JSON object, whose keys are strings.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

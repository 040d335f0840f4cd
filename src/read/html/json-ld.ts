// The article that a page describes as JSON-LD (schema.org), however it is nested: alone, in a list, in @graph.
import type { DomDocument } from './dom.ts';

/** Values as the page writes them. */
export type JsonLdArticle = {
  readonly headline: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
};

type JsonObject = { readonly [key: string]: unknown };

const articleTypes = /(?:Article|BlogPosting|Report|Posting|PressRelease)$/;
/** A page's description of itself tells the date where no article is described. */
const pageTypes = /(?:^|\/)(?:WebPage|ItemPage)$/;

export function readJsonLd(document: DomDocument): JsonLdArticle | null {
  const scripts = [...document.querySelectorAll('script[type*="ld+json"]')].slice(0, 20);
  const blocks = scripts.map((script) => parseBlock((script.textContent ?? '').slice(0, 500_000)));
  for (const types of [articleTypes, pageTypes]) {
    for (const data of blocks) {
      const found = findTyped(data, types, 0);
      if (found !== null) return describe(found, blocks, types === articleTypes);
    }
  }
  return null;
}

/** A page's broken metadata is no reason not to read the page; what editors often leave in it is mended. */
function parseBlock(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|^\s*\/\/\s*<!\[CDATA\[/, '')
    .replace(/(?:\/\*\s*|\/\/\s*)?\]\]>(?:\s*\*\/)?\s*;?\s*$/, '')
    .trim()
    .replace(/;$/, '');
  // Line breaks inside strings are not JSON, and between keys they mean nothing.
  for (const text of [bare, bare.replace(/[\u0000-\u001f]+/g, ' ')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next form may be JSON; if none is, the page has no JSON-LD.
    }
  }
  return null;
}

function describe(article: JsonObject, blocks: readonly unknown[], isArticle: boolean): JsonLdArticle {
  const page = first(article.mainEntityOfPage);
  return {
    // A page's name carries the site's, so the title is taken from elsewhere.
    headline: isArticle ? (text(article.headline) ?? text(article.name)) : null,
    published: text(article.datePublished) ?? text(article.dateCreated) ?? text(article.uploadDate),
    modified: text(article.dateModified),
    publisher: publisherOf(article, blocks),
    url: text(article.url) ?? text(page) ?? text(asObject(page)?.['@id']),
  };
}

function publisherOf(article: JsonObject, blocks: readonly unknown[]): string | null {
  const value = first(article.publisher) ?? first(article.sourceOrganization);
  const publisher = asObject(value);
  if (publisher === null) return text(value);
  const id = text(publisher['@id']);
  if (text(publisher.name) !== null || id === null) return text(publisher.name);
  for (const data of blocks) {
    const named = findObject(data, (one) => one['@id'] === id && text(one.name) !== null, 0);
    if (named !== null) return text(named.name);
  }
  return null;
}

function findTyped(data: unknown, types: RegExp, depth: number): JsonObject | null {
  const isTyped = (one: JsonObject) =>
    [one['@type']].flat().some((type) => typeof type === 'string' && types.test(type));
  return findObject(data, isTyped, depth);
}

function findObject(data: unknown, test: (object: JsonObject) => boolean, depth: number): JsonObject | null {
  if (depth > 4) return null;
  if (Array.isArray(data)) {
    for (const one of data.slice(0, 200)) {
      const found = findObject(one, test, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const object = asObject(data);
  if (object === null) return null;
  return test(object) ? object : findObject(object['@graph'] ?? object.mainEntity, test, depth + 1);
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function asObject(value: unknown): JsonObject | null {
  // After the check the value is a JSON object, whose keys are strings.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

function text(value: unknown): string | null {
  const one = first(value);
  if (typeof one === 'number') return String(one);
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : null;
}

// RSS, RDF, Atom and JSON feeds -> one document an entry, from the text that the feed itself carries.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseHTML } from 'linkedom';
import { problem } from '../records/index.ts';
import { parseDate } from './calendar-date.ts';
import { cleanLine } from './clean-text.ts';
import type { DomDocument } from './html/dom.ts';
import { limitHtml } from './html/limit-html.ts';
import type { Phrases } from './lines/phrases.ts';
import { readHtml } from './read-html.ts';
import { readJsonArticle } from './read-jsonl.ts';
import type { ReadResult } from './read-text.ts';

export type FeedOptions = {
  readonly fallbackDate?: string | null | undefined;
  readonly phrases?: Phrases | undefined;
  readonly name?: string | undefined;
};

type Node = { readonly [key: string]: unknown };

/** Which prefix we read the elements of a namespace under; feeds may write any, or none. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.)?w3\.org\/2005\/Atom$|^https?:\/\/purl\.org\/atom\/ns#/i, ''],
  [
    /^https?:\/\/purl\.org\/rss\/1\.0\/?$|^https?:\/\/(?:my\.netscape\.com|channel\.netscape\.com)\/rdf\/simple\/0\.9\/?$/i,
    '',
  ],
  [
    /^https?:\/\/(?:backend\.userland\.com|blogs\.law\.harvard\.edu\/tech|cyber\.law\.harvard\.edu)\/?rss2?/i,
    '',
  ],
  [/^https?:\/\/(?:www\.)?w3\.org\/1999\/02\/22-rdf-syntax-ns#$/i, 'rdf:'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/i, 'content:'],
  [/^https?:\/\/purl\.org\/dc\/(?:elements\/1\.1|terms)\/?$/i, 'dc:'],
];

const lists = new Set(['item', 'entry', 'link']);

export function* readFeed(text: string, options: FeedOptions = {}): Generator<ReadResult> {
  const place = options.name ?? null;
  const fail = (message: string): ReadResult => ({
    document: null,
    problems: [problem('bad-feed', message, place)],
  });
  if (/^\s*\{/.test(text)) {
    yield* readJsonFeed(text, options, fail);
    return;
  }
  // A declaration can define entities that multiply; no feed needs one.
  const safe = mendAmpersands(text.replace(/<!DOCTYPE[^>[]{0,500}(?:\[[^\]]*\])?[^>]{0,100}>/gi, ''));
  const valid = XMLValidator.validate(safe);
  if (valid !== true) {
    yield fail(`not well-formed XML: ${valid.err.msg} (line ${valid.err.line})`);
    return;
  }
  const rename = readPrefixes(safe);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    htmlEntities: true,
    isArray: (name) => lists.has(name),
    transformTagName: rename,
    transformAttributeName: (name) => `@${rename(name.slice(1))}`,
  });
  let root: Node;
  try {
    root = parser.parse(keepXhtml(safe)) as Node; // the parser gives plain objects
  } catch (error) {
    yield fail((error as Error).message);
    return;
  }
  const rdf = node(root['rdf:RDF']);
  const channel = node(node(root.rss)?.channel) ?? node(root.feed) ?? node(rdf?.channel);
  const entries = [rdf?.item, channel?.item, channel?.entry]
    .flat()
    .map(node)
    .filter((entry) => entry !== null);
  if (entries.length === 0) yield fail('no item or entry in it');
  const channelTitle = textOf(channel?.title);
  const source = channelTitle === null ? null : plainLine(channelTitle);
  const base = textOf(channel?.['@xml:base']) ?? (channel === null ? null : linkOf(channel));
  for (const [index, entry] of entries.entries()) {
    const html =
      textOf(entry['content:encoded']) ??
      textOf(entry.content) ??
      textOf(entry.description) ??
      textOf(entry.summary);
    const title = textOf(entry.title);
    const dates = [entry.pubDate, entry.published, entry['dc:date'], entry.updated].map(textOf);
    const stated = dates.filter((date) => date !== null);
    yield readHtml(html ?? '', {
      url: resolveUrl(linkOf(entry), base),
      title: title === null ? null : plainLine(title),
      // The first that can be read; where none can, the first is told as a problem.
      published: stated.find((date) => parseDate(date) !== null) ?? stated[0] ?? null,
      source,
      fallbackDate: options.fallbackDate,
      phrases: options.phrases,
      place: `${place ?? 'feed'}#${index + 1}`,
      fragment: true,
    });
  }
}

function* readJsonFeed(
  text: string,
  options: FeedOptions,
  fail: (message: string) => ReadResult,
): Generator<ReadResult> {
  let feed: Node | null;
  try {
    feed = node(JSON.parse(text));
  } catch (error) {
    yield fail(`not JSON: ${(error as Error).message}`);
    return;
  }
  const items = Array.isArray(feed?.items) ? feed.items : [];
  if (items.length === 0) yield fail('no items in it');
  for (const [index, item] of items.entries()) {
    const name = `${options.name ?? 'feed'}#${index + 1}`;
    const entry = node(item);
    if (entry === null) {
      yield readJsonArticle(item, { ...options, name });
      continue;
    }
    const url = resolveUrl(textOf(entry.url) ?? textOf(entry.external_url), textOf(feed?.home_page_url));
    const title = textOf(entry.title);
    yield readJsonArticle(
      {
        source: feed?.title,
        // As in XML feeds, a summary counts where there is no more.
        ...(entry.content_text == null && entry.content_html == null ? { content_text: entry.summary } : {}),
        ...entry,
        ...(url === null ? {} : { url }),
        ...(title === null ? {} : { title: plainLine(title) }),
        date_published: entry.date_published ?? entry.date_modified,
      },
      { ...options, name },
    );
  }
}

/**
 * How the feed's own prefixes are read: `<rss:item>`, `<a:entry>` and `<x:RDF>` are what their namespaces say. A prefix
 * without a known namespace stays as it is written.
 */
function readPrefixes(text: string): (name: string) => string {
  const read = new Map<string, string>();
  for (const [, prefix, , uri] of text.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*(["'])([^"']{1,200})\2/g)) {
    const known = prefixes.find(([namespace]) => namespace.test(uri!));
    const own = prefix === undefined ? '' : `${prefix}:`;
    // What a prefix means first, at the root, holds: inside, entries declare the namespaces of their own markup.
    if (known !== undefined && !read.has(own)) read.set(own, known[1]);
  }
  return (name) => {
    const colon = name.indexOf(':');
    const meant = read.get(name.slice(0, colon + 1));
    return meant === undefined ? name : meant + name.slice(colon + 1);
  };
}

function node(value: unknown): Node | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : null; // checked
}

function textOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  const text = typeof one === 'string' ? one : (node(one)?.['#text'] ?? null);
  return typeof text === 'string' && text.trim() !== '' ? text : null;
}

/** RSS has the address as text or as its permanent id, RDF as what it is about, Atom as an attribute of the link
 * that is the page itself. */
function linkOf(entry: Node): string | null {
  const links = [entry.link].flat();
  const guid = [entry.guid].flat()[0];
  const permanent = node(guid)?.['@isPermaLink'] !== 'false' ? textOf(guid) : null;
  const page = links
    .map(node)
    .find((link) => link !== null && (link['@rel'] === undefined || link['@rel'] === 'alternate'));
  const href = page?.['@href'];
  if (typeof href === 'string' && textOf(links) === null) return href;
  const address = /^https?:\/\//;
  const about = [permanent, textOf(entry['@rdf:about'])].find((one) => one !== null && address.test(one));
  return textOf(links.filter((link) => textOf(link) !== null)) ?? about ?? null;
}

/** Feeds write "/2024/05/story" and mean their own site. What is no address even then stays as it is. */
function resolveUrl(url: string | null, base: string | null): string | null {
  const clean = url?.trim() ?? null;
  return clean !== null && base !== null && URL.canParse(clean, base.trim())
    ? new URL(clean, base.trim()).href
    : clean;
}

/** A title's words: feeds put markup and entities into titles, escaped or not. */
function plainLine(text: string): string {
  const { html } = limitHtml(text.slice(0, 5000));
  // linkedom's own types name the browser's, which are absent here.
  const { document } = parseHTML(`<html><body>${html}</body></html>`) as unknown as { document: DomDocument };
  return cleanLine(document.body?.textContent ?? '');
}

/** Atom may carry its markup as elements of the feed; they are kept as text, in their order. */
function keepXhtml(text: string): string {
  return text.replace(
    /<(content|summary|title)(\s[^<>]*\btype=["']xhtml["'][^<>]*)>([\s\S]*?)<\/\1\s*>/g,
    (_, name: string, attributes: string, inner: string) =>
      `<${name}${attributes}><![CDATA[${inner.replace(/<!\[CDATA\[|\]\]>/g, '')}]]></${name}>`,
  );
}

/** "R&D" in a feed is a fault that would cost all its entries: a bare ampersand is read as itself. */
function mendAmpersands(text: string): string {
  const mend = (part: string) => part.replace(/&(?!(?:#\d+|#x[\da-f]+|[a-z]\w*);)/gi, '&amp;');
  const [first = '', ...rest] = text.split('<![CDATA[');
  const mended = rest.map((part) => {
    const end = part.indexOf(']]>');
    return end === -1 ? part : part.slice(0, end) + mend(part.slice(end));
  });
  return [mend(first), ...mended].join('<![CDATA[');
}

// RSS, RDF, Atom and JSON feeds -> one document an entry, from the text that the feed itself carries.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { problem } from '../records/index.ts';
import { cleanLine } from './clean-text.ts';
import { readHtml } from './read-html.ts';
import { readJsonArticle } from './read-jsonl.ts';
import type { ReadResult } from './read-text.ts';

export type FeedOptions = {
  readonly fallbackDate?: string | null | undefined;
  readonly name?: string | undefined;
};

type Node = { readonly [key: string]: unknown };

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
  const safe = text.replace(/<!DOCTYPE[^>[]{0,500}(?:\[[^\]]*\])?[^>]{0,100}>/gi, '');
  const valid = XMLValidator.validate(safe);
  if (valid !== true) {
    yield fail(`not well-formed XML: ${valid.err.msg} (line ${valid.err.line})`);
    return;
  }
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    htmlEntities: true,
    isArray: (name) => lists.has(name),
    stopNodes: ['*.xhtml'],
  });
  let root: Node;
  try {
    root = parser.parse(safe) as Node; // the parser gives plain objects
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
  for (const [index, entry] of entries.entries()) {
    const html =
      textOf(entry['content:encoded']) ??
      textOf(entry.content) ??
      textOf(entry.description) ??
      textOf(entry.summary);
    const url = linkOf(entry);
    const read = {
      url,
      title: textOf(entry.title) === null ? null : stripTags(textOf(entry.title)!),
      published:
        textOf(entry.pubDate) ?? textOf(entry.published) ?? textOf(entry['dc:date']) ?? textOf(entry.updated),
      source: textOf(channel?.title),
      fallbackDate: options.fallbackDate,
      place: `${place ?? 'feed'}#${index + 1}`,
      fragment: true,
    };
    yield readHtml(html ?? '', read);
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
    yield readJsonArticle({ source: feed?.title, ...node(item) }, { ...options, name });
  }
}

function node(value: unknown): Node | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : null; // checked
}

function textOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  const text = typeof one === 'string' ? one : (node(one)?.['#text'] ?? null);
  return typeof text === 'string' && text.trim() !== '' ? text : null;
}

/** RSS has the address as text, Atom as an attribute of the link that is the page itself. */
function linkOf(entry: Node): string | null {
  const links = [entry.link].flat();
  const page = links
    .map(node)
    .find((link) => link !== null && (link['@rel'] === undefined || link['@rel'] === 'alternate'));
  const href = page?.['@href'];
  return textOf(links) ?? (typeof href === 'string' ? href : null);
}

function stripTags(text: string): string {
  return cleanLine(text.replace(/<[^<>]{0,500}>/g, ' '));
}

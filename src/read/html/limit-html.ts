// Bounds hostile HTML before any parser sees it: scripts, styles and drawings go, nesting and number of tags have
// caps. It works on the raw text in one pass, so no input can make it slow; nothing is executed or fetched.

export const htmlLimits = { characters: 6_000_000, depth: 250, tags: 40_000, entities: 10_000 } as const;

export type LimitedHtml = {
  readonly html: string;
  /** What was cut, in words, or null. */
  readonly cut: string | null;
};

/** Elements whose content is not text; JSON-LD scripts are kept, since they hold the metadata. */
const dropped = new Set(
  'script style svg math iframe object embed canvas template noscript audio video select textarea'.split(' '),
);
const unclosed = new Set('area base br col hr img input link meta param source track wbr'.split(' '));
/** Their end tags may be left out, so an open one says nothing about depth. */
const loose = new Set('p li dt dd tr td th thead tbody tfoot option colgroup'.split(' '));

export function limitHtml(source: string): LimitedHtml {
  let cut =
    source.length > htmlLimits.characters
      ? `only the first ${htmlLimits.characters} characters were read`
      : null;
  const html = cut === null ? source : source.slice(0, htmlLimits.characters);
  const lower = html.toLowerCase();
  const out: string[] = [];
  const open: string[] = [];
  let over = 0;
  let tags = 0;
  let entities = 0;
  const endless = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next === -1) break;
    entities += pushText(out, html.slice(at, next), entities);
    const tag = readTag(html, lower, next);
    at = tag.end;
    if (tag.name === null) {
      if (tag.text && ++entities <= htmlLimits.entities) out.push('&lt;');
      continue;
    }
    if (dropped.has(tag.name)) {
      if (tag.closing) continue;
      // Looked for once: a thousand open scripts without an end must not search the page a thousand times.
      const end = endless.has(tag.name) ? tag.end : findClose(lower, tag.name, tag.end);
      if (end === tag.end) endless.add(tag.name);
      if (tag.name === 'script' && /ld\+json/i.test(html.slice(next, tag.end)))
        out.push(html.slice(next, end));
      at = end;
      continue;
    }
    if (++tags > htmlLimits.tags) {
      cut = `only the first ${htmlLimits.tags} tags were read`;
      at = html.length;
      break;
    }
    if (!unclosed.has(tag.name) && !loose.has(tag.name) && !tag.empty) {
      if (!tag.closing) {
        if (open.length >= htmlLimits.depth) {
          over++;
          cut ??= `tags nested deeper than ${htmlLimits.depth} were ignored`;
          continue;
        }
        open.push(tag.name);
      } else if (over > 0) {
        over--;
        continue;
      } else {
        // As a parser does: a stray end tag is ignored, one that matches further up closes all below.
        const place = open.lastIndexOf(tag.name);
        if (place === -1) continue;
        open.length = place;
      }
    }
    out.push(lowerAttributes(html.slice(next, tag.end)));
  }
  if (at < html.length) pushText(out, html.slice(at), entities);
  return { html: out.join(''), cut };
}

/** `NAME="pubdate"` as `name="pubdate"`: the parser keeps the capitals, and nobody would find it. */
function lowerAttributes(tag: string): string {
  return /\s[A-Z-]+=/.test(tag) ? tag.replace(/\s[A-Z-]+(?==)/g, (name) => name.toLowerCase()) : tag;
}

/** Text goes through as it is, unless it is made of entities: each costs the parser as much as a tag does. */
function pushText(out: string[], text: string, before: number): number {
  const entities = text.split('&').length - 1;
  out.push(before + entities > htmlLimits.entities ? text.replaceAll('&', ' ') : text);
  return entities;
}

type Tag = { name: string | null; closing: boolean; empty: boolean; end: number; text: boolean };

/** The tag, comment or declaration that begins at `start`; `name` is null for what is no element. */
function readTag(html: string, lower: string, start: number): Tag {
  const skip = (end: number): Tag => ({ name: null, closing: false, empty: false, end, text: false });
  if (html.startsWith('<!--', start)) {
    const end = html.indexOf('-->', start + 4);
    return skip(end === -1 ? html.length : end + 3);
  }
  const closing = html[start + 1] === '/';
  const from = start + (closing ? 2 : 1);
  if (html[from] === '!' || html[from] === '?') {
    const end = html.indexOf('>', from);
    return skip(end === -1 ? html.length : end + 1);
  }
  if (!/[a-z]/.test(lower[from] ?? '')) return { ...skip(start + 1), text: true };
  let end = from;
  while (end < html.length && !/[\s/>]/.test(html[end]!)) end++;
  const name = lower.slice(from, Math.min(end, from + 40));
  let quote: string | null = null;
  // Real tags are short; a quote that never closes must not swallow the page.
  const last = Math.min(html.length, end + 20_000);
  for (; end < last; end++) {
    const char = html[end]!;
    if (quote !== null) {
      if (char === quote) quote = null;
    } else if ((char === '"' || char === "'") && html[end - 1] === '=') quote = char;
    else if (char === '>')
      return { name, closing, empty: html[end - 1] === '/' && unclosed.has(name), end: end + 1, text: false };
  }
  const close = html.indexOf('>', from);
  return skip(close === -1 ? html.length : close + 1);
}

function findClose(lower: string, name: string, from: number): number {
  const close = lower.indexOf(`</${name}`, from);
  if (close === -1) return from;
  const end = lower.indexOf('>', close);
  return end === -1 ? lower.length : end + 1;
}

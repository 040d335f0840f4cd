// Walks an article's element and gives its lines with what the markup says of them: headings, lists, quotes, captions.
import type { BlockKind } from '../../records/index.ts';
import { cleanLine } from '../clean-text.ts';
import type { Phrases } from '../lines/phrases.ts';
import { endsSentence } from '../lines/shape.ts';
import { type Line, splitLines } from '../lines/split-lines.ts';
import { classKind } from './class-kind.ts';
import { tableRows } from './data-table.ts';
import type { DomElement, DomNode } from './dom.ts';

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var label wbr'.split(
    ' ',
  ),
);
const skipped = new Set(
  'script style nav form button input head title link meta template noscript dialog menu'.split(' '),
);
const kinds: Readonly<Record<string, BlockKind>> = {
  h1: 'headline',
  h2: 'headline',
  h3: 'headline',
  h4: 'headline',
  h5: 'headline',
  h6: 'headline',
  li: 'list',
  blockquote: 'quote',
  figcaption: 'caption',
  figure: 'caption',
  footer: 'boilerplate',
  aside: 'boilerplate',
};

export function htmlLines(root: DomElement, phrases: Phrases): Line[] {
  const lines: Line[] = [];
  let text = '';
  let linked = 0;
  let timed = 0;
  let bold = 0;
  const flush = (hint: BlockKind | null) => {
    const parts = text.split('\n').map(cleanLine);
    const { length } = text.trim();
    const share = linked / Math.max(1, length);
    const isTime = timed > 0.6 * text.trim().length;
    text = '';
    linked = 0;
    const isBold = bold > 0.95 * length && length > 0;
    timed = 0;
    bold = 0;
    let open: string[] = [];
    // A line break inside a sentence is layout; after a sentence, or before an empty line, it ends a paragraph.
    for (const [index, part] of parts.entries()) {
      if (part !== '') open.push(part);
      const next = parts[index + 1];
      if (open.length === 0 || (next !== undefined && next !== '' && !endsSentence(part))) continue;
      const line = open.join(' ');
      open = [];
      const isLink = share > 0.9 && hint !== 'caption' && hint !== 'quote' && line.length < 250;
      lines.push({
        text: line,
        hint: isLink
          ? 'link'
          : isTime && line.length < 80
            ? 'dateline'
            : (hint ?? (isBold && parts.length === 1 && line.length <= 80 ? 'headline' : null)),
      });
    }
  };
  const walk = (node: DomNode, hint: BlockKind | null, inLink: boolean) => {
    if (node.nodeType === 3) {
      const piece = (node.textContent ?? '').replace(/\s+/g, ' ');
      text += piece;
      if (inLink) linked += piece.trim().length;
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as DomElement; // nodeType 1 is an element
    const name = element.tagName.toLowerCase();
    if (skipped.has(name) || element.hasAttribute('hidden')) return;
    if (name === 'br') {
      text += '\n';
    } else if (name === 'pre') {
      flush(hint);
      lines.push(...splitLines(element.textContent ?? '', phrases));
    } else if (name === 'table' && tableRows(element) !== null) {
      flush(hint);
      for (const row of tableRows(element)!) lines.push({ text: row, hint: 'boilerplate' });
    } else if (inline.has(name)) {
      const before = text.length;
      for (const child of element.childNodes) walk(child, hint, inLink || name === 'a');
      if (name === 'b' || name === 'strong') bold += text.slice(before).trim().length;
      if (name === 'time') timed += text.slice(before).trim().length;
    } else {
      flush(hint);
      const own = kinds[name] ?? classKind(element, name, phrases) ?? hint;
      for (const child of element.childNodes) walk(child, own, inLink || name === 'a');
      flush(own);
    }
  };
  walk(root, null, false);
  flush(null);
  return lines;
}

// Words in quotation marks: double and single, straight and curly, nested, and quotations that run over paragraphs.
import type { Document, Quotation } from '../records/index.ts';

type Open = { readonly at: number; readonly inner: number; readonly close: string };
type Found = { start: number; end: number; block: number; closed: boolean; atStart: boolean; mark: string };

type Pending = { readonly index: number; readonly mark: string } | null;

const doubles: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '”', '«': '»' };
// Apostrophes that stand before a word: 'em, 'til, 'twas, the '90s.
const elided = /^['’‘](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|round\b|bout\b)/i;
const opensAfter = /[\s([{—–\-"“”„«/]/;
const closesBefore = /[\s.,;:!?)\]}—–\-"”»/…]/;

/** All quotations of the document's blocks among `coded`, in order of the text; spans exclude the marks. */
export function findQuotations(document: Document, coded: readonly number[]): Quotation[] {
  const quotations: Quotation[] = [];
  let pending: Pending = null;
  for (const block of coded) {
    const found = scanBlock(document, block).sort((a, b) => a.start - b.start || b.end - a.end);
    let left: Pending = null;
    for (const one of found) {
      const index = quotations.length;
      const { start, end, closed } = one;
      // A paragraph that opens with a mark goes on with the quotation that the one before left open.
      const continues: number | null = one.atStart && pending?.mark === one.mark ? pending.index : null;
      quotations.push({ text: document.text.slice(start, end), start, end, index, block, continues, closed });
      if (!closed && !left) left = { index, mark: one.mark };
    }
    pending = left;
  }
  return quotations;
}

function scanBlock(document: Document, block: number): Found[] {
  const { start, end } = document.blocks[block]!;
  const { text } = document;
  const found: Found[] = [];
  const stack: Open[] = [];
  const textStart = start + (/\S/.exec(text.slice(start, end))?.index ?? 0);
  const lastSingle = findLastClosingSingle(text, start, end);

  const finish = (open: Open, to: number, closed: boolean): void => {
    let [from, until] = [open.inner, to];
    while (from < until && /\s/.test(text[from]!)) from++;
    while (until > from && /\s/.test(text[until - 1]!)) until--;
    const atStart = open.at === textStart;
    if (until > from) found.push({ start: from, end: until, block, closed, atStart, mark: open.close });
  };
  const closeAt = (depth: number, at: number): void => {
    // What was opened inside and never closed was no quotation of its own.
    finish(stack[depth]!, at, true);
    stack.length = depth;
  };

  for (let at = start; at < end; at++) {
    const char = text[at]!;
    const before = at > start ? text[at - 1]! : ' ';
    const after = at + 1 < end ? text[at + 1]! : ' ';
    if (char === '"') {
      const depth = stack.findIndex((open) => open.close === '"');
      const opensOnly = opensAfter.test(before) && !closesBefore.test(after);
      if (depth >= 0 && !opensOnly) closeAt(depth, at);
      else if (depth >= 0) {
        finish(stack[depth]!, at, false);
        stack.length = depth;
        stack.push({ at, inner: at + 1, close: '"' });
      } else if (!/\d/.test(before) && !/\s/.test(after)) stack.push({ at, inner: at + 1, close: '"' });
    } else if (doubles[char]) {
      const close = doubles[char];
      const depth = stack.findIndex((open) => open.close === close);
      if (depth >= 0) {
        finish(stack[depth]!, at, false);
        stack.length = depth;
      }
      stack.push({ at, inner: at + 1, close });
    } else if (char === '”' || char === '»') {
      const depth = stack.findIndex((open) => open.close === char);
      if (depth >= 0) closeAt(depth, at);
    } else if (char === "'" || char === '‘' || char === '’') {
      const close = char === "'" ? "'" : '’';
      const depth = stack.findIndex((open) => open.close === close);
      if (depth >= 0 && char !== '‘' && isClosingSingle(text, at, start, end, lastSingle[close]!))
        closeAt(depth, at);
      else if (depth < 0 && char !== '’' && isOpeningSingle(text, at, before, after, lastSingle[close]!))
        stack.push({ at, inner: at + 1, close });
    }
  }
  // Only the outermost open quotation runs to the paragraph's end; single marks prove nothing.
  const open =
    stack.find((one) => one.close !== "'" && one.close !== '’') ?? stack.find((one) => one.at === textStart);
  if (open) finish(open, end, false);
  return found;
}

function isOpeningSingle(text: string, at: number, before: string, after: string, last: number): boolean {
  if (!opensAfter.test(before) || /\s/.test(after) || elided.test(text.slice(at, at + 8))) return false;
  // Without a closing mark to come only a curly one may open, as at the start of a paragraph that goes on.
  return last > at || text[at] === '‘';
}

function isClosingSingle(text: string, at: number, start: number, end: number, last: number): boolean {
  if (!couldClose(text, at, start, end)) return false;
  // "the workers' strike" inside single quotes: a plural's possessive, if a later mark can close.
  return !(at < last && /[sS]/.test(text[at - 1]!) && /^ [a-z]/.test(text.slice(at + 1, at + 3)));
}

function couldClose(text: string, at: number, start: number, end: number): boolean {
  if (at === start || /\s/.test(text[at - 1]!)) return false;
  return at + 1 >= end || closesBefore.test(text[at + 1]!);
}

function findLastClosingSingle(text: string, start: number, end: number): Record<string, number> {
  const last: Record<string, number> = { "'": -1, '’': -1 };
  for (let at = start; at < end; at++)
    if ((text[at] === "'" || text[at] === '’') && couldClose(text, at, start, end)) last[text[at]!] = at;
  return last;
}

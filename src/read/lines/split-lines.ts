// Turns clean text into logical lines: hard-wrapped paragraphs are joined, one-line paragraphs stay as they are.
import type { BlockKind } from '../../records/index.ts';
import { lineKey } from '../clean-text.ts';
import { kindAlone } from './kind-alone.ts';
import type { Phrases } from './phrases.ts';
import { endsSentence } from './shape.ts';

/** One paragraph-to-be. `hint` is what the source already knows of it (HTML), null for plain text. */
export type Line = { readonly text: string; readonly hint: BlockKind | null };

const bullet = /^(?:[•▪◦‣●*–-]|\d{1,2}[.)])\s+/;

export function splitLines(text: string, phrases: Phrases): Line[] {
  const raw = text.split('\n');
  const width = wrapWidth(raw);
  const lines: Line[] = [];
  let open: string[] = [];
  const flush = () => {
    if (open.length > 0) lines.push(toLine(open));
    open = [];
  };
  for (const line of raw) {
    if (line.trim() === '') flush();
    else {
      if (open.length > 0 && !continues(open.at(-1)!, line, width, phrases)) flush();
      open.push(line);
    }
  }
  flush();
  return lines;
}

/** The column at which the text was wrapped by hand or by a program, or null where lines are paragraphs. */
function wrapWidth(raw: readonly string[]): number | null {
  const broken = raw.filter((line, index) => line.trim() !== '' && (raw[index + 1] ?? '').trim() !== '');
  const lengths = broken.map((line) => line.length).sort((one, other) => one - other);
  // Not the longest: a caption or an address may stand unwrapped among wrapped lines.
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  if (width < 40 || width > 110) return null;
  const long = raw.filter((line) => line.length > width * 1.25).length;
  if (long > broken.length * 0.2) return null;
  let pairs = 0;
  let full = 0;
  let unfinished = 0;
  for (const [index, line] of raw.entries()) {
    const next = raw[index + 1] ?? '';
    if (line.trim() === '' || next.trim() === '') continue;
    pairs++;
    if (isFull(line, next, width)) {
      full++;
      if (!endsSentence(line)) unfinished++;
    }
  }
  // Text in one-line paragraphs ends its lines with its sentences; wrapped text breaks anywhere.
  return pairs >= 2 && full >= pairs * 0.5 && unfinished >= full * 0.5 ? width : null;
}

/** The next word would not have fitted: the line was broken because it was full. */
function isFull(line: string, next: string, width: number): boolean {
  return line.length + 1 + (/^\s*(\S+)/.exec(next)?.[1]?.length ?? 0) > width * 0.92;
}

function continues(line: string, next: string, width: number | null, phrases: Phrases): boolean {
  if (bullet.test(next.trimStart()) || /^\s*>/.test(next) !== /^\s*>/.test(line)) return false;
  // A sentence cut in two goes on in lower case, wrapped or not.
  const cut = /^\p{Ll}/u.test(next.trimStart()) && /[\p{L}\p{N},]$/u.test(line) && line.length >= 40;
  const wrapped = width !== null && isFull(line, next, width) && !/^(?: {2,}|\t)/.test(next);
  if (!wrapped && !(cut && width === null)) return false;
  const kind = kindAlone(line, 0, phrases);
  if (kindAlone(next, 0, phrases) !== null || (kind !== null && kind !== 'caption')) return false;
  // A repeat of the line above, often in lower case, does not continue it.
  return lineKey(next).slice(0, 12) !== lineKey(line).slice(0, 12);
}

function toLine(parts: readonly string[]): Line {
  const quoted = parts.every((part) => /^\s*>/.test(part));
  const text = parts
    .map((part) => (quoted ? part.replace(/^[\s>]+/, '') : part.trim()))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { text, hint: quoted && text !== '' ? 'quote' : null };
}

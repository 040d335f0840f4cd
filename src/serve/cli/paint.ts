// Colours where the terminal has them, plain where not.
import { createColors } from 'picocolors';
import type { Span } from '../../records/index.ts';

export type Paint = ReturnType<typeof createColors>;

/** Respects NO_COLOR, FORCE_COLOR and pipes. */
export function paintFor(stream: { readonly isTTY?: boolean }): Paint {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const wanted = FORCE_COLOR !== undefined && FORCE_COLOR !== '0';
  return createColors(
    wanted || ((NO_COLOR === undefined || NO_COLOR === '') && stream.isTTY === true && TERM !== 'dumb'),
  );
}

/** Removes what could drive a terminal: control characters and bidirectional overrides. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ');
}

/** The evidence with the trigger marked: underlined in colour, between » « where there is none. */
export function quote(evidence: Span, trigger: Span, paint: Paint, width: number): string {
  const text = plain(evidence.text);
  const from = trigger.start - evidence.start;
  const to = trigger.end - evidence.start;
  if (from < 0 || to > text.length || from >= to) return clip(text, width);
  const room = Math.max(20, Math.floor((width - (to - from)) / 2));
  const left = from > room ? `…${text.slice(from - room + 1, from)}` : text.slice(0, from);
  const right = text.length - to > room ? `${text.slice(to, to + room - 1)}…` : text.slice(to);
  const middle = text.slice(from, to);
  return `${left}${paint.isColorSupported ? paint.underline(middle) : `»${middle}«`}${right}`;
}

export function clip(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

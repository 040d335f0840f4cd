// UD text as paragraphs: the raw text of each, with the words and sentences that annotators saw in it.
import { readFileSync } from 'node:fs';

export type Paragraph = {
  text: string;
  /** Words with offsets into `text`. */
  words: { start: number; end: number; text: string }[];
  /** Indices of the words that end a sentence. */
  ends: Set<number>;
};

export function readParagraphs(path: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Paragraph | null = null;
  for (const block of readFileSync(path, 'utf8').split(/\n\n+/)) {
    if (block.trim() === '') continue;
    const lines = block.split('\n');
    if (!current || lines.some((line) => /^# new(par|doc)\b(?!_)/.test(line))) {
      current = { text: '', words: [], ends: new Set() };
      paragraphs.push(current);
    } else if (!current.text.endsWith(' ')) current.text += ' ';
    const rows = lines.filter((line) => /^\d+(-\d+)?\t/.test(line)).map((line) => line.split('\t'));
    for (let i = 0; i < rows.length; i++) {
      const [id, form, , , , , , , , misc] = rows[i]! as [string, string, ...string[]] & string[];
      const parts: string[] = [];
      if (id!.includes('-')) {
        const [from, to] = id!.split('-').map(Number) as [number, number];
        for (let k = from; k <= to; k++) parts.push(rows[++i]![1]!);
      }
      const start = current.text.length;
      const fits = parts.length > 0 && parts.join('') === form;
      let at = start;
      for (const part of fits ? parts : [form!]) {
        current.words.push({ start: at, end: at + part.length, text: part });
        at += part.length;
      }
      current.text += form;
      if (!/SpaceAfter=No/.test(misc ?? '')) current.text += ' ';
    }
    current.ends.add(current.words.length - 1);
  }
  return paragraphs;
}

// PLOVER root of a marked pair on PLV's training sentences: macro F1 and accuracy over 15 roots, with confusions.
import { existsSync, readFileSync } from 'node:fs';

export const plvFile = '../shared/data/events/plv-train.tsv';
export type PlvRow = {
  readonly id: string;
  readonly text: string;
  readonly actor: { readonly start: number; readonly end: number };
  readonly recipient: { readonly start: number; readonly end: number };
  readonly gold: string;
};

export function hasPlv(): boolean {
  return existsSync(plvFile);
}

/** Reads the tab-separated rows with quotes; marks become offsets. Rows whose marks are broken fall back to the named phrase. */
export function readPlv(): PlvRow[] {
  const rows = parseTsv(readFileSync(plvFile, 'utf8'));
  const [header, ...body] = rows;
  const column = (name: string): number => header?.indexOf(name) ?? -1;
  const out: PlvRow[] = [];
  for (const row of body) {
    const gold = row[column('gold_root')] ?? '';
    if (!/^[A-Z]+$/.test(gold)) continue;
    const { text, marks } = readMarks(row[column('marked_sentence')] ?? '');
    const place = (mark: string, phrase: string): { start: number; end: number } => {
      const known = marks[mark];
      if (known !== undefined && known.end > known.start) return known;
      const at = text.toLowerCase().indexOf(phrase.toLowerCase().trim());
      return at < 0 ? { start: 0, end: 0 } : { start: at, end: at + phrase.trim().length };
    };
    out.push({
      id: row[column('sentence_id')] ?? '',
      text,
      actor: place('s', row[column('source')] ?? ''),
      recipient: place('t', row[column('target')] ?? ''),
      gold,
    });
  }
  return out;
}

/** Takes the marks `<s>` and `<t>` out of a sentence and tells where they stood. */
export function readMarks(marked: string): {
  text: string;
  marks: Partial<Record<string, { start: number; end: number }>>;
} {
  const marks: Record<string, { start: number; end: number }> = {};
  let text = '';
  for (const part of marked.split(/(<\/?[st]>)/)) {
    const tag = /^<(\/?)([st])>$/.exec(part);
    if (tag === null) text += part;
    else if (tag[1] === '') marks[tag[2]!] = { start: text.length, end: text.length };
    else if (marks[tag[2]!] !== undefined) marks[tag[2]!]!.end = text.length;
  }
  return { text, marks };
}

function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quoted) {
      if (char === '"' && text[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (char === '"') quoted = false;
      else cell += char;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === '\t' || char === '\n') {
      row.push(cell);
      cell = '';
      if (char === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** PLV joins CONCEDE and RETREAT in YIELD. */
export function plvRoot(type: string | null): string {
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : (type ?? 'none');
}

export type RelateScore = {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly byType: readonly string[];
};

export function scoreRelate(gold: readonly string[], found: readonly string[]): RelateScore {
  const types = [...new Set(gold)].sort();
  let sum = 0;
  const byType = types.map((type) => {
    const tp = gold.filter((one, at) => one === type && found[at] === type).length;
    const golds = gold.filter((one) => one === type).length;
    const founds = found.filter((one) => one === type).length;
    const f1 = golds + founds === 0 ? 0 : (2 * tp) / (golds + founds);
    sum += f1;
    const taken: Record<string, number> = {};
    gold.forEach((one, at) => {
      if (one === type) taken[found[at]!] = (taken[found[at]!] ?? 0) + 1;
    });
    const row = Object.entries(taken)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 6)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
    return `${type.padEnd(10)} F1 ${f1.toFixed(2)}  P ${(tp / Math.max(1, founds)).toFixed(2)}  R ${(tp / golds).toFixed(2)}  read as: ${row}`;
  });
  return {
    accuracy: gold.filter((one, at) => one === found[at]).length / gold.length,
    macroF1: sum / types.length,
    byType,
  };
}

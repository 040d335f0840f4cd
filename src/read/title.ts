// Finds the title: the line that the metadata names, else the first line if it has the shape of a headline.
import type { BlockKind } from '../records/index.ts';
import { lineKey } from './clean-text.ts';
import { endsSentence, wordCount } from './lines/shape.ts';

type Candidate = { readonly text: string; readonly kind: BlockKind | null; readonly hint: BlockKind | null };

/** The title's words and the line that holds it; `index` is null when the text does not hold it. */
export function findTitle(
  lines: readonly Candidate[],
  metaTitle: string | null,
): { readonly title: string | null; readonly index: number | null } {
  if (metaTitle !== null && metaTitle !== '') {
    const keys = new Set(
      titleForms(metaTitle)
        .map(lineKey)
        .filter((key) => key !== ''),
    );
    const index = lines.findIndex((line) => keys.has(lineKey(line.text)));
    return index === -1 ? { title: metaTitle, index: null } : { title: lines[index]!.text, index };
  }
  const index = lines.findIndex((line) => line.kind === null);
  const first = lines[index];
  if (first === undefined || !isTitle(lines, index)) return { title: null, index: null };
  return { title: first.text, index };
}

/** The title with and without the site's name: "Pact signed | Reuters", "Pact signed - BBC News". */
function titleForms(title: string): string[] {
  const cut = /^(.{12,}?)\s+[|–—-]\s+[^|]{2,40}$/.exec(title)?.[1];
  return cut === undefined ? [title] : [title, cut];
}

function hasHeadlineShape({ text, hint }: Candidate, alone: boolean): boolean {
  if (hint === 'headline') return true;
  if (hint !== null || alone || text.length > 220) return false;
  const words = wordCount(text);
  if (words < 2 || words > 35 || /[;:,]$/.test(text)) return false;
  // "Will Finland join?" and "Enough!" may be headlines; a whole sentence in quotation marks is speech.
  return !endsSentence(text) || (/[?!]["'”’]?$/.test(text) && !/^["“]/.test(text));
}

function isTitle(lines: readonly Candidate[], index: number): boolean {
  const alone = lines.filter((line) => line.kind === null).length === 1;
  return hasHeadlineShape(lines[index]!, alone) || isRepeated(lines, index);
}

function isRepeated(lines: readonly Candidate[], index: number): boolean {
  const { text } = lines[index]!;
  const key = lineKey(text);
  return (
    text.length <= 220 &&
    key.length >= 12 &&
    lines.some((line, other) => other !== index && lineKey(line.text) === key)
  );
}

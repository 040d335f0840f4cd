// Scores how the lines of page fragments are typed against what a person expects of each line.
import { readFileSync } from 'node:fs';
import { readHtml, readText } from '../../src/read/index.ts';
import { type BlockKind, codedBlockKinds } from '../../src/records/index.ts';

/** Letters of the fragments: `t` is whatever is not coded, `-` is markup alone, `~` goes on with the line before. */
const letters: Readonly<Record<string, BlockKind | 'any'>> = {
  h: 'headline',
  b: 'byline',
  d: 'dateline',
  c: 'caption',
  p: 'paragraph',
  q: 'quote',
  l: 'list',
  k: 'link',
  x: 'boilerplate',
  r: 'repeat',
  t: 'any',
};

export type PageScore = {
  readonly lines: number;
  /** Of the lines that should be coded, those that are; and of those that are, the ones that should be. */
  readonly codedRecall: number;
  readonly codedPrecision: number;
  /** The same for lines of navigation, links, captions, bylines: all that is not the article's own text. */
  readonly furnitureRecall: number;
  readonly furniturePrecision: number;
  /** Share of lines with the very kind that was expected, among those that the reader kept. */
  readonly kind: number;
  readonly mistakes: readonly string[];
};

type Fragment = { readonly name: string; readonly html: boolean; readonly lines: [string, string][] };

export function scorePages(file: string): PageScore {
  const counts = { lines: 0, coded: 0, kept: 0, right: 0, wanted: 0, same: 0, seen: 0 };
  const mistakes: string[] = [];
  for (const { name, html, lines } of parse(readFileSync(file, 'utf8'))) {
    const source = lines.map(([, text]) => text).join('\n');
    const { document } = html ? readHtml(source) : readText(source);
    const blocks = (document?.blocks ?? []).map(({ kind, start, end }) => ({
      kind,
      key: keyOf(document!.text.slice(start, end)),
      used: false,
    }));
    for (const [letter, text] of merge(lines)) {
      const wanted = letters[letter];
      const line = html ? text.replace(/<[^>]*>/g, '') : text;
      if (wanted === undefined || line.trim() === '') continue;
      const key = keyOf(line);
      const block =
        blocks.find((one) => !one.used && one.key === key) ??
        blocks.find((one) => one.key.length > 3 && (key.endsWith(one.key) || one.key.includes(key)));
      if (block !== undefined) block.used = true;
      const isCoded = block !== undefined && codedBlockKinds.has(block.kind);
      const shouldBe = wanted !== 'any' && codedBlockKinds.has(wanted);
      counts.lines++;
      if (shouldBe) counts.wanted++;
      if (isCoded) counts.coded++;
      if (isCoded && shouldBe) counts.right++;
      if (isCoded !== shouldBe)
        mistakes.push(`${name}: ${block?.kind ?? 'missing'}, not ${wanted}: ${line.trim().slice(0, 90)}`);
      if (block === undefined || wanted === 'any') continue;
      counts.seen++;
      if (block.kind === wanted) counts.same++;
    }
  }
  const furniture = counts.lines - counts.wanted;
  const left = counts.lines - counts.coded;
  const rightlyLeft = furniture - (counts.coded - counts.right);
  return {
    lines: counts.lines,
    codedRecall: counts.right / counts.wanted,
    codedPrecision: counts.right / counts.coded,
    furnitureRecall: rightlyLeft / furniture,
    furniturePrecision: rightlyLeft / left,
    kind: counts.same / counts.seen,
    mistakes,
  };
}

function parse(text: string): Fragment[] {
  const fragments: Fragment[] = [];
  for (const line of text.split('\n')) {
    const head = /^=== (text|html) (.+)$/.exec(line);
    if (head !== null) fragments.push({ name: head[2]!, html: head[1] === 'html', lines: [] });
    else if (line !== '') fragments.at(-1)!.lines.push([line[0]!, line.slice(2)]);
  }
  return fragments;
}

/** Lines that were wrapped by hand are one. */
function merge(lines: readonly (readonly [string, string])[]): [string, string][] {
  const merged: [string, string][] = [];
  for (const [letter, text] of lines) {
    if (letter === '~') merged.at(-1)![1] += ` ${text}`;
    else merged.push([letter, text]);
  }
  return merged;
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

// PolNeAR's brat standoff as attributions over our offsets: source, cue and content, each perhaps in several pieces.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Block, Document } from '../../src/records/index.ts';

export const polnearFolder = '../shared/data/polnear/dev';

export type Piece = { readonly start: number; readonly end: number };
export type GoldAttribution = {
  readonly source: readonly Piece[];
  readonly cue: readonly Piece[];
  readonly content: readonly Piece[];
};
export type GoldArticle = { readonly document: Document; readonly attributions: readonly GoldAttribution[] };

export function hasPolnear(folder = polnearFolder): boolean {
  return existsSync(`${folder}/attributions`);
}

/** All articles in order of their names; of an article that several people marked, the first marking. */
export function readPolnear(folder = polnearFolder): GoldArticle[] {
  const markings = readdirSync(`${folder}/attributions`).sort();
  return readdirSync(`${folder}/text`)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      const id = name.slice(0, -'.txt'.length);
      const marking = markings.find((one) => one.replace(/_[0-9a-f]+\.ann$/, '') === id);
      if (marking === undefined) return [];
      const text = withDoubleMarks(readFileSync(`${folder}/text/${name}`, 'utf8'));
      const attributions = parseBrat(readFileSync(`${folder}/attributions/${marking}`, 'utf8'), text);
      return [{ document: toDocument(id, text), attributions }];
    });
}

/** Two apostrophes for a double mark, as some databases deliver them: one mark and a blank, so that offsets stay. */
function withDoubleMarks(text: string): string {
  return text.replace(/(?<=^|[\s([-])''(?=\S)/gm, ' "').replaceAll("''", '" ');
}

/** Every line is a block, the first one the headline: PolNeAR marks all of its text. */
function toDocument(id: string, text: string): Document {
  const blocks: Block[] = [];
  for (const line of text.matchAll(/[^\r\n]*\S[^\r\n]*/g))
    blocks.push({
      kind: blocks.length === 0 ? 'headline' : 'paragraph',
      start: line.index,
      end: line.index + line[0].length,
    });
  const published = /_(\d{4}-\d{2}-\d{2})_/.exec(id)?.[1] ?? null;
  return { id, url: null, source: null, title: null, published, language: 'en', text, blocks };
}

function parseBrat(marking: string, text: string): GoldAttribution[] {
  const at = codePointOffsets(text);
  const pieces = new Map<string, readonly Piece[]>();
  const out: GoldAttribution[] = [];
  const lines = marking.split('\n').map((line) => line.split('\t'));
  for (const [id, body] of lines) {
    const found = /^\S+ (.+)$/.exec(body ?? '');
    if (!id?.startsWith('T') || found === null) continue;
    const spans = found[1]!.split(';').map((span) => span.split(' ').map((one) => at(Number(one))));
    pieces.set(
      id,
      spans.map(([start, end]) => ({ start: start!, end: end! })),
    );
  }
  for (const [id, body] of lines) {
    if (!id?.startsWith('E')) continue;
    const roles = (body ?? '').split(' ').map((role) => role.split(':'));
    const of = (name: string): Piece[] =>
      roles
        .filter(([role]) => role!.replace(/\d+$/, '') === name)
        .flatMap(([, node]) => pieces.get(node!) ?? []);
    const content = of('Content');
    if (content.length > 0) out.push({ source: of('Source'), cue: of('Cue'), content });
  }
  return out;
}

/** brat counts code points, we count UTF-16 units. */
function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const units: number[] = [];
  let unit = 0;
  for (const char of text) {
    units.push(unit);
    unit += char.length;
  }
  units.push(unit);
  return (offset) => units[offset] ?? unit;
}

// The golden articles, both sets, are well-formed. How well the coder does on them is a report (`npm run eval -- golden`), not a test.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { goldenFolder, heldFolder, readGolden } from '../../eval/golden-read.ts';
import { findWords } from '../../eval/match.ts';
import { readBytes } from '../../src/read/index.ts';
import type { Document } from '../../src/records/index.ts';
import { auxiliaryModes, eventTypes } from '../../src/records/index.ts';
import { testTools } from '../tools.ts';

const golden = readGolden();
const held = readGolden(heldFolder);
const articles = [...golden, ...held];
let knowledge: Awaited<ReturnType<typeof testTools>>['knowledge'];

beforeAll(async () => {
  ({ knowledge } = await testTools());
});

/** A state, an organisation that has a code of its own, or a sector. */
function isCode(code: string): boolean {
  const { actors } = knowledge;
  return (
    ['*', 'UNO', 'EUN', 'NAT', 'IGO'].includes(code) || actors.byCode(code) !== null || code in actors.sectors
  );
}

async function documentOf(file: string, bytes: Uint8Array, published: string): Promise<Document> {
  for await (const { document } of readBytes(bytes, { name: file, fallbackDate: published }))
    if (document !== null) return document;
  throw new Error(`${file} gave no document`);
}

test.each([
  [goldenFolder, golden],
  [heldFolder, held],
])('%s: there are thirty, each with its article', (folder, set) => {
  expect(set).toHaveLength(30);
  expect(
    readdirSync(folder)
      .filter((name) => !/\.(yaml|md)$/.test(name))
      .sort(),
  ).toEqual(set.map(({ file }) => file).sort());
});

test.each(articles)('$id: evidence is in what is coded of the text', async (article) => {
  const document = await documentOf(article.file, article.bytes, article.published);
  const coded = document.blocks.filter(({ kind }) =>
    ['headline', 'paragraph', 'quote', 'list'].includes(kind),
  );
  for (const { evidence } of article.events)
    for (const words of evidence) {
      const at = findWords(document.text, words);
      expect(at, words).not.toBeNull();
      expect(
        coded.some(({ start, end }) => start <= at!.start && at!.end <= end),
        `${words}: not within one coded block`,
      ).toBe(true);
    }
});

test.each(articles)('$id: codes, modes and contexts exist', ({ events }) => {
  const { types, contexts } = knowledge.events;
  for (const want of events) {
    for (const code of [...want.actors, ...want.recipients].flatMap((codes) => codes.split('|')))
      expect(isCode(code), `${code} in ${want.evidence[0]}`).toBe(true);
    for (const mode of want.mode ?? [])
      if (mode !== null)
        expect(
          want.type.some((type) => mode in (types[type]?.modes ?? {})),
          `${mode} of ${want.type.join('|')}`,
        ).toBe(true);
    for (const context of want.contexts) expect(contexts).toContain(context);
  }
});

test.each([
  [goldenFolder, golden],
  [heldFolder, held],
])('%s: every type, every mode of PLOVER and every auxiliary mode is expected somewhere', (_folder, set) => {
  const must = set.flatMap(({ events }) => events).filter((want) => want.must);
  const missing = eventTypes.flatMap((type) => [
    ...(must.some((want) => want.type[0] === type) ? [] : [type]),
    ...Object.keys(knowledge.events.types[type]?.modes ?? {})
      .filter((mode) => !must.some((want) => want.type.includes(type) && want.mode?.includes(mode)))
      .map((mode) => `${type}/${mode}`),
  ]);
  expect(missing).toEqual([]);
  for (const mode of auxiliaryModes)
    expect(must.some(({ auxiliary }) => auxiliary.some((one) => one.startsWith(mode)))).toBe(true);
});

/** Every run of nine words. */
function runs(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(8).map((_, index) => words.slice(index, index + 9).join(' '));
}

test('no sentence of the second set is in knowledge or training', () => {
  const secret = new Set(held.flatMap(({ bytes }) => runs(new TextDecoder().decode(bytes))));
  expect(secret.size).toBeGreaterThan(5000);
  const files = ['knowledge', 'training'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(yaml|tsv|txt|ts|py|md)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(100);
  const found = files.filter((file) => runs(readFileSync(file, 'utf8')).some((run) => secret.has(run)));
  expect(found).toEqual([]);
});

// Which letters stand beside each other in words of the languages that a single-byte encoding is for, of
// knowledge/reading/letters.yaml. Read once, at the first text that needs it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { parse } from 'yaml';
import { z } from 'zod';
import { ownKnowledge } from './own-knowledge.ts';

export type LetterPairs = {
  readonly pairs: ReadonlySet<string>;
  /** The letters that the other encodings have other letters for: only these tell one from another. */
  readonly telling: ReadonlySet<string>;
};

const schema = z.strictObject({
  source: z.string(),
  'windows-1252': z.string(),
  'windows-1250': z.string(),
  'windows-1254': z.string(),
});
const encodings = ['windows-1252', 'windows-1250', 'windows-1254'] as const;
/** Encodings with the same letters. */
const sameLetters: Readonly<Record<string, (typeof encodings)[number]>> = {
  'ISO-8859-1': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-9': 'windows-1254',
};
const highBytes = Buffer.from(Array.from({ length: 128 }, (_, at) => at + 128));

let own: ReadonlyMap<string, LetterPairs> | null = null;

/** In lower case, one letter for one: of the Turkish "İ" the dot is left out. */
export function smallLetter(letter: string): string {
  return letter.toLowerCase()[0]!;
}

/** Null for encodings of other scripts, whose letters tell them apart at once. */
export function letterPairs(encoding: string): LetterPairs | null {
  own ??= readPairs();
  return own.get(sameLetters[encoding] ?? encoding) ?? null;
}

function readPairs(): ReadonlyMap<string, LetterPairs> {
  const lists = schema.parse(parse(readFileSync(join(ownKnowledge(), 'reading', 'letters.yaml'), 'utf8')));
  const decoded = encodings.map((encoding) => [...iconv.decode(highBytes, encoding)].map(smallLetter));
  return new Map(
    encodings.map((encoding, at) => {
      const telling = decoded[at]!.filter(
        (letter, byte) => letter > '\u007f' && decoded.some((other) => other[byte] !== letter),
      );
      return [encoding, { pairs: new Set(lists[encoding].split(/\s+/)), telling: new Set(telling) }];
    }),
  );
}

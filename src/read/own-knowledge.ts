// Where the reading room's own files of knowledge lie: beside the sources two folders up, beside the built package one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's knowledge folder. */
export function ownKnowledge(): string {
  const folders = ['../../knowledge', '../knowledge'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return folders.find((one) => existsSync(join(one, 'reading'))) ?? folders[1]!;
}

// Opens the tools that coding needs: the trained annotator and the knowledge, each read once.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModel } from './annotate/load-model.ts';
import { compileKnowledge, indexKnowledge, type Knowledge, readKnowledge } from './knowledge/knowledge.ts';
import type { Tools } from './pipeline.ts';

export type OpenOptions = {
  /** A knowledge folder of your own in place of the package's. */
  readonly knowledge?: string;
  /** A folder with the annotator's files in place of the package's. */
  readonly model?: string;
};

/** Opens both (about a second). */
export async function openTools(options: OpenOptions = {}): Promise<Tools> {
  const model = loadModel(options.model === undefined ? {} : { folder: options.model });
  return { knowledge: openKnowledge(options.knowledge), model: await model };
}

/** The built package reads what the build compiled; from source, or with a folder named, the YAML is read. */
export function openKnowledge(folder?: string): Knowledge {
  if (folder !== undefined) return indexKnowledge(compileKnowledge(folder));
  const here = dirname(fileURLToPath(import.meta.url));
  const compiled = join(here, 'knowledge.json');
  if (existsSync(compiled)) return readKnowledge(compiled);
  return indexKnowledge(compileKnowledge(join(here, '..', 'knowledge')));
}

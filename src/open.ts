// Opens the tools that coding needs: the trained annotator and the knowledge, each read once; a user's own
// dictionaries of actors and agents are merged over ours.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModel } from './annotate/load-model.ts';
import { loadUserActors, mergeActors } from './knowledge/actors.ts';
import {
  compileKnowledge,
  indexKnowledge,
  type Knowledge,
  type KnowledgeData,
} from './knowledge/knowledge.ts';
import type { Tools } from './pipeline.ts';
import { type Problem, ProblemError, problem } from './records/index.ts';

export type KnowledgeOptions = {
  /** A knowledge folder of your own in place of the package's. */
  readonly knowledge?: string;
  /** Dictionaries of actors in the TABARI/PETRARCH format or our YAML, merged over ours (yours win). */
  readonly actors?: readonly string[];
  /** Dictionaries of agents (common nouns), likewise. */
  readonly agents?: readonly string[];
  /** Is told of each dictionary's lines that can't be used; the rest of it counts. */
  readonly onProblems?: (problems: readonly Problem[]) => void;
};
export type OpenOptions = KnowledgeOptions & {
  /** A folder with the annotator's files in place of the package's. */
  readonly model?: string;
};

/** Opens both (about a second). Throws a ProblemError that lists what is wrong with the files named. */
export async function openTools(options: OpenOptions = {}): Promise<Tools> {
  const model = loadModel(options.model === undefined ? {} : { folder: options.model });
  return { knowledge: openKnowledge(options), model: await model };
}

/** The built package reads what the build compiled; from source, or with a folder named, the YAML is read. */
export function openKnowledge(options: KnowledgeOptions | string = {}): Knowledge {
  const {
    knowledge,
    actors = [],
    agents = [],
    onProblems = () => {},
  } = typeof options === 'string' ? { knowledge: options } : options;
  let data = readData(knowledge);
  for (const file of actors) data = withDictionary(data, 'actors', file, onProblems);
  for (const file of agents) data = withDictionary(data, 'agents', file, onProblems);
  return indexKnowledge(data);
}

function readData(folder: string | undefined): KnowledgeData {
  if (folder !== undefined) return compileKnowledge(folder);
  const here = dirname(fileURLToPath(import.meta.url));
  const compiled = join(here, 'knowledge.json');
  if (existsSync(compiled)) return JSON.parse(readFileSync(compiled, 'utf8')) as KnowledgeData;
  return compileKnowledge(join(here, '..', 'knowledge'));
}

/** Lines of a dictionary that can't be used are told, and the rest counts; a file with nothing to use is fatal. */
function withDictionary(
  data: KnowledgeData,
  kind: 'actors' | 'agents',
  file: string,
  onProblems: (problems: readonly Problem[]) => void,
): KnowledgeData {
  if (!existsSync(file))
    throw new ProblemError([problem('unknown-file', `there is no such dictionary of ${kind}`, file)]);
  const read = loadUserActors(readFileSync(file, 'utf8'), kind, file, data.actors);
  const fatal = read.actors.names.length === 0 && read.actors.agents.length === 0;
  if (fatal)
    throw new ProblemError(
      read.problems.length > 0
        ? read.problems
        : [problem('empty-dictionary', `no ${kind} were found in it`, file)],
    );
  if (read.problems.length > 0) onProblems(read.problems);
  return { ...data, version: `${data.version}+${kind}`, actors: mergeActors(data.actors, read.actors) };
}

// A user's own dictionaries (`--actors FILE`, `--agents FILE`), ours in YAML or TABARI's, merged over the built-in data.
import { parse } from 'yaml';
import { type Problem, problem } from '../../records/problem.ts';
import { addEntry } from './compile-entry.ts';
import { addOffices } from './compile-offices.ts';
import { createDraft } from './draft.ts';
import { loadPhoenixActors, loadPhoenixAgents, type UserActors, type UserFile } from './phoenix.ts';
import { userSchema } from './schema.ts';
import type { ActorData } from './types.ts';
import { findOpenCodes } from './validate.ts';

/** Reads one file's text by its name: .yaml or .yml is ours, all else TABARI's format of the given kind. */
export function loadUserActors(
  text: string,
  kind: 'actors' | 'agents',
  file: string,
  data: ActorData,
): UserFile {
  if (/\.ya?ml$/i.test(file)) return loadUserYaml(text, file, data);
  return kind === 'actors' ? loadPhoenixActors(text, data, file) : loadPhoenixAgents(text, data, file);
}

/** One file may hold `organisations`, `groups`, `companies`, `agents` and `people` (persons in office). */
export function loadUserYaml(text: string, file: string, data: ActorData): UserFile {
  const problems: Problem[] = [];
  const draft = createDraft();
  draft.states = [...data.states];
  draft.sectors = data.sectors;
  draft.officeSectors = new Map(Object.entries(data.offices));
  const value = parseText(text, file, problems);
  const result = userSchema.safeParse(value);
  if (!result.success) {
    for (const { path, message } of problems.length > 0 ? [] : result.error.issues) {
      problems.push(problem('bad-knowledge', `${path.join('.')}: ${message}`, file));
    }
    return { actors: { entities: [], names: [], agents: [] }, problems };
  }
  const { organisations, groups, companies, agents, people } = result.data;
  for (const entry of organisations) addEntry(draft, 'organisation', entry, file);
  for (const entry of groups) addEntry(draft, 'group', entry, file);
  for (const entry of companies) addEntry(draft, 'company', entry, file);
  for (const { heads, sectors, kind, country } of agents) {
    for (const head of heads) draft.agents.push({ head, sectors, offices: [], titles: [], kind, country });
  }
  addOffices(
    draft,
    people.map((value) => ({ value, file })),
    problems,
  );
  problems.push(...findOpenCodes(draft));
  const { entities, agents: nouns } = draft;
  const names = draft.names.map(
    ([name, key, number, form, from, until]) => [name, key, number, form, from, until, 1] as const,
  );
  return {
    actors: {
      entities: entities.map((entity) => ({ ...entity, id: `user:${entity.id}` })),
      names,
      agents: nouns,
    },
    problems,
  };
}

/** The built-in data with the user's entries over it: a name of the user's hides the same name of ours. */
export function mergeActors(data: ActorData, user: UserActors): ActorData {
  const offset = data.entities.length;
  const names = user.names.map(
    ([name, key, number, form, from, until, layer]) =>
      [name, key, number + offset, form, from, until, layer] as const,
  );
  return {
    ...data,
    entities: [...data.entities, ...user.entities],
    names: [...data.names, ...names],
    agents: [...data.agents, ...user.agents],
  };
}

function parseText(text: string, file: string, problems: Problem[]): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    problems.push(problem('bad-yaml', error.message.split('\n')[0] ?? 'not YAML', file));
    return null;
  }
}

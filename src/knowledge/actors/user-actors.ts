// A user's own dictionaries (`--actors FILE`, `--agents FILE`), ours in YAML or TABARI's, merged over the built-in data.
import type { Problem } from '../../records/problem.ts';
import { parseYaml } from '../yaml-file.ts';
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
  const read = parseYaml(text, file, userSchema, problems);
  if (read === null) return { actors: { entities: [], names: [], agents: [] }, problems };
  const { organisations, groups, companies, agents, people } = read.value;
  const placeOf = (...path: PropertyKey[]): string => `${file}:${read.lineOf(path)}`;
  for (const [at, one] of organisations.entries())
    addEntry(draft, 'organisation', one, placeOf('organisations', at));
  for (const [at, one] of groups.entries()) addEntry(draft, 'group', one, placeOf('groups', at));
  for (const [at, one] of companies.entries()) addEntry(draft, 'company', one, placeOf('companies', at));
  const agentPlaces = new Map<string, string>();
  for (const [at, { heads, sectors, kind, country }] of agents.entries()) {
    for (const head of heads) {
      draft.agents.push({ head, sectors, offices: [], titles: [], kind, country });
      agentPlaces.set(head, `${placeOf('agents', at)} (${head})`);
    }
  }
  // Office by office, so that each has its own line.
  const offices = people.flatMap((value, at) =>
    value.offices.map((office, number) => ({
      value: { ...value, offices: [office] },
      file: placeOf('people', at, 'offices', number),
    })),
  );
  addOffices(draft, offices, problems);
  problems.push(...findOpenCodes(draft, (head) => agentPlaces.get(head) ?? file));
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

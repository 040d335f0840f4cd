// The actor data while it is being compiled, with where each entity was written, for problems.
import { nameKey } from './name-key.ts';
import type { WrittenName } from './schema.ts';
import type { Agent, Entity, Epithet, MemberList, NameForm, NameRow, StateInfo } from './types.ts';

export type Draft = {
  states: StateInfo[];
  entities: Entity[];
  files: string[];
  names: NameRow[];
  agents: Agent[];
  groups: MemberList[];
  sectors: Readonly<Record<string, string>>;
  cameoSectors: Readonly<Record<string, string | null>>;
  cameoCountries: Record<string, string>;
  cameoOrganisations: Readonly<Record<string, string>>;
  organisationNames: Readonly<Record<string, string>>;
  commonWords: readonly string[];
  epithets: readonly Epithet[];
  titles: readonly string[];
  shared: Readonly<Record<string, string | null>>;
  officeSectors: ReadonlyMap<string, readonly string[]>;
  /** Entity numbers of persons by id. */
  readonly persons: Map<string, number>;
  /** Names of persons already drafted, as `number name`. */
  readonly personNames: Set<string>;
};

export function createDraft(): Draft {
  return {
    states: [],
    entities: [],
    files: [],
    names: [],
    agents: [],
    groups: [],
    sectors: {},
    cameoSectors: {},
    cameoCountries: {},
    cameoOrganisations: {},
    organisationNames: {},
    commonWords: [],
    epithets: [],
    titles: [],
    shared: {},
    officeSectors: new Map(),
    persons: new Map(),
    personNames: new Set(),
  };
}

/** Adds an entity and gives its number. Extra fields of the entry are left behind. */
export function draftEntity(draft: Draft, entity: Entity, file: string): number {
  const { id, kind, name, country, sectors, wikidata, from, until, home, tenures } = entity;
  draft.entities.push({ id, kind, name, country, sectors, wikidata, from, until, home, tenures });
  draft.files.push(file);
  return draft.entities.length - 1;
}

export function draftName(draft: Draft, name: WrittenName, entity: number, form: NameForm): void {
  const row = typeof name === 'string' ? { name, from: null, until: null } : name;
  draft.names.push([row.name, nameKey(row.name), entity, form, row.from, row.until, 0]);
}

export function draftNames(
  draft: Draft,
  names: readonly WrittenName[],
  entity: number,
  form: NameForm,
): void {
  for (const name of names) draftName(draft, name, entity, form);
}

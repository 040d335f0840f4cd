// Compiles the files of knowledge/actors into one JSON-safe value, collecting what is wrong in them.
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type Problem, problem } from '../../records/problem.ts';
import { listYaml, readYaml } from '../yaml-file.ts';
import { addEntry } from './compile-entry.ts';
import { addOffices } from './compile-offices.ts';
import { addState } from './compile-state.ts';
import { createDraft } from './draft.ts';
import { nameKey } from './name-key.ts';
import {
  agentsSchema,
  ambiguousSchema,
  companiesSchema,
  epithetsSchema,
  groupsSchema,
  type OfficesFile,
  officesSchema,
  organisationsSchema,
  peopleSchema,
  rolesSchema,
  sectorsSchema,
  stateSchema,
} from './schema.ts';
import type { ActorData } from './types.ts';
import { findActorProblems } from './validate.ts';

/** Reads knowledge/actors; `data` is complete only when there are no problems. */
export function compileActors(dir: string): {
  readonly data: ActorData;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const draft = createDraft();
  const each = <S extends z.ZodType>(
    folder: string,
    schema: S,
    use: (value: z.output<S>, file: string) => void,
  ) => {
    for (const path of listYaml(join(dir, folder))) {
      const read = readYaml(path, schema, problems);
      if (read !== null) use(read.value, read.file);
    }
  };
  const one = <S extends z.ZodType>(name: string, schema: S, use: (value: z.output<S>) => void) => {
    const read = readYaml(join(dir, name), schema, problems);
    if (read !== null) use(read.value);
  };

  one('sectors.yaml', sectorsSchema, ({ sectors, cameo, organisations, organisationNames }) => {
    draft.sectors = sectors;
    draft.cameoSectors = cameo;
    draft.cameoOrganisations = organisations;
    draft.organisationNames = organisationNames;
  });
  one('ambiguous.yaml', ambiguousSchema, ({ shared, commonWords, titles }) => {
    draft.shared = shared;
    draft.commonWords = commonWords;
    draft.titles = titles;
  });
  one('epithets.yaml', epithetsSchema, ({ epithets }) => {
    draft.epithets = epithets;
  });
  one('roles.yaml', rolesSchema, ({ offices, roles }) => {
    draft.officeSectors = new Map(Object.entries(offices).map(([key, { sectors }]) => [key, sectors]));
    for (const role of roles) {
      const sectors = draft.officeSectors.get(role.offices[0]!) ?? [];
      for (const head of role.heads) {
        draft.agents.push({
          head,
          sectors,
          offices: role.offices,
          titles: role.titles,
          kind: 'person',
          country: role.country,
        });
      }
    }
  });
  each('states', stateSchema, (state, file) => {
    if (basename(file, '.yaml') !== state.code) {
      problems.push(problem('bad-knowledge', `the file's name should be ${state.code}.yaml`, file));
    }
    addState(draft, state, file);
  });
  each('organisations', organisationsSchema, ({ organisations }, file) => {
    for (const organisation of organisations) {
      const { key, members, acts } = organisation;
      if (acts) addEntry(draft, 'organisation', organisation, file);
      if (key === undefined) continue;
      const listed = members.map((member) =>
        typeof member === 'string' ? { country: member, from: null, until: null } : member,
      );
      draft.groups.push({ key, name: organisation.name, members: listed });
    }
  });
  each('groups', groupsSchema, ({ groups }, file) => {
    for (const group of groups) addEntry(draft, 'group', group, file);
  });
  each('companies', companiesSchema, ({ companies }, file) => {
    for (const company of companies) addEntry(draft, 'company', company, file);
  });
  each('people', peopleSchema, ({ people }, file) => {
    for (const person of people) addEntry(draft, 'person', person, file);
  });
  each('agents', agentsSchema, ({ agents }) => {
    for (const { heads, sectors, kind, country } of agents) {
      for (const head of heads) draft.agents.push({ head, sectors, offices: [], titles: [], kind, country });
    }
  });
  const offices: { value: OfficesFile; file: string }[] = [];
  each('offices', officesSchema, (value, file) => offices.push({ value, file }));
  addOffices(draft, offices, problems);

  problems.push(...findActorProblems(draft));
  const { states, entities, names, agents, groups, sectors, commonWords, titles, epithets } = draft;
  const { cameoSectors, cameoCountries, cameoOrganisations, organisationNames } = draft;
  const shared = Object.fromEntries(
    Object.entries(draft.shared).map(([name, country]) => [nameKey(name), country]),
  );
  const lists = {
    states,
    entities,
    names,
    agents,
    groups,
    sectors,
    offices: Object.fromEntries(draft.officeSectors),
    shared,
    commonWords,
    epithets,
    titles,
  };
  const data = { ...lists, cameoSectors, cameoCountries, cameoOrganisations, organisationNames };
  return { data, problems };
}

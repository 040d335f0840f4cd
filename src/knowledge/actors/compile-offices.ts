// Compiles a file of persons in office: one entity a person, one tenure an office held.
import { type Problem, problem } from '../../records/problem.ts';
import { indexAgents } from './agent-index.ts';
import { type Draft, draftEntity, draftName } from './draft.ts';
import { nameKey } from './name-key.ts';
import type { OfficesFile } from './schema.ts';
import type { Entity, Tenure } from './types.ts';
import { organisationCodes } from './validate.ts';

/** Adds the persons of some files; agents, organisations and people must have been compiled before. */
export function addOffices(
  draft: Draft,
  files: readonly { readonly value: OfficesFile; readonly file: string }[],
  problems: Problem[],
): void {
  const agents = indexAgents(draft.agents);
  const organisations = new Map<string, string>();
  for (const [, key, number] of draft.names) {
    const { kind, name } = draft.entities[number]!;
    if (kind !== 'person' && !organisations.has(key)) organisations.set(key, name);
  }
  for (const { value, file } of files) addFile(draft, value, file, { agents, organisations, problems });
}

type Tables = {
  readonly agents: ReturnType<typeof indexAgents>;
  /** Official names of organisations by the key of any of their names: office files name them as they like. */
  readonly organisations: ReadonlyMap<string, string>;
  readonly problems: Problem[];
};

function addFile(draft: Draft, file: OfficesFile, path: string, tables: Tables): void {
  const { agents, organisations, problems } = tables;
  for (const entry of file.offices) {
    if (!draft.officeSectors.has(entry.office)) {
      const hint = `one of ${[...draft.officeSectors.keys()].join(', ')} (roles.yaml)`;
      problems.push(
        problem('unknown-code', `office ${entry.office} of ${entry.person} is not known`, path, hint),
      );
    }
    const organisation = entry.organisation ?? file.organisation ?? null;
    const tenure: Tenure = {
      country: file.country,
      sectors: entry.sectors ?? sectorsOf(draft, agents, file.country, entry.office, entry.title ?? ''),
      from: entry.from,
      until: entry.until,
      office: entry.office,
      title: entry.title ?? null,
      organisation: organisation === null ? null : (organisations.get(nameKey(organisation)) ?? organisation),
    };
    const number = findPerson(draft, file.country, entry.person, entry.wikidata, path);
    const person = draft.entities[number]!;
    const tenures = [...(person.tenures ?? []), tenure].sort((a, b) =>
      (a.from ?? '') < (b.from ?? '') ? -1 : 1,
    );
    draft.entities[number] = { ...person, wikidata: person.wikidata ?? entry.wikidata, tenures };
    draftOnce(draft, entry.person, number);
    for (const name of entry.names) draftOnce(draft, typeof name === 'string' ? name : name.name, number);
  }
}

/** An office's sectors; for another office those of the noun in its title ("Chief of the General Staff"). */
function sectorsOf(
  draft: Draft,
  agents: ReturnType<typeof indexAgents>,
  country: string,
  office: string,
  title: string,
): readonly string[] {
  if (organisationCodes.has(country)) return ['IGO'];
  const known = draft.officeSectors.get(office) ?? [];
  if (known.length > 0) return known;
  const words = title.toLowerCase().split(/\s+/);
  for (let at = 0; at < words.length; at++) {
    const found = agents(words, at);
    if (found !== null) return found.agent.sectors;
  }
  return ['GOV'];
}

/** The person's number: the same Wikidata id, or the same name in the same country; else a new entity. */
function findPerson(
  draft: Draft,
  country: string,
  name: string,
  wikidata: string | null,
  path: string,
): number {
  const id = wikidata === null ? `person:${country}:${nameKey(name)}` : `person:${wikidata}`;
  const key = nameKey(name);
  const known =
    draft.persons.get(id) ??
    draft.persons.get(`person:${country}:${key}`) ??
    draft.persons.get(`person:null:${key}`);
  if (known !== undefined) return known;
  const person: Entity = {
    id,
    kind: 'person',
    name,
    country,
    sectors: [],
    wikidata,
    from: null,
    until: null,
    home: [],
    tenures: [],
  };
  const number = draftEntity(draft, person, path);
  registerPerson(draft, number);
  return number;
}

/** Lets later office entries find the person, by Wikidata id or by name and country. */
export function registerPerson(draft: Draft, number: number): void {
  const { country, name, wikidata } = draft.entities[number]!;
  if (wikidata !== null) draft.persons.set(`person:${wikidata}`, number);
  draft.persons.set(`person:${country}:${nameKey(name)}`, number);
}

function draftOnce(draft: Draft, name: string, number: number): void {
  const key = `${number} ${name}`;
  if (draft.personNames.has(key)) return;
  draft.personNames.add(key);
  draftName(draft, name, number, /\s/.test(name.trim()) ? 'name' : 'surname');
}

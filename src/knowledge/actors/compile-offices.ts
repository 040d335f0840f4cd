// Compiles a file of persons in office: one entity a person, one tenure an office held.
import { type Problem, problem } from '../../records/problem.ts';
import { indexAgents } from './agent-index.ts';
import { type Draft, draftEntity, draftName } from './draft.ts';
import { nameKey } from './name-key.ts';
import type { OfficesFile } from './schema.ts';
import type { Entity, Tenure } from './types.ts';
import { organisationCodes } from './validate.ts';

export function addOffices(draft: Draft, file: OfficesFile, path: string, problems: Problem[]): void {
  const agents = indexAgents(draft.agents);
  for (const entry of file.offices) {
    if (!draft.officeSectors.has(entry.office)) {
      const hint = `one of ${[...draft.officeSectors.keys()].join(', ')} (roles.yaml)`;
      problems.push(
        problem('unknown-code', `office ${entry.office} of ${entry.person} is not known`, path, hint),
      );
    }
    const tenure: Tenure = {
      country: file.country,
      sectors: entry.sectors ?? sectorsOf(draft, agents, file.country, entry.office, entry.title ?? ''),
      from: entry.from,
      until: entry.until,
      office: entry.office,
      title: entry.title ?? null,
      organisation: nameOf(draft, entry.organisation ?? file.organisation ?? null),
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

/** Office files name an organisation as they like: the name of its entry, where it has one. */
function nameOf(draft: Draft, organisation: string | null): string | null {
  if (organisation === null) return null;
  const key = nameKey(organisation);
  const row = draft.names.find(
    ([, rowKey, number]) => rowKey === key && draft.entities[number]?.kind !== 'person',
  );
  return row === undefined ? organisation : draft.entities[row[2]]!.name;
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
  const known = draft.persons.get(id) ?? draft.persons.get(`person:${country}:${nameKey(name)}`);
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
  draft.persons.set(id, number);
  draft.persons.set(`person:${country}:${nameKey(name)}`, number);
  return number;
}

function draftOnce(draft: Draft, name: string, number: number): void {
  const key = `${number} ${name}`;
  if (draft.personNames.has(key)) return;
  draft.personNames.add(key);
  draftName(draft, name, number, /\s/.test(name.trim()) ? 'name' : 'surname');
}

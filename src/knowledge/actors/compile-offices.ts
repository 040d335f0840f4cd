// Compiles a file of persons in office: one entity a person, one tenure an office held.
import { type Draft, draftEntity, draftName } from './draft.ts';
import { nameKey } from './name-key.ts';
import type { OfficesFile } from './schema.ts';
import type { Entity, Tenure } from './types.ts';

export function addOffices(draft: Draft, file: OfficesFile, path: string): void {
  for (const entry of file.offices) {
    const tenure: Tenure = {
      country: file.country,
      sectors: entry.sectors ?? draft.officeSectors.get(entry.office) ?? ['GOV'],
      from: entry.from,
      until: entry.until,
      office: entry.office,
      title: entry.title ?? null,
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

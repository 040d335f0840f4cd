// Compiles one entry of organisations/, groups/, companies/ or people/: the entity under its names.

import { registerPerson } from './compile-offices.ts';
import { pluralised } from './compile-state.ts';
import { type Draft, draftEntity, draftName, draftNames } from './draft.ts';
import type { Entry } from './schema.ts';
import type { EntityKind } from './types.ts';

export function addEntry(draft: Draft, kind: EntityKind, entry: Entry, file: string): void {
  const number = draftEntity(draft, { ...entry, kind, id: `${kind}:${entry.name}`, tenures: null }, file);
  if (kind === 'person') registerPerson(draft, number);
  draftName(draft, entry.name, number, 'name');
  for (const written of entry.names) {
    const name = typeof written === 'string' ? written : written.name;
    draftName(draft, written, number, kind === 'person' && !/\s/.test(name) ? 'surname' : 'name');
  }
  draftNames(draft, entry.adjectives, number, 'adjective');
  draftNames(draft, entry.demonyms.flatMap(pluralised), number, 'demonym');
}

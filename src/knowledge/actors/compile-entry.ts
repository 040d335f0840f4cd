// Compiles one entry of organisations/, groups/ or companies/: the entity under its names.
import { pluralised } from './compile-state.ts';
import { type Draft, draftEntity, draftName, draftNames } from './draft.ts';
import type { Entry } from './schema.ts';
import type { EntityKind } from './types.ts';

export function addEntry(draft: Draft, kind: EntityKind, entry: Entry, file: string): void {
  const number = draftEntity(draft, { ...entry, kind, id: `${kind}:${entry.name}`, tenures: null }, file);
  draftName(draft, entry.name, number, 'name');
  draftNames(draft, entry.names, number, 'name');
  draftNames(draft, entry.adjectives, number, 'adjective');
  draftNames(draft, entry.demonyms.flatMap(pluralised), number, 'demonym');
}

// Compiles one state's file: the state under its names, and what belongs to it (seats, ministries, parties, places).
import { type Draft, draftEntity, draftName, draftNames } from './draft.ts';
import type { PartEntry, StateFile, WrittenName } from './schema.ts';
import type { EntityKind, NameForm } from './types.ts';

export function addState(draft: Draft, state: StateFile, file: string): void {
  const { code, name, kind, from, until, wikidata } = state;
  const { iso2, cow, fips, leader, sovereign } = state;
  const cameo = state.cameo === undefined ? [code] : [state.cameo].flat();
  draft.states.push({
    code,
    name,
    kind,
    iso2,
    cow,
    fips,
    cameo: cameo[0]!,
    wikidata,
    leader,
    sovereign,
    from,
    until,
  });
  for (const other of cameo) if (other !== code) draft.cameoCountries[other] = code;

  const base = { country: code, sectors: [], wikidata, home: [], tenures: null };
  const number = draftEntity(draft, { ...base, id: `${kind}:${code}`, kind, name, from, until }, file);
  draftName(draft, name, number, 'name');
  draftNames(draft, state.names, number, 'name');
  draftNames(draft, state.adjectives, number, 'adjective');
  draftNames(draft, state.demonyms.flatMap(pluralised), number, 'demonym');
  draftNames(draft, state.capitals, number, 'capital');
  for (const seat of state.seats) addPart(draft, state, 'body', 'seat', seat, file);
  for (const body of state.institutions) addPart(draft, state, 'body', 'name', body, file);
  for (const party of state.parties) addPart(draft, state, 'party', 'name', party, file);
  for (const place of state.places) addPart(draft, state, 'place', 'name', place, file);
}

function addPart(
  draft: Draft,
  state: StateFile,
  kind: EntityKind,
  form: NameForm,
  part: PartEntry,
  file: string,
): void {
  const id = `${kind}:${state.code}:${part.name}`;
  const number = draftEntity(
    draft,
    { ...part, id, kind, country: state.code, home: [], tenures: null },
    file,
  );
  draftName(draft, part.name, number, form);
  draftNames(draft, part.names, number, form);
  draftNames(draft, part.adjectives, number, 'adjective');
  draftNames(draft, part.demonyms.flatMap(pluralised), number, 'demonym');
}

/** A demonym is written in the singular; an irregular plural follows a slash: "Briton", "Frenchman/Frenchmen". */
export function pluralised(name: WrittenName): WrittenName[] {
  const text = typeof name === 'string' ? name : name.name;
  const [singular = text, plural = regularPlural(text)] = text.split('/');
  return [...new Set([singular, plural])].map((each) =>
    typeof name === 'string' ? each : { ...name, name: each },
  );
}

function regularPlural(noun: string): string {
  return /(s|x|z|ch|sh)$/.test(noun) && !/[^aeiou]h$/.test(noun.replace(/[cs]h$/, ''))
    ? `${noun}es`
    : `${noun}s`;
}

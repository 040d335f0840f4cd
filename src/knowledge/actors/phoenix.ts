// Reads a user's own dictionaries in the TABARI/PETRARCH format, as people who work with event data have them.
import { type Problem, problem } from '../../records/problem.ts';
import { type CameoTables, cameoReader } from './cameo.ts';
import { nameKey } from './name-key.ts';
import { readPhoenixDates } from './phoenix-dates.ts';
import type { Agent, Entity, NameRow, Tenure } from './types.ts';

/** Entries of a user's, to be merged over the built-in ones; the numbers in `names` count from 0. */
export type UserActors = {
  readonly entities: readonly Entity[];
  readonly names: readonly NameRow[];
  readonly agents: readonly Agent[];
};

export type UserFile = { readonly actors: UserActors; readonly problems: readonly Problem[] };

type Block = { readonly line: number; readonly names: string[]; readonly codes: string[] };

/**
 * Reads an actors file: `NAME_ [CODE dates]`, synonyms on lines that open with `+`, further codes on lines of their
 * own. A trailing `_` stops the name; without it the plural counts too. `file` is named in problems.
 */
export function loadPhoenixActors(text: string, tables: CameoTables, file = 'actors'): UserFile {
  const read = cameoReader(tables);
  const problems: Problem[] = [];
  const entities: Entity[] = [];
  const names: NameRow[] = [];
  const strange = new Set<string>();
  for (const { line, names: written, codes } of splitBlocks(text)) {
    const place = `${file}:${line}`;
    const tenures: Tenure[] = [];
    for (const inner of codes) {
      const [code = '', ...rest] = inner.trim().split(/\s+/);
      const dates = readPhoenixDates(rest.join(''));
      if (dates === null) {
        problems.push(
          problem('bad-dates', `"${inner}" has no date that can be read`, place, 'write YYMMDD or YYYYMMDD'),
        );
        continue;
      }
      const { country, sectors, rest: unknown } = read(code);
      if (country === null && sectors.length === 0 && !strange.has(code)) {
        strange.add(code);
        problems.push(
          problem('unknown-code', `nothing in the code ${code} (${unknown.join(', ')}) is known`, place),
        );
      }
      tenures.push({ country, sectors, ...dates, office: null, title: null, organisation: null });
    }
    const first = written[0];
    if (first === undefined || tenures.length === 0) {
      if (codes.length === 0) problems.push(problem('no-code', `"${first ?? ''}" has no code`, place));
      continue;
    }
    tenures.sort(
      (a, b) => Number(isDated(a)) - Number(isDated(b)) || ((a.from ?? '') < (b.from ?? '') ? -1 : 1),
    );
    const main = tenures[0]!;
    const person =
      tenures.some((tenure) => isDated(tenure) && tenure.sectors.length > 0) && first.includes('_');
    const state =
      !person && tenures.every((tenure) => tenure.country !== null && tenure.sectors.length === 0);
    const dated = tenures.length > 1 || isDated(main);
    const name = showName(first);
    entities.push({
      id: `user:${file}:${line}`,
      kind: person ? 'person' : state ? 'state' : 'organisation',
      name,
      country: main.country,
      sectors: main.sectors,
      wikidata: null,
      from: null,
      until: null,
      home: [],
      tenures: dated ? tenures : null,
    });
    for (const each of written) {
      for (const form of [showName(each), ...(each.endsWith('_') ? [] : [`${showName(each)}s`])]) {
        names.push([form, nameKey(form), entities.length - 1, 'name', null, null, 1]);
      }
    }
  }
  return { actors: { entities, names, agents: [] }, problems };
}

/**
 * Reads an agents file: `NOUN {PLURAL} [~CODE]`, with substitution sets `!PERSON! = MAN, MEN`. Nouns count as lemmas;
 * plurals that the file lists count too.
 */
export function loadPhoenixAgents(text: string, tables: CameoTables, file = 'agents'): UserFile {
  const read = cameoReader(tables);
  const problems: Problem[] = [];
  const agents: Agent[] = [];
  const sets = new Map<string, readonly string[]>();
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    const place = `${file}:${i + 1}`;
    const set = /^(!\w+!)\s*=\s*(.+)$/.exec(line);
    if (set !== null) {
      sets.set(
        set[1]!,
        set[2]!.split(',').map((word) => word.trim()),
      );
      continue;
    }
    const entry = /^([^[{]+)(?:\{([^}]*)\})?\s*\[([^\]]+)\]/.exec(line);
    if (entry === null) {
      problems.push(problem('bad-entry', `"${line}" is no agent`, place, 'write NOUN [~CODE]'));
      continue;
    }
    const { country, sectors, rest } = read(entry[3]!.replace(/~/g, ''));
    if (country === null && sectors.length === 0) {
      problems.push(
        problem('unknown-code', `nothing in the code ${entry[3]} (${rest.join(', ')}) is known`, place),
      );
      continue;
    }
    const plurals = (entry[2] ?? '').split(',');
    for (const word of [entry[1]!, ...plurals].flatMap((each) => expandSets(each, sets))) {
      const head = word
        .replace(/[_\s]+/g, ' ')
        .trim()
        .toLowerCase();
      if (head !== '') agents.push({ head, sectors, offices: [], titles: [], kind: 'person', country });
    }
  }
  return { actors: { entities: [], names: [], agents }, problems };
}

function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/#.*/, '').trimEnd();
    if (line.trim() === '') continue;
    const codes = [...line.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1]!);
    const name = line.replace(/\[.*/, '').trim();
    const last = blocks.at(-1);
    if (name !== '' && !name.startsWith('+')) blocks.push({ line: i + 1, names: [name], codes });
    else if (last !== undefined) {
      last.codes.push(...codes);
      if (name !== '') last.names.push(name.slice(1));
    }
  }
  return blocks;
}

function isDated({ from, until }: Tenure): boolean {
  return from !== null || until !== null;
}

/** VLADIMIR_PUTIN_ as a reader writes it. A single word of up to three letters stays an acronym. */
function showName(name: string): string {
  const words = name.split(/[_\s]+/).filter((word) => word !== '');
  if (words.length === 1 && words[0]!.replace(/\W/g, '').length <= 3) return words[0]!;
  return words
    .map((word) => word.toLowerCase().replace(/(^|[-'’.])\p{L}/gu, (letter) => letter.toUpperCase()))
    .join(' ');
}

function expandSets(word: string, sets: ReadonlyMap<string, readonly string[]>): string[] {
  const mark = /!\w+!/.exec(word)?.[0];
  const members = mark === undefined ? undefined : sets.get(mark);
  if (mark === undefined || members === undefined) return [word];
  return members.flatMap((member) => expandSets(word.replace(mark, member), sets));
}

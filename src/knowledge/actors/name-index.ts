// The table of names: finds the longest known name that starts at a word of a sentence.
import { isCapitalLine, isDoubtfulLine } from './line-style.ts';
import { nameKey, splitName, splitWord, wearsCapitals } from './name-key.ts';
import { surnameGuard } from './surname-guard.ts';
import type { Actor, ActorData, Entity, NameRow } from './types.ts';

export type Match = {
  /** In words of the sentence. */
  readonly length: number;
  /** Every reading of the name; several where it is shared. */
  readonly actors: readonly Actor[];
};

export type NameIndex = {
  readonly match: (words: readonly string[], at: number) => Match | null;
  readonly lookup: (name: string) => readonly Actor[];
};

export function indexNames(data: ActorData): NameIndex {
  const rows = new Map<string, NameRow[]>();
  const longest = new Map<string, number>();
  for (const row of data.names) {
    const key = row[1];
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [row]);
    else known.push(row);
    const blank = key.indexOf(' ');
    const first = blank < 0 ? key : key.slice(0, blank);
    const length = blank < 0 ? 1 : key.split(' ').length;
    if ((longest.get(first) ?? 0) < length) longest.set(first, length);
  }
  const common = new Set(data.commonWords.map(nameKey));
  const guard = surnameGuard(data, rows);

  function match(words: readonly string[], at: number): Match | null {
    const head = splitWord(words[at] ?? '');
    const limit = longest.get(head[0]?.toLowerCase() ?? '');
    if (limit === undefined) return null;
    const parts: string[] = [];
    let best: Match | null = null;
    let key = '';
    for (let i = at; i < words.length && parts.length < limit; i++) {
      const more = i === at ? head : splitWord(words[i]!);
      if (more.length === 0) {
        if (isHyphen(words[i]!)) continue;
        break;
      }
      for (const part of more) {
        key = parts.length === 0 ? part.toLowerCase() : `${key} ${part.toLowerCase()}`;
        parts.push(part);
      }
      const found = rows.get(key);
      if (found === undefined) continue;
      const fitting = guard(pick(found, parts, data.entities), words, at, i + 1);
      if (fitting.length === 0 || (common.has(key) && isDoubtful(words, at, i + 1, isAcronym(parts))))
        continue;
      best = { length: i + 1 - at, actors: fitting };
    }
    return best;
  }

  return {
    match,
    lookup: (name) => pick(rows.get(nameKey(name)) ?? [], splitName(name), data.entities),
  };
}

/**
 * The readings whose capitals fit, each once: a user's entry hides the built-in one, and the exactly written ones go
 * first (JeM isn't JEM).
 */
function pick(rows: readonly NameRow[], parts: readonly string[], entities: readonly Entity[]): Actor[] {
  const loose = rows.filter(([written]) => wearsCapitals(splitName(written), parts));
  const top = loose.some(([, , , , , , layer]) => layer === 1) ? 1 : 0;
  const exact = loose.filter(
    ([written, , , , , , layer]) => layer === top && splitName(written).every((part, i) => part === parts[i]),
  );
  const fitting = exact.length > 0 ? exact : loose;
  const actors: Actor[] = [];
  for (const [written, , number, form, nameFrom, nameUntil, layer] of fitting) {
    const entity = entities[number]!;
    if (layer !== top || actors.some((actor) => actor.id === entity.id && actor.form === form)) continue;
    actors.push({ ...entity, form, written, nameFrom, nameUntil });
  }
  return actors;
}

function isHyphen(word: string): boolean {
  return /^[-‐‑‒–]$/.test(word);
}

function isAcronym(parts: readonly string[]): boolean {
  return parts.every((part) => part.length > 1 && part === part.toUpperCase());
}

/**
 * A common word is no name first in a sentence or quotation ("May said"; but "WHO said" is), before a number ("May 5")
 * or where all words wear capitals.
 */
function isDoubtful(words: readonly string[], start: number, end: number, acronym: boolean): boolean {
  const first = start === 0 || !words.slice(0, start).some((word) => /\p{L}/u.test(word));
  const opens = first || /^["“‘:;(\u2022]$/.test(words[start - 1] ?? '');
  if ((opens && !acronym) || /^\d/.test(words[end] ?? '')) return true;
  return isCapitalLine(words) || (!acronym && isDoubtfulLine(words));
}

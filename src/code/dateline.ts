// In which country a story was filed: the place of its dateline ("OTTAWA, Oct. 14 -").
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Document } from '../records/index.ts';

/** The country's code, or null where no dateline names a place that is known. */
export function datelineCountry(
  { blocks, text, published }: Document,
  { actors, places }: Knowledge,
): string | null {
  for (const { kind, start, end } of blocks) {
    if (kind !== 'dateline') continue;
    const words = (text.slice(start, end).match(/\p{L}[\p{L}'’.-]*/gu) ?? []).map(capitalised);
    for (let at = 0; at < Math.min(words.length, 6); at++) {
      const match = actors.match(words, at);
      const actor = match === null ? null : actors.settle(match.actors, published);
      const country = actor === null ? null : (actors.resolve(actor, published)?.country ?? null);
      if (country !== null && actors.byCode(country) !== null) return country;
      const [town, second] = places.find(words.slice(at, at + 2).join(' ')).concat(places.find(words[at]!));
      if (town !== undefined && town.population > 5 * (second?.population ?? 0))
        return actors.states.find(({ iso2 }) => iso2 === town.iso2)?.code ?? null;
    }
  }
  return null;
}

/** NEW DELHI is New Delhi; U.S. stays. */
function capitalised(word: string): string {
  return /^\p{Lu}{3,}$/u.test(word) ? word[0]! + word.slice(1).toLowerCase() : word;
}

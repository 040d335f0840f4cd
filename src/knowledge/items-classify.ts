// Places a phrase such as "two battalions of Patriot missiles" among the item categories by the head of its first noun
// group, or says that it can't.
export type ItemMatch = { readonly category: string; readonly length: number };
export type ItemClass = {
  readonly category: string;
  /** From the category up to its roots, nearest first. */
  readonly path: readonly string[];
  /** The words that decided. */
  readonly words: string;
};

/** What a phrase of a `not:` list means: nothing that we know. */
export const nothing = '';

const groupEnd =
  /^(?:of|for|to|from|with|in|on|at|by|against|under|that|which|including|capable|worth|via|into)$/;
const measureWords =
  /^(?:barrels?|tons?|tonnes?|shipments?|deliver(?:y|ies)|cargoe?s?|supply|supplies|rounds?|units?|batch|batches|boxes|box|containers?|litres?|types?|kinds?|amounts?|quantit(?:y|ies)|transfers?|exports?|imports?|sales?|packages?|millions?|thousands?|hundreds?|dozens?|number|lots?|parts?|components?|spares?|spare)$/;

/** "two battalions of Patriot missiles" is read by its head: the last known words of the first noun group. */
export function classifyPhrase(
  text: string,
  walk: (forms: readonly (readonly string[])[][], at: number) => ItemMatch | null,
  path: (category: string) => readonly string[],
): ItemClass | null {
  const words = text
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const forms = words.map((word) => singulars(word).map(parts));
  let known: { match: ItemMatch; at: number } | null = null;
  let skipped = false;
  for (let at = 0; at < words.length; ) {
    const match = walk(forms, at);
    if (match?.category === nothing) {
      known = null;
      skipped = true;
      at += match.length;
      continue;
    }
    if (match !== null) {
      // "Shahed-136 drones": the kind says more than the head that follows it.
      const kind: boolean =
        known !== null &&
        known.at + known.match.length === at &&
        (path(known.match.category).includes(match.category) || isDesignation(words.slice(known.at, at)));
      known = kind
        ? {
            match: { category: known!.match.category, length: known!.match.length + match.length },
            at: known!.at,
          }
        : { match, at };
      skipped = false;
      at += match.length;
      continue;
    }
    const word = words[at]!.toLowerCase();
    if (known !== null && groupEnd.test(word)) break;
    // "barrels of crude oil", "spare parts for tanks": a measure gives way to what it measures.
    if (!groupEnd.test(word) && !measureWords.test(word)) skipped = known !== null || skipped;
    if (groupEnd.test(word) && known === null && !measureWords.test((words[at - 1] ?? '').toLowerCase()))
      return null;
    at++;
  }
  if (known === null || (skipped && isHead(words, known))) return null;
  const category = known.match.category;
  return {
    category,
    path: path(category),
    words: words.slice(known.at, known.at + known.match.length).join(' '),
  };
}

/** True when an unknown noun follows the known words and so takes the head's place ("rice cookers"). */
function isHead(words: readonly string[], known: { match: ItemMatch; at: number }): boolean {
  const next = words[known.at + known.match.length];
  return next !== undefined && !groupEnd.test(next.toLowerCase()) && !measureWords.test(next.toLowerCase());
}

function singulars(word: string): string[] {
  const out = [word];
  const lower = word.toLowerCase();
  if (lower.endsWith('ies')) out.push(`${lower.slice(0, -3)}y`);
  if (/(?:ch|sh|x|ss)es$/.test(lower)) out.push(lower.slice(0, -2));
  if (lower.endsWith('uses')) out.push(lower.slice(0, -2));
  if (lower.endsWith('s') && !lower.endsWith('ss')) out.push(lower.slice(0, -1));
  if (lower.endsWith('men')) out.push(`${lower.slice(0, -3)}man`);
  return out;
}

/** "HIMARS", "T-72": a type's own name says more than the common word after it. */
function isDesignation(words: readonly string[]): boolean {
  return words.some((word) => /\d|[A-Z]{3}/.test(word));
}

/** Lower-case words without hyphens: "F-16" and "F 16" are the same. */
export function parts(word: string): string[] {
  return word
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s\-‐‑–]+/)
    .map((part) => part.replace(/^["“”'(]+|["“”').]+$/g, ''))
    .filter((part) => part !== '');
}

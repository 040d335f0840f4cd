// The page's address is the question: the query string holds the API's own filters, a repeated key meaning any of its
// values, so that a view can be shared as a link and asked of the API as it stands.

export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

export const filterKeys = [
  'party',
  'actor',
  'recipient',
  'dyad',
  'type',
  'quad',
  'mode',
  'context',
  'item',
  'country',
  'place',
  'auxiliary',
  'from',
  'to',
  'source',
  'q',
  'article',
  'story',
] as const;

export function parseSearch(text: string): Record<string, string | string[]> {
  const search: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = search[key];
    search[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return search;
}

export function stringifySearch(search: Search): string {
  const text = toQuery(search).toString();
  return text === '' ? '' : `?${text}`;
}

export function toQuery(search: Search, keys?: readonly string[]): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of keys ?? Object.keys(search))
    for (const value of valuesOf(search, key)) if (value !== '') query.append(key, value);
  return query;
}

export function valuesOf(search: Search, key: string): readonly string[] {
  const value = search[key];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** The first value of a key, or an empty string. */
export function firstOf(search: Search, key: string): string {
  return valuesOf(search, key)[0] ?? '';
}

/** The search with one value switched on or off; a page's place in the list starts anew. */
export function toggleValue(search: Search, key: string, value: string): Search {
  const before = valuesOf(search, key);
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return { ...search, cursor: undefined, back: undefined, [key]: after.length === 0 ? undefined : after };
}

/** The search with a key set, or gone when the value is empty. */
export function setValue(search: Search, key: string, value: string): Search {
  return { ...search, cursor: undefined, back: undefined, [key]: value === '' ? undefined : value };
}

// The dyads and how much went on in each, under days, class and source: what Dyads and Network ask alike. The router asks
// it as soon as the address is known, while the view itself is still on its way.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CountRow } from '../../src/records/index.ts';
import { get } from './api.ts';
import { type Search, toQuery } from './search.ts';

export type Counts = { readonly rows: readonly CountRow[] };

/** The part of a question that the counts of dyads take. */
export function ofDyads({ from, to, quad, source }: Search): Search {
  return { from, to, quad, source };
}

export function dyadCounts(search: Search) {
  const asked = toQuery({ by: 'dyad', ...ofDyads(search) });
  return queryOptions({
    queryKey: ['counts', asked.toString()],
    queryFn: ({ signal }) => get<Counts>('counts', asked, signal),
    placeholderData: keepPreviousData,
  });
}

// A list of the API page by page: how many rows the present question finds, the rows, and the way to the next page.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { type Search, toQuery } from '../search.ts';
import type { SetSearch } from '../use-search.ts';
import { countWords } from '../words.ts';
import { Answer } from './answer.tsx';
import { Pager } from './pager.tsx';

type Props<Row> = {
  /** The list's path under /api/, and which keys of the question it takes. */
  path: string;
  keys: readonly string[];
  search: Search;
  setSearch: SetSearch;
  /** One of them in words, and many. */
  called: readonly [one: string, many: string];
  children: (row: Row) => ReactNode;
};

export function RowList<Row>({ path, keys, search, setSearch, called, children }: Props<Row>) {
  const asked = toQuery({ ...search, limit: '50' }, [...keys, 'cursor', 'limit']);
  const query = useQuery({
    queryKey: [path, asked.toString()],
    queryFn: ({ signal }) => get<Page<Row>>(path, asked, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Answer query={query}>
      {({ items, total, next }) => (
        <div aria-busy={query.isPlaceholderData}>
          <p className="dim count" role="status">
            {countWords(total, ...called)}
          </p>
          {items.map(children)}
          <Pager next={next} search={search} setSearch={setSearch} />
        </div>
      )}
    </Answer>
  );
}

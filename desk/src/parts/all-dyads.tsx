// The filters over all dyads and their counts, as Dyads lists and Network draws them.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CountRow } from '../../../src/records/index.ts';
import { dyadCounts, ofDyads } from '../dyad-counts.ts';
import type { Search } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { Answer } from './answer.tsx';
import { FilterBar, QuadField, WordsField } from './filter-bar.tsx';

export function AllDyads({ children }: { children: (rows: readonly CountRow[], of: Search) => ReactNode }) {
  const [search, setSearch] = useQuestion();
  const query = useQuery(dyadCounts(search));
  const ask = { search, setSearch };
  return (
    <>
      <FilterBar {...ask}>
        <QuadField {...ask} />
        <WordsField name="source" {...ask}>
          Source
        </WordsField>
      </FilterBar>
      <Answer query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="dim">No events between two parties.</p>
          ) : (
            children(rows, ofDyads(search))
          )
        }
      </Answer>
    </>
  );
}

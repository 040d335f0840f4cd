// Events: the whole store as a table, narrowed by facets, words and days; the address holds the question.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EventRow, Page } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { EventTable } from '../parts/event-table.tsx';
import { ExportLinks } from '../parts/export-links.tsx';
import { FacetList } from '../parts/facets.tsx';
import { Pager } from '../parts/pager.tsx';
import { SavedQueries } from '../parts/saved-queries.tsx';
import { filterKeys, firstOf, setValue, toQuery, valuesOf } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countWords, valueWords } from '../words.ts';

const pageLength = '50';

export function EventsView() {
  const [search, setSearch] = useQuestion();
  const asked = toQuery({ ...search, limit: pageLength }, [...filterKeys, 'cursor', 'limit']);
  const query = useQuery({
    queryKey: ['events', asked.toString()],
    queryFn: ({ signal }) => get<Page<EventRow>>('events', asked, signal),
    placeholderData: keepPreviousData,
  });
  const chips = filterKeys.flatMap((key) => valuesOf(search, key).map((value) => ({ key, value })));
  return (
    <div className="faceted">
      <aside className="facets" aria-label="Narrow by">
        <details className="fold" open={matchMedia('(min-width: 60rem)').matches}>
          <summary>Narrow by</summary>
          <label>
            From
            <input
              type="date"
              value={firstOf(search, 'from')}
              onChange={({ target }) => setSearch((before) => setValue(before, 'from', target.value))}
            />
          </label>
          <label>
            To
            <input
              type="date"
              value={firstOf(search, 'to')}
              onChange={({ target }) => setSearch((before) => setValue(before, 'to', target.value))}
            />
          </label>
          <FacetList search={search} setSearch={setSearch} />
        </details>
      </aside>
      <div className="results">
        <h1>Events</h1>
        <div className="bar">
          <input
            key={firstOf(search, 'q') === '' ? 'empty' : 'filled'}
            type="search"
            aria-label="Words in the evidence"
            placeholder="Words in the evidence"
            defaultValue={firstOf(search, 'q')}
            onKeyDown={({ key, currentTarget }) => {
              if (key === 'Enter') setSearch((before) => setValue(before, 'q', currentTarget.value));
            }}
            onBlur={({ target }) => {
              if (target.value !== firstOf(search, 'q'))
                setSearch((before) => setValue(before, 'q', target.value));
            }}
          />
          <SavedQueries search={search} setSearch={setSearch} />
          <ExportLinks search={search} />
        </div>
        {chips.length > 0 && (
          <ul className="chips" aria-label="Filters">
            {chips.map(({ key, value }) => (
              <li key={key + value}>
                <button
                  type="button"
                  onClick={() =>
                    setSearch((before) => {
                      const rest = valuesOf(before, key).filter((one) => one !== value);
                      return { ...before, cursor: undefined, [key]: rest.length === 0 ? undefined : rest };
                    })
                  }
                >
                  <span className="dim">{key}</span> {valueWords(key, value)}{' '}
                  <span aria-hidden="true">×</span>
                  <span className="unseen">remove</span>
                </button>
              </li>
            ))}
            <li>
              <button type="button" className="quiet" onClick={() => setSearch({})}>
                Clear all
              </button>
            </li>
          </ul>
        )}
        <Answer query={query}>
          {({ items, total, next }) => (
            <>
              <p className="dim count" role="status">
                {countWords(total, 'event')}
              </p>
              {items.length > 0 && <EventTable events={items} />}
              <Pager next={next} search={search} setSearch={setSearch} />
            </>
          )}
        </Answer>
      </div>
    </div>
  );
}

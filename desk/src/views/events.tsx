// Events: the whole store as a table, narrowed by facets, words and days; the address holds the question.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { EventRow, Page } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { EventTable } from '../parts/event-table.tsx';
import { ExportLinks } from '../parts/export-links.tsx';
import { FacetList } from '../parts/facets.tsx';
import { DayField, WordsField } from '../parts/filter-bar.tsx';
import { Pager } from '../parts/pager.tsx';
import { SavedQueries } from '../parts/saved-queries.tsx';
import { patternOf } from '../question-pattern.ts';
import { filterKeys, toQuery, valuesOf } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countWords, valueWords } from '../words.ts';

const keyWords: Readonly<Record<string, string>> = {
  quad: 'class',
  auxiliary: 'reading',
  country: 'place',
  item: 'goods',
  q: 'words',
  actor: 'by',
  recipient: 'to',
};
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
  const pattern = patternOf(search);
  return (
    <div className="faceted">
      <aside className="facets" aria-label="Narrow by">
        <details className="fold" open={matchMedia('(min-width: 60rem)').matches}>
          <summary>Narrow by</summary>
          <div className="days">
            <DayField name="from" search={search} setSearch={setSearch}>
              From
            </DayField>
            <DayField name="to" search={search} setSearch={setSearch}>
              To
            </DayField>
          </div>
          <FacetList search={search} setSearch={setSearch} />
        </details>
      </aside>
      <div className="results">
        <h1>Events</h1>
        <div className="bar">
          <WordsField
            name="q"
            search={search}
            setSearch={setSearch}
            placeholder="Words in the evidence or headline"
          >
            Words
          </WordsField>
          <SavedQueries view="events" search={search} keys={filterKeys} />
          <ExportLinks search={search} />
          {pattern !== null && (
            <Link to="/watches" search={{ pattern }} className="button">
              Watch for this
            </Link>
          )}
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
                  <span className="dim">{keyWords[key] ?? key}</span> {valueWords(key, value)}{' '}
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
            <div aria-busy={query.isPlaceholderData}>
              <p className="dim count" role="status">
                {countWords(total, 'event')}
              </p>
              {items.length > 0 && <EventTable events={items} />}
              {total === 0 && (
                <p>
                  {chips.length > 0 ? 'Nothing fits all of these.' : 'The store is empty.'}{' '}
                  <Link to={chips.length > 0 ? '/events' : '/add'} search={{}}>
                    {chips.length > 0 ? 'Show all events' : 'Add articles'}
                  </Link>
                </p>
              )}
              <Pager next={next} search={search} setSearch={setSearch} />
            </div>
          )}
        </Answer>
      </div>
    </div>
  );
}

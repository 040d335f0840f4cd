// Map: where events took place, or which countries are parties to them. The outlines come with the desk (world-atlas);
// nothing is fetched from elsewhere. The list beside it is the same for readers without a pointer.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CountRow } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { EventList } from '../parts/event-list.tsx';
import { FilterBar, QuadField } from '../parts/filter-bar.tsx';
import { Tab } from '../parts/tab.tsx';
import { type Measure, World } from '../parts/world.tsx';
import { firstOf, type Search, toQuery } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countryName, countWords } from '../words.ts';

export function MapView() {
  const [search, setSearch] = useQuestion();
  const measure: Measure = firstOf(search, 'of') === 'party' ? 'party' : 'country';
  const chosen = firstOf(search, 'at');
  const of = { from: search.from, to: search.to, quad: search.quad };
  const asked = toQuery({ by: measure, ...of });
  const query = useQuery({
    queryKey: ['counts', asked.toString()],
    queryFn: ({ signal }) => get<{ rows: readonly CountRow[] }>('counts', asked, signal),
    placeholderData: keepPreviousData,
  });
  const ask = { search, setSearch };
  const measures = [
    ['country', 'Where it took place'],
    ['party', 'Who is a party to it'],
  ] as const;
  return (
    <div className="page wide">
      <h1>Map</h1>
      <nav className="tabs" aria-label="Shade by">
        {measures.map(([value, name]) => (
          <Tab
            key={value}
            to="/map"
            search={{ ...of, of: value === 'party' ? value : undefined }}
            isChosen={value === measure}
          >
            {name}
          </Tab>
        ))}
      </nav>
      <FilterBar {...ask}>
        <QuadField {...ask} />
      </FilterBar>
      <Answer query={query}>
        {({ rows }) => {
          const countries = rows.filter(({ key }) => /^[A-Z]{3}$/.test(key));
          return (
            <div className="side-by-side">
              <World rows={countries} measure={measure} search={search} chosen={chosen} />
              <div>
                {chosen === '' ? (
                  <Countries rows={countries} measure={measure} of={of} />
                ) : (
                  <>
                    <h2>{countryName(chosen)}</h2>
                    <p>
                      <Link to="/map" search={{ ...search, at: undefined }}>
                        All countries
                      </Link>
                    </p>
                    <EventList of={{ ...of, [measure]: chosen }} />
                  </>
                )}
              </div>
            </div>
          );
        }}
      </Answer>
    </div>
  );
}

type CountriesProps = { rows: readonly CountRow[]; measure: Measure; of: Search };

function Countries({ rows, measure, of }: CountriesProps) {
  const [search] = useQuestion();
  if (rows.length === 0)
    return (
      <p className="dim">
        No event names its place.{' '}
        <Link to="/map" search={{ ...of, of: 'party' }}>
          Shade by parties
        </Link>
      </p>
    );
  return (
    <>
      <p className="dim">{countWords(rows.length, 'country', 'countries')}</p>
      <ul className="tally">
        {rows.map(({ key, count }) => (
          <li key={key}>
            <Link to="/map" search={{ ...search, at: key }} data-row>
              {countryName(key)}
            </Link>
            <Link to="/events" search={{ ...of, [measure]: key }} className="number">
              {count.toLocaleString('en-GB')}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

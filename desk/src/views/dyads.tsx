// Dyads: two parties through time, cooperation upwards and conflict downwards; a bar leads to the events behind it.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { get } from '../api.ts';
import type { Counts } from '../dyad-counts.ts';
import { AllDyads } from '../parts/all-dyads.tsx';
import { Answer } from '../parts/answer.tsx';
import { CountryNames } from '../parts/country-names.tsx';
import { DyadMonths } from '../parts/dyad-months.tsx';
import { DyadTable } from '../parts/dyad-table.tsx';
import { EventList } from '../parts/event-list.tsx';
import { Tab } from '../parts/tab.tsx';
import { firstOf, type Search, toQuery } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countryName, splitDyad } from '../words.ts';

const most = 100;

export function DyadsView() {
  const [search, setSearch] = useQuestion();
  const dyad = firstOf(search, 'dyad');
  const [one, other] = splitDyad(dyad);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setSearch({ dyad: `${String(form.get('one')).trim()}-${String(form.get('other')).trim()}` });
  };
  return (
    <div className="page">
      <CountryNames />
      <h1>{dyad === '' ? 'Dyads' : `${countryName(one)} and ${countryName(other)}`}</h1>
      <form className="question" onSubmit={submit} key={dyad}>
        <label>
          One party
          <input name="one" list="country-names" required defaultValue={one} placeholder="Russia" />
        </label>
        <label>
          The other
          <input name="other" list="country-names" required defaultValue={other} placeholder="Ukraine" />
        </label>
        <button type="submit" className="main">
          Show
        </button>
      </form>
      {dyad === '' ? <Busiest /> : <Through dyad={dyad} />}
    </div>
  );
}

function Busiest() {
  return (
    <>
      <h2>The busiest dyads</h2>
      <AllDyads>
        {(rows, of) => (
          <>
            <DyadTable rows={rows.slice(0, most)} of={of} />
            {rows.length > most && (
              <p className="dim">
                The first {most} of {rows.length.toLocaleString('en-GB')}.
              </p>
            )}
          </>
        )}
      </AllDyads>
    </>
  );
}

/** Both ways, or one side's acts on the other only. */
function questionOf(dyad: string, way: string): Search {
  const [one, other] = splitDyad(dyad);
  if (way === 'there') return { actor: one, recipient: other };
  if (way === 'back') return { actor: other, recipient: one };
  return { dyad };
}

function Through({ dyad }: { dyad: string }) {
  const [search] = useQuestion();
  const [month, way] = [firstOf(search, 'month'), firstOf(search, 'way')];
  const of = questionOf(dyad, way);
  const [one, other] = splitDyad(dyad).map(countryName);
  const asked = toQuery({ by: 'month', ...of });
  const query = useQuery({
    queryKey: ['counts', asked.toString()],
    queryFn: ({ signal }) => get<Counts>('counts', asked, signal),
    placeholderData: keepPreviousData,
  });
  const ways = [
    ['', 'Both ways'],
    ['there', `${one} → ${other}`],
    ['back', `${other} → ${one}`],
  ] as const;
  return (
    <>
      <nav className="tabs" aria-label="Direction">
        {ways.map(([value, name]) => (
          <Tab key={value} to="/dyads" search={{ dyad, way: value || undefined }} isChosen={value === way}>
            {name}
          </Tab>
        ))}
      </nav>
      <Answer query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>No events between these two.</p>
          ) : (
            <>
              <DyadMonths rows={rows} dyad={dyad} way={way} month={month} />
              <h2>{month === '' ? 'All its events' : `Events of ${month}`}</h2>
              {month !== '' && (
                <p>
                  <Link to="/dyads" search={{ dyad, way: way || undefined }}>
                    All months
                  </Link>
                </p>
              )}
              <EventList of={month === '' ? of : { ...of, from: `${month}-01`, to: lastDay(month) }} />
            </>
          )
        }
      </Answer>
    </>
  );
}

function lastDay(month: string): string {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, index, 0)).toISOString().slice(0, 10);
}

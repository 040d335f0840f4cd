// Dyads: two parties through time, cooperation upwards and conflict downwards; a bar leads to the events behind it.

import * as Plot from '@observablehq/plot';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useCallback } from 'react';
import type { CountRow } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { Chart } from '../parts/chart.tsx';
import { CountryNames } from '../parts/country-names.tsx';
import { EventList } from '../parts/event-list.tsx';
import { firstOf, toQuery } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countryName, splitDyad } from '../words.ts';

type Counts = { readonly rows: readonly CountRow[] };

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
  const query = useQuery({ queryKey: ['counts', 'dyad'], queryFn: () => get<Counts>('counts?by=dyad') });
  return (
    <>
      <h2>The busiest dyads</h2>
      <Answer query={query}>{({ rows }) => <DyadTable rows={rows.slice(0, 40)} />}</Answer>
    </>
  );
}

/** Dyads with their counts; each number leads to its events. */
export function DyadTable({ rows }: { rows: readonly CountRow[] }) {
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Who to whom</th>
            <th scope="col" className="number">
              Events
            </th>
            <th scope="col" className="number">
              Cooperation
            </th>
            <th scope="col" className="number">
              Conflict
            </th>
            <th scope="col" className="number">
              Mean score
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, count, cooperation, conflict, score }) => {
            const [actor, recipient] = splitDyad(key);
            const of = { actor, recipient };
            return (
              <tr key={key}>
                <td>
                  <Link to="/dyads" search={{ dyad: key }}>
                    {countryName(actor)} → {countryName(recipient)}
                  </Link>
                </td>
                <td className="number">
                  <Link to="/events" search={of}>
                    {count}
                  </Link>
                </td>
                <td className="number">
                  <Link to="/events" search={{ ...of, quad: ['verbal-cooperation', 'material-cooperation'] }}>
                    {cooperation}
                  </Link>
                </td>
                <td className="number">
                  <Link to="/events" search={{ ...of, quad: ['verbal-conflict', 'material-conflict'] }}>
                    {conflict}
                  </Link>
                </td>
                <td className="number">{score.toFixed(1)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Through({ dyad }: { dyad: string }) {
  const [search] = useQuestion();
  const month = firstOf(search, 'month');
  const query = useQuery({
    queryKey: ['counts', 'month', dyad],
    queryFn: () => get<Counts>('counts', toQuery({ by: 'month', dyad })),
    placeholderData: keepPreviousData,
  });
  return (
    <Answer query={query}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>No events between these two.</p>
        ) : (
          <>
            <Months rows={rows} dyad={dyad} month={month} />
            <h2>{month === '' ? 'All its events' : `Events of ${month}`}</h2>
            {month !== '' && (
              <p>
                <Link to="/dyads" search={{ dyad }}>
                  All months
                </Link>
              </p>
            )}
            <EventList of={month === '' ? { dyad } : { dyad, from: `${month}-01`, to: lastDay(month) }} />
          </>
        )
      }
    </Answer>
  );
}

function lastDay(month: string): string {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, index, 0)).toISOString().slice(0, 10);
}

function Months({ rows, dyad, month }: { rows: readonly CountRow[]; dyad: string; month: string }) {
  const draw = useCallback(
    (width: number) => {
      const style = getComputedStyle(document.documentElement);
      const colour = (name: string) => style.getPropertyValue(name).trim();
      const bars = rows.flatMap(({ key, cooperation, conflict, score }) => [
        { month: new Date(`${key}-01T00:00:00Z`), key, value: cooperation, side: 'Cooperation', score },
        { month: new Date(`${key}-01T00:00:00Z`), key, value: -conflict, side: 'Conflict', score },
      ]);
      const values = bars.map(({ value }) => value);
      const most = Math.max(0, ...values) - Math.min(0, ...values);
      return Plot.plot({
        width,
        height: 280,
        marginLeft: 44,
        style: { background: 'transparent', color: colour('--ink'), fontSize: '12px', overflow: 'visible' },
        x: { type: 'utc', label: null, nice: true },
        y: {
          label: 'events: cooperation up, conflict down',
          tickFormat: (value: number) => (Number.isInteger(value) ? String(Math.abs(value)) : ''),
          grid: true,
          ticks: Math.max(1, Math.min(8, most)),
        },
        color: { domain: ['Cooperation', 'Conflict'], range: [colour('--mc'), colour('--mk')], legend: true },
        marks: [
          Plot.ruleY([0]),
          Plot.rectY(
            bars.filter(({ value }) => value !== 0),
            {
              x: 'month',
              y: 'value',
              interval: 'month',
              fill: 'side',
              fillOpacity: ({ key }: { key: string }) => (month === '' || key === month ? 1 : 0.4),
              href: ({ key }: { key: string }) => `/dyads?${new URLSearchParams({ dyad, month: key })}`,
              ariaLabel: ({ key, side, value }: { key: string; side: string; value: number }) =>
                `${key}: ${side} ${Math.abs(value)}`,
              title: ({ key, side, value }: { key: string; side: string; value: number }) =>
                `${key}: ${side} ${Math.abs(value)}`,
            },
          ),
        ],
      });
    },
    [rows, dyad, month],
  );
  return <Chart label={`Events between ${dyad} by month`} draw={draw} />;
}

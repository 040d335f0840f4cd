// The events of the present question as a file, in every layout that the API gives.
import { useState } from 'react';
import { filterKeys, type Search, toQuery } from '../search.ts';
import { Menu } from './menu.tsx';

const formats = [
  ['csv', 'CSV', 'a row an event'],
  ['jsonl', 'JSON Lines', 'whole events'],
  ['parquet', 'Parquet', 'for R, pandas, Spark'],
  ['plover', 'PLOVER', 'the manual’s names'],
  ['polecat', 'POLECAT', '40 columns'],
  ['icews', 'ICEWS', '20 columns'],
  ['phoenix', 'Phoenix', '26 columns, as PETRARCH writes them'],
  ['gdelt', 'GDELT 2.0 events', '61 columns'],
  ['gdelt-mentions', 'GDELT 2.0 mentions', '16 columns'],
  ['dyad-month', 'Dyad-months', 'COW codes'],
  ['dyad-year', 'Dyad-years', 'COW codes'],
  ['graphml', 'GraphML', 'for Gephi, igraph'],
  ['ftm', 'FollowTheMoney', 'entities'],
  ['records', 'Whole records', 'JSON Lines'],
  ['records-parquet', 'Whole records', 'Parquet'],
] as const;

export function ExportLinks({ search }: { search: Search }) {
  const [compound, setCompound] = useState('explode');
  return (
    <Menu name="Export">
      <label>
        Several parties on a side
        <select value={compound} onChange={({ target }) => setCompound(target.value)}>
          <option value="explode">a row for each pair</option>
          <option value="list">one row, with lists</option>
        </select>
      </label>
      <ul aria-label="Layouts">
        {formats.map(([format, name, what]) => (
          <li key={format}>
            <a
              href={`/api/export?${toQuery({ ...search, format, compound }, [...filterKeys, 'format', 'compound'])}`}
              download
            >
              {name}
            </a>
            <span className="dim">{what}</span>
          </li>
        ))}
        <li>
          <a href="/api/gold.jsonl" download>
            Corrections as gold
          </a>
          <span className="dim">JSON Lines</span>
        </li>
      </ul>
    </Menu>
  );
}

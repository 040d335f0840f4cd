// The events of the present question as a file, in every layout that the API gives.
import { filterKeys, type Search, toQuery } from '../search.ts';

const formats = [
  ['csv', 'CSV'],
  ['jsonl', 'JSON Lines'],
  ['parquet', 'Parquet'],
  ['plover', 'PLOVER'],
  ['polecat', 'POLECAT'],
  ['icews', 'ICEWS'],
  ['gdelt', 'GDELT events'],
  ['gdelt-mentions', 'GDELT mentions'],
  ['dyad-month', 'Dyad-months'],
  ['dyad-year', 'Dyad-years'],
  ['graphml', 'GraphML'],
  ['ftm', 'FollowTheMoney'],
] as const;

export function ExportLinks({ search }: { search: Search }) {
  return (
    <details className="menu">
      <summary>Export</summary>
      <ul>
        {formats.map(([format, name]) => (
          <li key={format}>
            <a href={`/api/export?${toQuery({ ...search, format }, [...filterKeys, 'format'])}`} download>
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href="/api/gold.jsonl" download>
            Corrections as gold
          </a>
        </li>
      </ul>
    </details>
  );
}

// What a list can be narrowed by, with counts; each value is a tick that goes into the address.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../api.ts';
import type { Facets } from '../rows.ts';
import { filterKeys, type Search, toggleValue, toQuery, valuesOf } from '../search.ts';
import type { SetSearch } from '../use-search.ts';
import { valueWords } from '../words.ts';

const groups = [
  ['quad', 'Class'],
  ['type', 'Type'],
  ['party', 'Party'],
  ['auxiliary', 'Reading'],
  ['mode', 'Mode'],
  ['country', 'Place'],
  ['item', 'Goods'],
  ['context', 'Context'],
  ['source', 'Source'],
] as const;
const most = 12;

export function FacetList({ search, setSearch }: { search: Search; setSearch: SetSearch }) {
  const asked = toQuery(search, filterKeys);
  const { data } = useQuery({
    queryKey: ['facets', asked.toString()],
    queryFn: ({ signal }) => get<Facets>('facets', asked, signal),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return null;
  return (
    <>
      {groups.map(([key, name]) => {
        const chosen = valuesOf(search, key);
        const values = data[key] ?? [];
        const shown = [
          ...values.slice(0, most),
          ...chosen
            .filter((one) => !values.slice(0, most).some(({ value }) => value === one))
            .map((value) => ({ value, count: values.find((one) => one.value === value)?.count ?? 0 })),
        ];
        if (shown.length === 0) return null;
        return (
          <details
            key={key}
            className="facet"
            open={key === 'quad' || key === 'type' || key === 'party' || chosen.length > 0}
          >
            <summary>{name}</summary>
            <fieldset>
              <legend className="unseen">{name}</legend>
              {shown.map(({ value, count }) => (
                <label key={value} className="tick">
                  <input
                    type="checkbox"
                    checked={chosen.includes(value)}
                    onChange={() => setSearch((before) => toggleValue(before, key, value))}
                  />
                  <span className="value">{valueWords(key, value)}</span>
                  <span className="dim number">{count.toLocaleString('en-GB')}</span>
                </label>
              ))}
            </fieldset>
          </details>
        );
      })}
    </>
  );
}

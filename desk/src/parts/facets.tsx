// What a list can be narrowed by, with counts; each value is a tick that goes into the address. A group's own choice
// doesn't narrow the group, so that a second value can be added to the first.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Facets } from '../../../src/records/index.ts';
import { get } from '../api.ts';
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
const opened: ReadonlySet<string> = new Set(['quad', 'type', 'party']);
const most = 12;

type Props = { search: Search; setSearch: SetSearch };

export function FacetList(props: Props) {
  return groups.map(([facet, name]) => <Facet key={facet} facet={facet} name={name} {...props} />);
}

function Facet({ facet, name, search, setSearch }: Props & { facet: string; name: string }) {
  const asked = toQuery({ ...search, [facet]: undefined }, filterKeys);
  // Groups without a choice ask the same question, which is asked once.
  const { data } = useQuery({
    queryKey: ['facets', asked.toString()],
    queryFn: ({ signal }) => get<Facets>('facets', asked, signal),
    placeholderData: keepPreviousData,
  });
  const chosen = valuesOf(search, facet);
  const values = data?.[facet] ?? [];
  const shown = [...values.slice(0, most)];
  for (const value of chosen)
    if (!shown.some((one) => one.value === value))
      shown.push(values.find((one) => one.value === value) ?? { value, count: 0 });
  if (shown.length === 0) return null;
  return (
    <details className="facet" open={opened.has(facet) || chosen.length > 0}>
      <summary>{name}</summary>
      <fieldset>
        <legend className="unseen">{name}</legend>
        {shown.map(({ value, count }) => (
          <label key={value} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => setSearch((before) => toggleValue(before, facet, value))}
            />
            <span className="value">{valueWords(facet, value)}</span>
            <span className="dim number">{count.toLocaleString('en-GB')}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

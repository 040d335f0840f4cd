// Map: where events took place, by country. The outlines come with the desk (world-atlas); nothing is fetched from
// elsewhere.

import { shapes } from 'virtual:vocabulary';
import * as Plot from '@observablehq/plot';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import type { Facets } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { Chart } from '../parts/chart.tsx';
import { EventList } from '../parts/event-list.tsx';
import { firstOf } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countryName, countWords } from '../words.ts';

type Names = { countries: GeometryCollection<{ name: string }> };
const topology = atlas as unknown as Topology<Names>; // the JSON's types are too loose for topojson's
const outlines = feature(topology, topology.objects.countries).features;
type Outline = (typeof outlines)[number];
const inhabited = {
  type: 'FeatureCollection' as const,
  features: outlines.filter(({ properties: { name } }) => name !== 'Antarctica'),
};
type Measure = 'country' | 'party';

export function MapView() {
  const [search, setSearch] = useQuestion();
  const measure: Measure = firstOf(search, 'of') === 'party' ? 'party' : 'country';
  const chosen = firstOf(search, 'at');
  const query = useQuery({ queryKey: ['facets', ''], queryFn: () => get<Facets>('facets') });
  return (
    <div className="page wide">
      <h1>Map</h1>
      <p>
        <label>
          Shade a country by{' '}
          <select
            className="short"
            value={measure}
            onChange={({ target }) => setSearch({ of: target.value === 'party' ? 'party' : undefined })}
          >
            <option value="country">events that took place there</option>
            <option value="party">events that it is a party to</option>
          </select>
        </label>
      </p>
      <Answer query={query}>
        {(facets) => {
          const values = (facets[measure] ?? []).filter(({ value }) => /^[A-Z]{3}$/.test(value));
          return (
            <div className="side-by-side">
              <World values={values} measure={measure} chosen={chosen} />
              <div>
                {chosen === '' ? (
                  <ul>
                    {values.map(({ value, count }) => (
                      <li key={value} className="pair">
                        <Link to="/map" search={{ ...search, at: value }}>
                          {countryName(value)}
                        </Link>
                        <span className="number">{count}</span>
                      </li>
                    ))}
                    {values.length === 0 && <li className="dim">No event names its place.</li>}
                  </ul>
                ) : (
                  <>
                    <h2>{countryName(chosen)}</h2>
                    <p>
                      <Link to="/map" search={{ ...search, at: undefined }}>
                        All countries
                      </Link>
                    </p>
                    <EventList of={{ [measure]: chosen }} />
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

type WorldProps = {
  values: readonly { readonly value: string; readonly count: number }[];
  measure: Measure;
  chosen: string;
};

function World({ values, measure, chosen }: WorldProps) {
  const draw = useCallback(
    (width: number) => {
      const style = getComputedStyle(document.documentElement);
      const colour = (name: string) => style.getPropertyValue(name).trim();
      const counts = new Map(values.map(({ value, count }) => [value, count]));
      const most = Math.max(1, ...counts.values());
      const codeOf = ({ properties: { name } }: Outline) => shapes[name] ?? '';
      const countOf = (outline: Outline) => counts.get(codeOf(outline)) ?? 0;
      const title = (outline: Outline) =>
        `${outline.properties.name}: ${countWords(countOf(outline), 'event')}`;
      const told = outlines.filter((outline) => countOf(outline) > 0);
      return Plot.plot({
        width,
        height: Math.round(width * 0.47),
        projection: { type: 'equal-earth', domain: inhabited },
        style: { background: 'transparent', color: colour('--ink') },
        marks: [
          Plot.geo(inhabited, {
            fill: colour('--ground'),
            stroke: colour('--strong-line'),
            strokeWidth: 0.4,
          }),
          Plot.geo(told, {
            fill: colour('--mc'),
            fillOpacity: (outline: Outline) => 0.2 + 0.8 * Math.sqrt(countOf(outline) / most),
            stroke: (outline: Outline) =>
              codeOf(outline) === chosen ? colour('--ink') : colour('--strong-line'),
            strokeWidth: 0.8,
            href: (outline: Outline) =>
              `/map?${new URLSearchParams({ ...(measure === 'party' && { of: 'party' }), at: codeOf(outline) })}`,
            title,
            ariaLabel: title,
          }),
        ],
      });
    },
    [values, measure, chosen],
  );
  return <Chart label="Events by country" draw={draw} />;
}

// The countries of the world, shaded by how many events there are; each leads to its events.
import { shapes } from 'virtual:vocabulary';
import * as Plot from '@observablehq/plot';
import { useCallback } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import type { CountRow } from '../../../src/records/index.ts';
import { type Search, toQuery } from '../search.ts';
import { colourOf } from '../theme.ts';
import { countWords } from '../words.ts';
import { Chart, plotStyle } from './chart.tsx';

export type Measure = 'country' | 'party';
type Names = { countries: GeometryCollection<{ name: string }> };
const topology = atlas as unknown as Topology<Names>; // the JSON's types are too loose for topojson's
const outlines = feature(topology, topology.objects.countries).features;
type Outline = (typeof outlines)[number];
const inhabited = {
  type: 'FeatureCollection' as const,
  features: outlines.filter(({ properties: { name } }) => name !== 'Antarctica'),
};

type Props = { rows: readonly CountRow[]; measure: Measure; search: Search; chosen: string };

export function World({ rows, measure, search, chosen }: Props) {
  const kept = toQuery({
    ...search,
    at: undefined,
    of: measure === 'party' ? 'party' : undefined,
  }).toString();
  const draw = useCallback(
    (width: number) => {
      const counts = new Map(rows.map((row) => [row.key, row]));
      const most = Math.max(1, ...rows.map(({ count }) => count));
      const codeOf = ({ properties: { name } }: Outline) => shapes[name] ?? '';
      const countOf = (outline: Outline) => counts.get(codeOf(outline))?.count ?? 0;
      const words = (outline: Outline) => {
        const row = counts.get(codeOf(outline));
        const { name } = outline.properties;
        if (row === undefined) return `${name}: no events`;
        return `${name}: ${countWords(row.count, 'event')} (${row.cooperation} cooperation, ${row.conflict} conflict)`;
      };
      return Plot.plot({
        width,
        height: Math.round(width * 0.49),
        margin: 2,
        projection: { type: 'equal-earth', domain: inhabited },
        style: plotStyle(),
        marks: [
          Plot.geo(inhabited, {
            fill: colourOf('--land'),
            stroke: colourOf('--line'),
            strokeWidth: 0.6,
            title: words,
          }),
          Plot.geo(
            outlines.filter((outline) => countOf(outline) > 0),
            {
              fill: (outline: Outline) => {
                const row = counts.get(codeOf(outline));
                return colourOf(row !== undefined && row.conflict > row.cooperation ? '--mk' : '--mc');
              },
              fillOpacity: (outline: Outline) => 0.25 + 0.75 * Math.sqrt(countOf(outline) / most),
              stroke: (outline: Outline) =>
                codeOf(outline) === chosen ? colourOf('--ink') : colourOf('--strong-line'),
              strokeWidth: (outline: Outline) => (codeOf(outline) === chosen ? 2 : 0.6),
              href: (outline: Outline) =>
                `/map?${kept === '' ? '' : `${kept}&`}${new URLSearchParams({ at: codeOf(outline) })}`,
              title: words,
              ariaLabel: words,
            },
          ),
        ],
      });
    },
    [rows, kept, chosen],
  );
  return (
    <div>
      <Chart label="Events by country" draw={draw} />
      <p className="dim keys-to-picture">
        <span className="swatch cooperation" /> mostly cooperation <span className="swatch conflict" /> mostly
        conflict. The stronger the shade, the more events.
      </p>
    </div>
  );
}

// The months of a dyad as bars: cooperation up, conflict down, and the mean score as a line below.
import * as Plot from '@observablehq/plot';
import { useCallback } from 'react';
import type { CountRow } from '../../../src/records/index.ts';
import { toQuery } from '../search.ts';
import { colourOf } from '../theme.ts';
import { Chart, plotStyle } from './chart.tsx';

type Props = { rows: readonly CountRow[]; dyad: string; way: string; month: string };
type Bar = { month: Date; key: string; value: number; side: string };

export function DyadMonths({ rows, dyad, way, month }: Props) {
  const href = useCallback(
    ({ key }: { key: string }) => `/dyads?${toQuery({ dyad, way, month: key })}`,
    [dyad, way],
  );
  const draw = useCallback(
    (width: number) => {
      const dated = rows.map((row) => ({ ...row, month: new Date(`${row.key}-01T00:00:00Z`) }));
      const bars: Bar[] = dated.flatMap(({ key, month: at, cooperation, conflict }) => [
        { month: at, key, value: cooperation, side: 'Cooperation' },
        { month: at, key, value: -conflict, side: 'Conflict' },
      ]);
      const values = bars.map(({ value }) => value);
      // A single event must not fill the picture.
      const domain = [Math.min(-3, ...values), Math.max(3, ...values)] as const;
      const words = ({ key, side, value }: Bar) => `${key}: ${side.toLowerCase()} ${Math.abs(value)}`;
      return Plot.plot({
        width,
        height: 260,
        marginLeft: 40,
        style: plotStyle(),
        x: { type: 'utc', label: null, nice: true },
        y: {
          label: 'events: cooperation up, conflict down',
          tickFormat: (value: number) => (Number.isInteger(value) ? String(Math.abs(value)) : ''),
          grid: true,
          domain,
          ticks: 6,
        },
        color: { domain: ['Cooperation', 'Conflict'], range: [colourOf('--mc'), colourOf('--mk')] },
        marks: [
          Plot.ruleY([0], { stroke: colourOf('--strong-line') }),
          Plot.rectY(
            bars.filter(({ value }) => value !== 0),
            {
              x: 'month',
              y: 'value',
              interval: 'month',
              fill: 'side',
              fillOpacity: ({ key }: Bar) => (month === '' || key === month ? 1 : 0.35),
              href,
              ariaLabel: words,
              title: words,
            },
          ),
        ],
      });
    },
    [rows, href, month],
  );
  const drawScore = useCallback(
    (width: number) => {
      const dated = rows.map((row) => ({ ...row, month: new Date(`${row.key}-15T00:00:00Z`) }));
      const words = ({ key, score, count }: CountRow) =>
        `${key}: mean score ${score.toFixed(1)} over ${count} ${count === 1 ? 'event' : 'events'}`;
      return Plot.plot({
        width,
        height: 120,
        marginLeft: 40,
        style: plotStyle(),
        x: { type: 'utc', label: null, nice: true },
        y: { label: 'mean PLOVER score', domain: [-10, 10], ticks: 3, grid: true },
        marks: [
          Plot.ruleY([0], { stroke: colourOf('--strong-line') }),
          Plot.lineY(dated, { x: 'month', y: 'score', stroke: colourOf('--dim'), strokeWidth: 1 }),
          Plot.dot(dated, {
            x: 'month',
            y: 'score',
            r: 4,
            fill: ({ score }: CountRow) => colourOf(score < 0 ? '--mk' : '--mc'),
            href,
            ariaLabel: words,
            title: words,
          }),
        ],
      });
    },
    [rows, href],
  );
  return (
    <>
      <Chart label="Events by month: cooperation up, conflict down" draw={draw} />
      <Chart label="Mean score by month" draw={drawScore} />
      <p className="dim">A bar or a point leads to its events.</p>
    </>
  );
}

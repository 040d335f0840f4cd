// Network: who acts on whom. Edges are dyads, coloured by what prevails; the same dyads stand below as a table, which
// is what readers without a pointer or without WebGL use.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import type { CountRow } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { layOutNetwork } from '../network-layout.ts';
import { Answer } from '../parts/answer.tsx';
import { DyadTable } from '../parts/dyad-table.tsx';
import { FilterBar, QuadField, WordsField } from '../parts/filter-bar.tsx';
import { type Search, toQuery } from '../search.ts';
import { colourOf, useIsDark } from '../theme.ts';
import { useQuestion } from '../use-search.ts';

const mostEdges = 300;

export function NetworkView() {
  const [search, setSearch] = useQuestion();
  const of = { from: search.from, to: search.to, quad: search.quad, source: search.source };
  const asked = toQuery({ by: 'dyad', ...of });
  const query = useQuery({
    queryKey: ['counts', asked.toString()],
    queryFn: ({ signal }) => get<{ rows: readonly CountRow[] }>('counts', asked, signal),
    placeholderData: keepPreviousData,
  });
  const ask = { search, setSearch };
  return (
    <div className="page wide">
      <h1>Network</h1>
      <FilterBar {...ask}>
        <QuadField {...ask} />
        <WordsField name="source" {...ask}>
          Source
        </WordsField>
      </FilterBar>
      <Answer query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="dim">No events between two parties.</p>
          ) : (
            <>
              <Drawing rows={rows} of={of} />
              <p className="dim keys-to-picture">
                <span className="swatch cooperation" /> mostly cooperation{' '}
                <span className="swatch conflict" /> mostly conflict. The thicker, the more events. Click a
                party for its events, a line for the dyad.
                {rows.length > mostEdges && ` The ${mostEdges} busiest of ${rows.length} dyads are drawn.`}
              </p>
              <h2>The same as a table</h2>
              <DyadTable rows={rows.slice(0, 100)} of={of} />
            </>
          )
        }
      </Answer>
    </div>
  );
}

function Drawing({ rows, of }: { rows: readonly CountRow[]; of: Search }) {
  const place = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const isDark = useIsDark();
  const [refused, setRefused] = useState<string | null>(null);
  const question = JSON.stringify(of);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing reads the theme's colours
  useEffect(() => {
    const node = place.current;
    if (node === null) return;
    const kept = JSON.parse(question) as Search;
    let sigma: Sigma | null = null;
    try {
      sigma = new Sigma(layOutNetwork(rows.slice(0, mostEdges)), node, {
        enableEdgeEvents: true,
        labelColor: { color: colourOf('--ink') },
        labelSize: 12,
        labelWeight: '600',
        labelFont: 'Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans Condensed", sans-serif',
        labelDensity: 2,
        labelRenderedSizeThreshold: node.clientWidth < 600 ? 7 : 5,
        defaultEdgeType: 'arrow',
        stagePadding: node.clientWidth < 600 ? 24 : 48,
        minCameraRatio: 0.1,
        maxCameraRatio: 2,
        // Sigma's own is white in the dark too.
        defaultDrawNodeHover: (context, { x, y, size, label }) => {
          context.font = '600 13px sans-serif';
          const width = context.measureText(label ?? '').width;
          context.fillStyle = colourOf('--raised');
          context.strokeStyle = colourOf('--strong-line');
          context.beginPath();
          context.roundRect(x - size - 3, y - 12, width + 2 * size + 16, 24, 4);
          context.fill();
          context.stroke();
          context.fillStyle = colourOf('--ink');
          context.fillText(label ?? '', x + size + 5, y + 4);
        },
      });
      const stage = sigma.getContainer();
      for (const name of ['enterNode', 'enterEdge'] as const)
        sigma.on(name, () => {
          stage.style.cursor = 'pointer';
        });
      for (const name of ['leaveNode', 'leaveEdge'] as const)
        sigma.on(name, () => {
          stage.style.cursor = '';
        });
      sigma.on(
        'clickNode',
        ({ node: party }) => void navigate({ to: '/events', search: { ...kept, party } }),
      );
      sigma.on('clickEdge', ({ edge }) => void navigate({ to: '/dyads', search: { dyad: edge } }));
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error));
    }
    return () => sigma?.kill();
  }, [rows, navigate, isDark, question]);
  if (refused !== null)
    return <p className="dim">The drawing needs WebGL, which this browser refuses ({refused}).</p>;
  return (
    <div ref={place} className="graph" role="img" aria-label="Network of the dyads in the table below" />
  );
}

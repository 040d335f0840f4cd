// Network: who acts on whom. Edges are dyads, coloured by what prevails; the same dyads stand below as a table, which
// is what readers without a pointer or without WebGL use.

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import type { CountRow } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { countryName, splitDyad } from '../words.ts';
import { DyadTable } from './dyads.tsx';

const mostEdges = 400;

export function NetworkView() {
  const query = useQuery({
    queryKey: ['counts', 'dyad'],
    queryFn: () => get<{ rows: readonly CountRow[] }>('counts?by=dyad'),
  });
  return (
    <div className="page wide">
      <h1>Network</h1>
      <p className="lead">
        Blue edges: mostly cooperation. Red edges: mostly conflict. Thicker edges: more events. Click a party
        for its events, an edge for the dyad.
      </p>
      <Answer query={query}>
        {({ rows }) => (
          <>
            <Drawing rows={rows.slice(0, mostEdges)} />
            {rows.length > mostEdges && <p className="dim">The {mostEdges} busiest dyads are drawn.</p>}
            <h2>The same as a table</h2>
            <DyadTable rows={rows.slice(0, 100)} />
          </>
        )}
      </Answer>
    </div>
  );
}

function Drawing({ rows }: { rows: readonly CountRow[] }) {
  const place = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    const node = place.current;
    if (node === null) return;
    let sigma: Sigma | null = null;
    try {
      sigma = new Sigma(layOut(rows), node, {
        renderEdgeLabels: false,
        enableEdgeEvents: true,
        labelColor: { color: colour('--ink') },
        labelSize: 13,
        labelFont: 'system-ui, sans-serif',
        labelRenderedSizeThreshold: 0,
        defaultEdgeType: 'arrow',
      });
      sigma.on('clickNode', ({ node: party }) => void navigate({ to: '/events', search: { party } }));
      sigma.on('clickEdge', ({ edge }) => void navigate({ to: '/dyads', search: { dyad: edge } }));
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error));
    }
    return () => sigma?.kill();
  }, [rows, navigate]);
  if (refused !== null)
    return <p className="dim">The drawing needs WebGL, which this browser refuses ({refused}).</p>;
  return (
    <div ref={place} className="graph" role="img" aria-label="Network of the dyads in the table below" />
  );
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Places are computed from a circle, so the same data gives the same picture. */
function layOut(rows: readonly CountRow[]): Graph {
  const graph = new Graph({ type: 'directed' });
  const parties = [...new Set(rows.flatMap(({ key }) => splitDyad(key)))];
  parties.forEach((party, index) => {
    const angle = (2 * Math.PI * index) / parties.length;
    graph.addNode(party, {
      x: Math.cos(angle),
      y: Math.sin(angle),
      label: countryName(party),
      color: colour('--accent'),
    });
  });
  for (const { key, count, conflict, cooperation } of rows) {
    const [actor, recipient] = splitDyad(key);
    if (actor === recipient) continue;
    const size = 1 + Math.log2(1 + count);
    const line = conflict > cooperation ? colour('--mk') : colour('--mc');
    graph.addEdgeWithKey(key, actor, recipient, { size, weight: count, color: line });
  }
  for (const party of parties) graph.setNodeAttribute(party, 'size', 4 + 2 * Math.sqrt(graph.degree(party)));
  forceAtlas2.assign(graph, {
    iterations: 200,
    settings: { ...forceAtlas2.inferSettings(graph), gravity: 2 },
  });
  return graph;
}

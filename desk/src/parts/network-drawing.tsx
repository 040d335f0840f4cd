// The drawing of a network: parties as points, dyads as arrows, with sigma.
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import type { CountRow } from '../../../src/records/index.ts';
import { layOutNetwork } from '../network-layout.ts';
import type { Search } from '../search.ts';
import { colourOf, useIsDark } from '../theme.ts';

const font = 'Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans Condensed", sans-serif';

export function NetworkDrawing({ rows, of }: { rows: readonly CountRow[]; of: Search }) {
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
      sigma = new Sigma(layOutNetwork(rows), node, {
        enableEdgeEvents: true,
        labelColor: { color: colourOf('--ink') },
        labelSize: 12,
        labelWeight: '600',
        labelFont: font,
        labelDensity: 2,
        labelRenderedSizeThreshold: node.clientWidth < 600 ? 7 : 5,
        defaultEdgeType: 'arrow',
        stagePadding: node.clientWidth < 600 ? 24 : 48,
        minCameraRatio: 0.1,
        maxCameraRatio: 2,
        // A rim in the ground's colour keeps a name legible over lines and other names.
        defaultDrawNodeLabel: (context, { x, y, size, label }) => {
          if (!label) return;
          context.font = `600 12px ${font}`;
          context.lineJoin = 'round';
          context.lineWidth = 4;
          context.strokeStyle = colourOf('--paper');
          context.strokeText(label, x + size + 3, y + 4);
          context.fillStyle = colourOf('--ink');
          context.fillText(label, x + size + 3, y + 4);
        },
        // Sigma's own is white in the dark too.
        defaultDrawNodeHover: (context, { x, y, size, label }) => {
          context.font = `600 13px ${font}`;
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

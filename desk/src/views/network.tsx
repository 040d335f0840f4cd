// Network: who acts on whom. Edges are dyads, coloured by what prevails; the same dyads stand below as a table, which
// is what readers without a pointer or without WebGL use, and which stands before the drawing does.
import { lazy, Suspense } from 'react';
import { AllDyads } from '../parts/all-dyads.tsx';
import { DyadTable } from '../parts/dyad-table.tsx';

const mostEdges = 300;
// Asked for at once, beside the counts; most of the view's code is the drawing's.
const drawing = import('../parts/network-drawing.tsx');
const NetworkDrawing = lazy(async () => ({ default: (await drawing).NetworkDrawing }));

export function NetworkView() {
  return (
    <div className="page wide">
      <h1>Network</h1>
      <AllDyads>
        {(rows, of) => (
          <>
            <Suspense fallback={<div className="graph" />}>
              <NetworkDrawing rows={rows.slice(0, mostEdges)} of={of} />
            </Suspense>
            <p className="dim keys-to-picture">
              <span className="swatch cooperation" /> mostly cooperation <span className="swatch conflict" />{' '}
              mostly conflict. The thicker, the more events. Click a party for its events, a line for the
              dyad.
              {rows.length > mostEdges &&
                ` The ${mostEdges} busiest of ${rows.length.toLocaleString('en-GB')} dyads are drawn.`}
            </p>
            <h2>The same as a table</h2>
            <DyadTable rows={rows.slice(0, 100)} of={of} />
          </>
        )}
      </AllDyads>
    </div>
  );
}

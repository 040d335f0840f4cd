// Events as a table; on a narrow screen each row becomes a small card. Every row leads to its words in the article.

import { Link } from '@tanstack/react-router';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import type { EventRow } from '../../../src/records/index.ts';
import { auxiliaryWords, sentenceCase, whenWords } from '../words.ts';
import { Parties } from './parties.tsx';
import { QuadLabel } from './quad-label.tsx';

const features = tableFeatures({});
const column = createColumnHelper<typeof features, EventRow>();
const columns = column.columns([
  column.display({
    id: 'when',
    header: 'When, where',
    cell: ({ row }) => <WhenWhere event={row.original} />,
  }),
  column.display({
    id: 'actors',
    header: 'Who',
    cell: ({ row }) => <Parties parties={row.original.actors} none="–" />,
  }),
  column.display({ id: 'type', header: 'Did what', cell: ({ row }) => <Deed event={row.original} /> }),
  column.display({
    id: 'recipients',
    header: 'To whom',
    cell: ({ row }) => <Parties parties={row.original.recipients} none="–" />,
  }),
  column.display({
    id: 'evidence',
    header: 'In these words',
    cell: ({ row }) => <Words event={row.original} />,
  }),
]);

export function EventTable({ events }: { events: readonly EventRow[] }) {
  const table = useTable({ features, columns, data: events as EventRow[], getRowId: ({ id }) => id });
  return (
    <table className="events">
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <th key={header.id} scope="col">
                <table.FlexRender header={header} />
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            data-quad={row.original.quad}
            className={row.original.correction?.reject ? 'rejected' : ''}
          >
            {row.getAllCells().map((cell) => (
              <td key={cell.id} className={cell.column.id}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WhenWhere({ event: { when, place } }: { event: EventRow }) {
  return (
    <>
      {whenWords(when)}
      {place !== null && (
        <span className="line dim">
          {place.text} {place.country !== null && <span className="code">{place.country}</span>}
        </span>
      )}
    </>
  );
}

function Deed({ event }: { event: EventRow }) {
  return (
    <>
      <span className="line">
        <strong>{sentenceCase(event.type)}</strong>{' '}
        {event.mode !== null && <span className="mode">{event.mode}</span>}
      </span>
      <QuadLabel quad={event.quad} short />
      {event.auxiliary.map((one) => (
        <span key={one} className="line dim">
          {auxiliaryWords[one]}
        </span>
      ))}
      {event.correction !== null && (
        <span className="line correction">
          {event.correction.reject ? 'Rejected' : 'Corrected'} by an analyst
        </span>
      )}
    </>
  );
}

function Words({ event }: { event: EventRow }) {
  return (
    <>
      <Link to="/read" search={{ article: event.article.id, event: event.id }} className="words" data-row>
        {event.evidence.text}
      </Link>
      <span className="line dim origin">{event.article.title ?? event.article.id}</span>
    </>
  );
}

// The events behind a number: a short list with their words, and the way to all of them in the table.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { EventRow, Page } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { filterKeys, type Search, toQuery } from '../search.ts';
import { countWords } from '../words.ts';
import { Answer } from './answer.tsx';
import { EventLine } from './event-line.tsx';

export function EventList({ of, limit = 30 }: { of: Search; limit?: number }) {
  const asked = toQuery({ ...of, limit: String(limit) }, [...filterKeys, 'limit']);
  const query = useQuery({
    queryKey: ['events', asked.toString()],
    queryFn: ({ signal }) => get<Page<EventRow>>('events', asked, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Answer query={query}>
      {({ items, total }) => (
        <>
          <p className="dim">
            {countWords(total, 'event')}.{' '}
            <Link to="/events" search={of}>
              See them as a table
            </Link>
          </p>
          {items.map((event) => (
            <EventLine key={event.id} event={event} article={event.article.id} />
          ))}
        </>
      )}
    </Answer>
  );
}

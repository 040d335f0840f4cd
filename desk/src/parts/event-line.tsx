// An event in two lines: what, by whom, to whom and when; and the words it rests on, which lead to the article.
import { Link } from '@tanstack/react-router';
import type { Event } from '../../../src/records/index.ts';
import type { Search } from '../search.ts';
import { partiesWords, sentenceCase, whenWords } from '../words.ts';
import { QuadSign } from './quad-label.tsx';

type Props = {
  event: Event;
  article: string;
  date?: boolean;
  /** What of the present address stays: the list of articles, say. */
  keep?: Search;
};

export function EventLine({ event, article, date = true, keep = {} }: Props) {
  return (
    <div className="event-line" data-quad={event.quad}>
      <p className="who">
        <Deed event={event} />
        {date && <span className="dim when">{whenWords(event.when)}</span>}
      </p>
      <Link to="/read" search={{ ...keep, article, event: event.id }} className="words" data-row>
        {event.evidence.text}
      </Link>
    </div>
  );
}

/** "△ Reject Salome Zourabichvili → Georgia". */
export function Deed({ event }: { event: Event }) {
  return (
    <span className="deed" data-quad={event.quad}>
      <QuadSign quad={event.quad} /> <span className="type">{sentenceCase(event.type)}</span>{' '}
      <span className="parties-words">
        {partiesWords(event.actors)}
        {event.recipients.length > 0 && (
          <>
            {' '}
            <span aria-hidden="true">→</span>
            <span className="unseen">to</span> {partiesWords(event.recipients)}
          </>
        )}
      </span>
      {event.auxiliary.includes('negation') && <span className="dim"> (did not happen)</span>}
      {event.auxiliary.includes('hypothetical') && <span className="dim"> (hypothetical)</span>}
    </span>
  );
}

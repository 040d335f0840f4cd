// An event in one line: who, what, whom, and the words it rests on, which lead to the place in the article.
import { Link } from '@tanstack/react-router';
import type { Event } from '../../../src/records/index.ts';
import { partiesWords, sentenceCase, whenWords } from '../words.ts';
import { QuadLabel } from './quad-label.tsx';

export function EventLine({
  event,
  article,
  date = true,
}: {
  event: Event;
  article: string;
  date?: boolean;
}) {
  return (
    <div className="event-line" data-quad={event.quad}>
      <p className="who">
        {date && <span className="dim">{whenWords(event.when)} · </span>}
        <strong>{partiesWords(event.actors)}</strong> <span className="type">{sentenceCase(event.type)}</span>{' '}
        {event.recipients.length > 0 && <strong>{partiesWords(event.recipients)}</strong>}{' '}
        <QuadLabel quad={event.quad} short />
      </p>
      <Link to="/read" search={{ article, event: event.id }} className="words">
        {event.evidence.text}
      </Link>
    </div>
  );
}

// What stands beside an article: the record of the chosen mark, or all that the article says, and how it was coded.
import { Link } from '@tanstack/react-router';
import type { StoredArticle } from '../../../src/records/index.ts';
import { firstOf, type Search } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countWords, dayWords, partiesWords, sentenceCase } from '../words.ts';
import { EventLine } from './event-line.tsx';
import { EventRecord } from './event-record.tsx';
import { MarkLegend } from './mark-legend.tsx';
import { CommitmentRecord, StatementRecord } from './other-records.tsx';
import { Verdict } from './verdict.tsx';

export function Beside({ record }: { record: StoredArticle }) {
  const [search] = useQuestion();
  const { events, statements, commitments, document, corrections } = record;
  const event = events.find(({ id }) => id === firstOf(search, 'event'));
  const statement = statements.find(({ id }) => id === firstOf(search, 'statement'));
  const commitment = commitments.find(({ id }) => id === firstOf(search, 'commitment'));
  if (event !== undefined)
    return (
      <EventRecord
        event={event}
        record={record}
        corrections={corrections.filter((one) => one.event === event.id)}
      />
    );
  if (statement !== undefined) return <StatementRecord statement={statement} record={record} />;
  if (commitment !== undefined) return <CommitmentRecord commitment={commitment} article={document.id} />;
  return <WholeRecord record={record} search={search} />;
}

function WholeRecord({ record, search }: { record: StoredArticle; search: Search }) {
  const { events, statements, commitments, problems, document, story, versions } = record;
  const keep = { ...search, event: undefined, statement: undefined, commitment: undefined };
  const byPlace = [...events].sort((one, other) => one.trigger.start - other.trigger.start);
  return (
    <section className="record">
      <h2>What it says</h2>
      <p className="dim">
        {countWords(events.length, 'event')}, {countWords(statements.length, 'statement')},{' '}
        {countWords(commitments.length, 'commitment')}. Click a mark in the text, or press <kbd>j</kbd> and{' '}
        <kbd>k</kbd>.
      </p>
      <MarkLegend />
      {byPlace.map((one) => (
        <EventLine key={one.id} event={one} article={document.id} keep={keep} date={false} />
      ))}
      {statements.length > 0 && <h3>Statements</h3>}
      {statements.map(({ id, speaker, content }) => (
        <div key={id} className="event-line">
          <p className="who">{speaker.name || speaker.text}</p>
          <Link to="/read" search={{ ...keep, article: document.id, statement: id }} className="words clamp">
            {content.text}
          </Link>
        </div>
      ))}
      {commitments.length > 0 && <h3>Commitments</h3>}
      {commitments.map(({ id, kind, by, consequence, status }) => (
        <div key={id} className="event-line">
          <p className="who">
            {sentenceCase(kind)} by {partiesWords(by)} <Verdict verdict={status} />
          </p>
          <Link to="/read" search={{ ...keep, article: document.id, commitment: id }} className="words">
            {consequence.text}
          </Link>
        </div>
      ))}
      {problems.length > 0 && <h3>Problems</h3>}
      {problems.map(({ code, message, hint }) => (
        <p key={code + message} className="dim">
          {message}
          {hint !== null && ` (${hint})`}
        </p>
      ))}
      <h3>How it was coded</h3>
      {versions.map(({ coder, knowledge, coded, current }) => (
        <p key={coder + knowledge + coded} className="dim">
          {current ? 'Now' : 'Before'}: coder <span className="code">{coder}</span>, knowledge{' '}
          <span className="code">{knowledge.slice(0, 10)}</span>, {dayWords(coded)}
        </p>
      ))}
      <p>
        <Link to="/read" search={{ story }}>
          All articles of this story
        </Link>
      </p>
    </section>
  );
}

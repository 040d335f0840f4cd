// The records of a statement and of a commitment, as the reading view shows them beside the article.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CasusRecord, Commitment, CommitmentRow, Page, Statement } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { patternWords } from '../pattern-words.ts';
import { dayWords, sentenceCase } from '../words.ts';
import { EventLine } from './event-line.tsx';
import { Field } from './event-record.tsx';
import { Parties } from './parties.tsx';
import { Verdict } from './verdict.tsx';

export function StatementRecord({
  statement,
  record,
}: {
  statement: Statement;
  record: Omit<CasusRecord, 'story'>;
}) {
  const inside = record.events.filter((event) => event.statement === statement.id);
  return (
    <article className="record" aria-label="Record: statement">
      <h2>
        {statement.manner === 'speech' ? 'Statement' : 'Attitude'}{' '}
        <span className="mode">{statement.kind}</span>
      </h2>
      <p className="dim">
        {statement.manner === 'speech'
          ? 'What is said is claimed, not observed.'
          : 'What somebody believes, wants or takes a stand on, as the article tells it.'}
      </p>
      <blockquote>{statement.content.text}</blockquote>
      <dl className="fields">
        <Field name="Speaker">
          <Parties parties={[statement.speaker]} />
        </Field>
        {statement.cue !== null && <Field name="Cue">“{statement.cue.text}”</Field>}
      </dl>
      {inside.length > 0 && <h3>Events in it</h3>}
      {inside.map((event) => (
        <EventLine key={event.id} event={event} article={record.document.id} />
      ))}
    </article>
  );
}

export function CommitmentRecord({ commitment, article }: { commitment: Commitment; article: string }) {
  const { kind, by, to, condition, consequence, made, event } = commitment;
  const { status, history } = useTracked(commitment, article) ?? commitment;
  return (
    <article className="record" aria-label={`Record: ${kind}`}>
      <h2>
        {sentenceCase(kind)} <Verdict verdict={status} />
      </h2>
      <dl className="fields">
        <Field name="By">
          <Parties parties={by} />
        </Field>
        <Field name="To">
          <Parties parties={to} />
        </Field>
        <Field name="Made">{dayWords(made)}</Field>
        {condition !== null && (
          <Field name="If">
            “{condition.text}”
            <span className="line dim">
              Watched for: <PatternWords pattern={condition.pattern} />
            </span>
          </Field>
        )}
        <Field name={consequence.polarity === 'negative' ? 'Then not' : condition === null ? 'Will' : 'Then'}>
          “{consequence.text}”
          <span className="line dim">
            Watched for: <PatternWords pattern={consequence.pattern} />
          </span>
        </Field>
      </dl>
      <History history={history} />
      {event !== null && (
        <p>
          <Link to="/read" search={{ article, event }}>
            The event in which it was made
          </Link>
        </p>
      )}
    </article>
  );
}

/** What became of it over the whole store: the article's own record only knows the day it was made. */
function useTracked({ id }: Commitment, article: string): CommitmentRow | undefined {
  const asked = new URLSearchParams({ article, limit: '1000' });
  const { data } = useQuery({
    queryKey: ['commitments', asked.toString()],
    queryFn: ({ signal }) => get<Page<CommitmentRow>>('commitments', asked, signal),
  });
  return data?.items.find((one) => one.id === id || one.sources.some(({ commitment }) => commitment === id));
}

/** What is watched for; the pattern as it is written shows when pointed at. */
export function PatternWords({ pattern }: { pattern: Readonly<Record<string, unknown>> | null }) {
  if (pattern === null) return <span className="dim">no pattern that could be watched</span>;
  return (
    <span className="pattern" title={JSON.stringify(pattern)}>
      {patternWords(pattern)}
    </span>
  );
}

export function History({ history }: { history: Commitment['history'] }) {
  if (history.length === 0) return null;
  return (
    <ol className="history" aria-label="History">
      {history.map(({ status, date, because, event }) => (
        <li key={`${status}${date}${because}`}>
          <Verdict verdict={status} /> <span className="dim">{dayWords(date)}</span> {because}
          {event !== null && (
            <>
              {' '}
              <Link to="/event" search={{ id: event }}>
                The words
              </Link>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

// The whole record of one event: what was coded, the words, the reasons, the law it touches, what analysts corrected.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CasusRecord, Correction, Event } from '../../../src/records/index.ts';
import { auxiliaryWords, dayWords, sentenceCase, typeMeaning, whenWords } from '../words.ts';
import { CorrectionForm } from './correction-form.tsx';
import { FindingList } from './finding-list.tsx';
import { Parties } from './parties.tsx';
import { QuadLabel } from './quad-label.tsx';

type Props = {
  event: Event;
  record: Pick<CasusRecord, 'document' | 'events' | 'statements' | 'commitments' | 'findings'>;
  corrections: readonly Correction[];
};

export function EventRecord({ event, record, corrections }: Props) {
  const { document, statements, commitments, findings } = record;
  const statement = statements.find(({ id }) => id === event.statement);
  const promised = commitments.filter((one) => one.event === event.id);
  const touched = findings.filter((one) => one.event === event.id);
  return (
    <article className="record" aria-label={`Record: ${sentenceCase(event.type)}`}>
      <h2>
        {sentenceCase(event.type)}
        {event.mode !== null && <span className="mode"> {event.mode}</span>}
      </h2>
      <p className="dim">{typeMeaning(event.type)}</p>
      <p>
        <QuadLabel quad={event.quad} />
      </p>
      <blockquote>
        <Quoted event={event} />
      </blockquote>
      <dl className="fields">
        <Field name="Who">
          <Parties parties={event.actors} />
        </Field>
        <Field name="To whom">
          <Parties parties={event.recipients} />
        </Field>
        <Field name="When">
          {whenWords(event.when)}
          {event.when !== null && (
            <span className="dim">
              {' '}
              {event.when.basis === 'published' ? 'the day of publication' : `from “${event.when.text}”`}
            </span>
          )}
        </Field>
        {event.place !== null && (
          <Field name="Where">
            {event.place.text}{' '}
            {event.place.country !== null && <span className="code">{event.place.country}</span>}
          </Field>
        )}
        {event.items.length > 0 && (
          <Field name="Goods">
            {event.items.map(({ text, start, category }) => (
              <span key={start} className="line">
                {text} <span className="code">{category}</span>
              </span>
            ))}
          </Field>
        )}
        {event.auxiliary.length > 0 && (
          <Field name="Reading">{event.auxiliary.map((one) => auxiliaryWords[one]).join('; ')}</Field>
        )}
        {event.contexts.length > 0 && <Field name="Contexts">{event.contexts.join(', ')}</Field>}
        {statement !== undefined && (
          <Field name="Said by">
            <Link to="/read" search={{ article: document.id, statement: statement.id }}>
              {statement.speaker.name || statement.speaker.text}
            </Link>
            <span className="dim">: claimed, not observed</span>
          </Field>
        )}
        {event.responseTo.map(({ event: other, relation, cue }) => (
          <Field key={other + relation} name={relation === 'condition' ? 'If' : 'Answers'}>
            <Link to="/read" search={{ article: document.id, event: other }}>
              {record.events.find(({ id }) => id === other)?.evidence.text ?? 'another event'}
            </Link>
            <span className="dim"> “{cue.text}”</span>
          </Field>
        ))}
        <Field name="CAMEO">
          <span className="code">{event.cameo}</span>{' '}
          <span className="dim">
            score {event.score > 0 ? '+' : ''}
            {event.score}; confidence {Math.round(event.confidence * 100)}%
          </span>
        </Field>
        {event.mentions.length > 0 && (
          <Field name="Again in">
            {event.mentions.map(({ text, start }) => (
              <span key={start} className="line dim">
                “{text}”
              </span>
            ))}
          </Field>
        )}
      </dl>
      <h3>Because</h3>
      <ul className="because">
        {event.because.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {promised.map(({ id, kind }) => (
        <p key={id}>
          <Link to="/read" search={{ article: document.id, commitment: id }}>
            {sentenceCase(kind)}: see the commitment
          </Link>
        </p>
      ))}
      {touched.length > 0 && <FindingList findings={touched} />}
      {corrections.map((one) => (
        <CorrectionNote key={one.id} correction={one} />
      ))}
      <CorrectionForm event={event} key={event.id} />
    </article>
  );
}

export function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The evidence with its trigger marked. */
function Quoted({ event: { evidence, trigger } }: { event: Event }) {
  const [from, to] = [trigger.start - evidence.start, trigger.end - evidence.start];
  if (from < 0 || to > evidence.text.length) return <>{evidence.text}</>;
  return (
    <>
      {evidence.text.slice(0, from)}
      <mark>{evidence.text.slice(from, to)}</mark>
      {evidence.text.slice(to)}
    </>
  );
}

function CorrectionNote({ correction }: { correction: Correction }) {
  const { reject, type, mode, actors, recipients, when, reason, made } = correction;
  const changes = [
    reject ? 'no event at all' : null,
    type,
    mode,
    actors === null ? null : `who: ${actors.join(', ')}`,
    recipients === null ? null : `to whom: ${recipients.join(', ')}`,
    when === null ? null : dayWords(when),
  ].filter((one) => one !== null);
  return (
    <p className="correction">
      <strong>Corrected on {dayWords(made)}:</strong> {changes.join('; ')}. {reason}
    </p>
  );
}

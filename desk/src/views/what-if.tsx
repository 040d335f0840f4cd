// What if: a sentence is assumed to be true, and what follows from it by treaty, regime and promise is shown as a tree.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { Event, Problem } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Refusal } from '../parts/answer.tsx';
import { Deed } from '../parts/event-line.tsx';
import { Citations } from '../parts/finding-list.tsx';
import { Verdict } from '../parts/verdict.tsx';
import { firstOf, toQuery } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countWords, dayWords, nameCodes, sentenceCase } from '../words.ts';

type Consequence = {
  readonly rule: string;
  readonly kind: string;
  readonly verdict: string;
  readonly text: string;
  readonly citations: readonly string[];
  readonly event: Event | null;
  readonly then: readonly Consequence[];
};
type WhatIf = {
  readonly assumed: readonly Event[];
  readonly tree: readonly Consequence[];
  readonly problems: readonly Problem[];
  readonly knowledgeDate: string;
};
const examples = [
  'Russia attacks Poland.',
  'North Korea supplies Russia with artillery shells.',
  'The United States sells combat aircraft to Turkey.',
];

export function WhatIfView() {
  const [search, setSearch] = useQuestion();
  const [text, date] = [firstOf(search, 'text'), firstOf(search, 'date')];
  const asked = toQuery({ text, date });
  const ask = useQuery({
    queryKey: ['whatif', asked.toString()],
    queryFn: ({ signal }) => get<WhatIf>('whatif', asked, signal),
    enabled: text !== '',
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setSearch({ text: String(form.get('text')), date: String(form.get('date')) || undefined });
  };
  return (
    <div className="page">
      <h1>What if?</h1>
      <p className="lead">
        Say who does what to whom in one plain sentence. It is assumed, and treaties, sanctions and the open
        commitments of the stored articles are run to the end.
      </p>
      <form className="stack" onSubmit={submit} key={text + date}>
        <label>
          Sentence
          <textarea name="text" rows={2} required maxLength={5000} defaultValue={text} />
        </label>
        <div className="buttons">
          <label>
            On
            <input name="date" type="date" defaultValue={date || new Date().toISOString().slice(0, 10)} />
          </label>
          <button type="submit" className="main" disabled={ask.isFetching}>
            {ask.isFetching ? 'Assuming …' : 'Assume it'}
          </button>
        </div>
      </form>
      {text === '' && (
        <>
          <h3>For instance</h3>
          <ul className="instances">
            {examples.map((example) => (
              <li key={example}>
                <Link to="/what-if" search={{ text: example }}>
                  {example}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {ask.isError && <Refusal error={ask.error} />}
      {ask.data !== undefined && (
        <div className="answer" aria-live="polite">
          <h2>Assumed</h2>
          {ask.data.assumed.map((event) => (
            <div key={event.id} className="card">
              <p>
                <Deed event={event} />
              </p>
              <p className="words">“{event.evidence.text}”</p>
              <p className="dim">{event.because.join('; ')}</p>
            </div>
          ))}
          <h2>Then ({countWords(count(ask.data.tree), 'consequence')})</h2>
          {ask.data.tree.length === 0 && <p>Nothing that the rules known here would set off.</p>}
          <Branch of={ask.data.tree} />
          {ask.data.problems.map(({ code, message }) => (
            <p key={code + message} className="dim">
              {message}
            </p>
          ))}
          <p className="dim">
            The law as known on {dayWords(ask.data.knowledgeDate)}.{' '}
            <a href={`/api/whatif?${asked}`}>This answer as JSON</a>
          </p>
        </div>
      )}
    </div>
  );
}

function count(tree: readonly Consequence[]): number {
  return tree.reduce((sum, { then }) => sum + 1 + count(then), 0);
}

function Branch({ of }: { of: readonly Consequence[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="tree">
      {of.map((one, index) => (
        // The same rule may fire twice on the same event with another text; the order is the rules' own.
        // biome-ignore lint/suspicious/noArrayIndexKey: the tree is never reordered
        <li key={`${one.rule}${index}`}>
          <p>
            <Verdict verdict={one.verdict} /> {nameCodes(one.text)}
          </p>
          <p className="dim">
            {sentenceCase(one.kind)} <span className="code">{one.rule}</span>
          </p>
          <Citations of={one.citations} />
          {one.event !== null && (
            <p>
              <span className="dim">Would follow: </span>
              <Deed event={one.event} />
            </p>
          )}
          <Branch of={one.then} />
        </li>
      ))}
    </ul>
  );
}

// Commitments: what was promised, threatened, warned of or denied, on which condition, and what became of it.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CommitmentRow, Page } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { CountryNames } from '../parts/country-names.tsx';
import { History, PatternWords } from '../parts/other-records.tsx';
import { Pager } from '../parts/pager.tsx';
import { Verdict } from '../parts/verdict.tsx';
import { filterKeys, firstOf, setValue, toQuery } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countWords, dayWords, partiesWords, sentenceCase } from '../words.ts';

const statuses = ['open', 'triggered', 'kept', 'broken', 'lapsed', 'withdrawn'];
const kinds = ['promise', 'threat', 'warning', 'denial', 'obligation'];

export function CommitmentsView() {
  const [search, setSearch] = useQuestion();
  const asked = toQuery({ ...search, limit: '50' }, [...filterKeys, 'status', 'kind', 'cursor', 'limit']);
  const query = useQuery({
    queryKey: ['commitments', asked.toString()],
    queryFn: ({ signal }) => get<Page<CommitmentRow>>('commitments', asked, signal),
    placeholderData: keepPreviousData,
  });
  const choice = (key: string, name: string, values: readonly string[]) => (
    <label>
      {name}
      <select
        value={firstOf(search, key)}
        onChange={({ target }) => setSearch((before) => setValue(before, key, target.value))}
      >
        <option value="">any</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {sentenceCase(value)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="page">
      <CountryNames />
      <h1>Commitments</h1>
      <div className="question">
        {choice('status', 'Status', statuses)}
        {choice('kind', 'Kind', kinds)}
        <label>
          Party
          <input
            key={firstOf(search, 'party')}
            list="country-names"
            defaultValue={firstOf(search, 'party')}
            onBlur={({ target }) => {
              if (target.value !== firstOf(search, 'party'))
                setSearch((before) => setValue(before, 'party', target.value));
            }}
            onKeyDown={({ key, currentTarget }) => {
              if (key === 'Enter') currentTarget.blur();
            }}
          />
        </label>
      </div>
      <Answer query={query}>
        {({ items, total, next }) => (
          <>
            <p className="dim count" role="status">
              {countWords(total, 'commitment')}
            </p>
            {items.map((one) => (
              <Card key={one.id} commitment={one} />
            ))}
            <Pager next={next} search={search} setSearch={setSearch} />
          </>
        )}
      </Answer>
    </div>
  );
}

function Card({ commitment }: { commitment: CommitmentRow }) {
  const { id, kind, by, to, condition, consequence, made, status, history, article, sources } = commitment;
  return (
    <article className="card">
      <p>
        <Verdict verdict={status} /> <strong>{partiesWords(by)}</strong>
        {to.length > 0 && (
          <>
            {' to '}
            <strong>{partiesWords(to)}</strong>
          </>
        )}
        <span className="dim">
          {' '}
          · {kind} · {dayWords(made)}
        </span>
      </p>
      {condition !== null && (
        <p>
          If <span className="words">“{condition.text}”</span> <PatternWords pattern={condition.pattern} />
        </p>
      )}
      <p>
        {condition === null ? '' : 'then '}
        {consequence.polarity === 'negative' && 'not: '}
        <Link to="/read" search={{ article: article.id, commitment: id }} className="words">
          “{consequence.text}”
        </Link>{' '}
        <PatternWords pattern={consequence.pattern} />
      </p>
      <p className="dim">
        {article.title ?? article.id}
        {sources.length > 1 && `; said ${sources.length} times`}
      </p>
      {(history.length > 1 || status !== 'open') && <History history={history} />}
    </article>
  );
}

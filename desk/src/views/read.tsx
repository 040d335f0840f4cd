// Read: the articles at the left, one as it was in the middle, the record of the chosen mark at the right.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ArticleRow, Page, StoredArticle } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { ArticleText } from '../parts/article-text.tsx';
import { EventLine } from '../parts/event-line.tsx';
import { EventRecord } from '../parts/event-record.tsx';
import { CommitmentRecord, StatementRecord } from '../parts/other-records.tsx';
import { firstOf, setValue, toQuery } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countWords, dayWords } from '../words.ts';

const listKeys = ['q', 'source', 'story', 'party', 'from', 'to', 'cursor'] as const;

export function ReadView() {
  const [search, setSearch] = useQuestion();
  const article = firstOf(search, 'article');
  const list = useQuery({
    queryKey: ['articles', toQuery(search, listKeys).toString()],
    queryFn: ({ signal }) =>
      get<Page<ArticleRow>>('articles', toQuery({ ...search, limit: '50' }, [...listKeys, 'limit']), signal),
    placeholderData: keepPreviousData,
  });
  const shown = article || (list.data?.items[0]?.id ?? '');
  return (
    <div className={`reader${article === '' ? '' : ' has-article'}`}>
      <aside className="articles" aria-label="Articles">
        <input
          type="search"
          aria-label="Search articles"
          placeholder="Search articles"
          defaultValue={firstOf(search, 'q')}
          onChange={({ target }) =>
            setSearch((before) => setValue(before, 'q', target.value), { replace: true })
          }
        />
        <Answer query={list}>
          {({ items, total, next }) => (
            <>
              <p className="dim count">{countWords(total, 'article')}</p>
              <ul>
                {items.map(({ id, title, published, source, events }) => (
                  <li key={id}>
                    <Link
                      to="/read"
                      search={{
                        ...search,
                        article: id,
                        event: undefined,
                        statement: undefined,
                        commitment: undefined,
                      }}
                      aria-current={id === shown ? 'true' : undefined}
                    >
                      <span className="title">{title ?? 'Without a title'}</span>
                      <span className="dim">
                        {dayWords(published)}
                        {source !== null && `, ${source}`} · {countWords(events, 'event')}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
              {next !== null && (
                <p>
                  <Link to="/read" search={{ ...search, cursor: next }}>
                    Older articles
                  </Link>
                </p>
              )}
              {total === 0 && (
                <p>
                  Nothing here yet.{' '}
                  <Link to="/add" search={{}}>
                    Add articles
                  </Link>
                </p>
              )}
            </>
          )}
        </Answer>
      </aside>
      {shown === '' ? <div className="paper" /> : <Reading id={shown} />}
    </div>
  );
}

function Reading({ id }: { id: string }) {
  const [search, setSearch] = useQuestion();
  const query = useQuery({
    queryKey: ['article', id],
    queryFn: ({ signal }) => get<StoredArticle>(`articles/${encodeURIComponent(id)}`, null, signal),
  });
  const chosen = firstOf(search, 'event') || firstOf(search, 'statement') || firstOf(search, 'commitment');
  const close = () =>
    setSearch((before) => ({
      ...before,
      article: id,
      event: undefined,
      statement: undefined,
      commitment: undefined,
    }));
  const isLoaded = query.data !== undefined;
  useEffect(() => {
    if (chosen === '' || !isLoaded) return;
    const mark = document.querySelector(`.paper [data-stop="${CSS.escape(chosen)}"]`);
    mark?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [chosen, isLoaded]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.target as HTMLElement).matches('input, textarea, select') || event.ctrlKey || event.metaKey)
        return;
      if (event.key === 'Escape') close();
      if (event.key !== 'j' && event.key !== 'k') return;
      const stops = [...document.querySelectorAll<HTMLElement>('.paper [data-stop]')];
      const at = stops.findIndex(({ dataset }) => dataset.stop === chosen);
      const next = stops[event.key === 'j' ? at + 1 : at < 0 ? stops.length - 1 : at - 1];
      next?.focus({ preventScroll: true });
      next?.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return (
    <>
      <div className="paper">
        <p className="back">
          <Link
            to="/read"
            search={(before) => ({
              ...before,
              article: undefined,
              event: undefined,
              statement: undefined,
              commitment: undefined,
            })}
          >
            All articles
          </Link>
        </p>
        <Answer query={query}>
          {(record) => (
            <>
              <p className="source dim">
                {dayWords(record.document.published)}
                {record.document.source !== null && ` · ${record.document.source}`}
                {record.document.url !== null && ` · ${record.document.url}`}
              </p>
              <ArticleText record={record} chosen={chosen} />
            </>
          )}
        </Answer>
      </div>
      <aside className={`beside${chosen === '' ? '' : ' open'}`} aria-label="Record">
        {query.data !== undefined && (
          <>
            {chosen !== '' && (
              <p className="close">
                <button type="button" className="quiet" onClick={close}>
                  Close the record
                </button>
              </p>
            )}
            <Beside record={query.data} />
          </>
        )}
      </aside>
    </>
  );
}

function Beside({ record }: { record: StoredArticle }) {
  const [search] = useQuestion();
  const { events, statements, commitments, problems, document, corrections } = record;
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
  return (
    <section className="record">
      <h2>What it says</h2>
      <p className="dim">
        {countWords(events.length, 'event')}, {countWords(statements.length, 'statement')},{' '}
        {countWords(commitments.length, 'commitment')}. Click a mark in the text, or press j and k.
      </p>
      {[...events]
        .sort((one, other) => one.trigger.start - other.trigger.start)
        .map((one) => (
          <EventLine key={one.id} event={one} article={document.id} />
        ))}
      {problems.length > 0 && <h3>Problems</h3>}
      {problems.map(({ code, message, hint }) => (
        <p key={code + message} className="dim">
          {message}
          {hint !== null && ` (${hint})`}
        </p>
      ))}
    </section>
  );
}

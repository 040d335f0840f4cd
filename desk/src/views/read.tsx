// Read: the articles at the left, one as it was in the middle, the record of the chosen mark at the right.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ArticleRow, Page, StoredArticle } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { ArticleText } from '../parts/article-text.tsx';
import { Beside } from '../parts/beside.tsx';
import { firstOf, type Search, setValue, toQuery } from '../search.ts';
import { isTyping } from '../shortcuts.ts';
import { type SetSearch, useQuestion } from '../use-search.ts';
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
  const isEmpty = list.data?.total === 0 && toQuery(search, listKeys).size === 0;
  const shown = article || (list.data?.items[0]?.id ?? '');
  return (
    <div className={`reader${article === '' ? '' : ' has-article'}${isEmpty ? ' is-empty' : ''}`}>
      <aside className="articles" aria-label="Articles">
        <ArticleSearch search={search} setSearch={setSearch} />
        <Answer query={list}>
          {({ items, total, next }) => (
            <>
              <p className="dim count">{countWords(total, 'article')}</p>
              <Narrowed search={search} />
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
                      data-article
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
              {total === 0 && <p className="dim">No article fits.</p>}
            </>
          )}
        </Answer>
      </aside>
      {shown !== '' ? <Reading id={shown} /> : <div className="paper">{isEmpty && <FirstStart />}</div>}
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
      if (isTyping(event)) return;
      if (event.key === 'Escape' && chosen !== '') close();
      if (event.key === 'c') document.querySelector<HTMLElement>('.beside .correct-button')?.click();
      if (event.key === 'n' || event.key === 'p') stepAlongArticles(event.key === 'n' ? 1 : -1);
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

function ArticleSearch({ search, setSearch }: { search: Search; setSearch: SetSearch }) {
  const field = useRef<HTMLInputElement>(null);
  const asked = firstOf(search, 'q');
  useEffect(() => {
    if (field.current !== null && document.activeElement !== field.current) field.current.value = asked;
  }, [asked]);
  return (
    <input
      ref={field}
      type="search"
      aria-label="Search articles"
      placeholder="Search articles"
      defaultValue={asked}
      onChange={({ target }) =>
        setSearch((before) => setValue({ ...before, article: undefined }, 'q', target.value), {
          replace: true,
        })
      }
    />
  );
}

/** What else narrows the list, such as a source or a story that another view led to, and the way out of it. */
function Narrowed({ search }: { search: Search }) {
  const by = (['source', 'story', 'party', 'from', 'to'] as const).filter(
    (key) => firstOf(search, key) !== '',
  );
  if (by.length === 0) return null;
  return (
    <p className="dim">
      Only {by.map((key) => (key === 'story' ? 'one story' : `${key} ${firstOf(search, key)}`)).join(', ')}.{' '}
      <Link to="/read" search={{}}>
        Show all
      </Link>
    </p>
  );
}

function FirstStart() {
  return (
    <div className="text first-start">
      <h1>Nothing here yet.</h1>
      <p>
        Casus reads news articles and gives the record of who did, said, promised or threatened what to whom,
        each line with the words it rests on.
      </p>
      <p>
        <Link to="/add" search={{}} className="button main">
          Add articles
        </Link>
      </p>
      <p className="dim">
        Or drop files anywhere on this page, or press <kbd>g</kbd> <kbd>a</kbd>.
      </p>
    </div>
  );
}

function stepAlongArticles(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-article]')];
  const at = links.findIndex((link) => link.getAttribute('aria-current') === 'true');
  links[at + step]?.click();
  links[at + step]?.scrollIntoView({ block: 'nearest' });
}

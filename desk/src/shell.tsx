// What stands around every view: the masthead with the views' names, the page's JSON twin, light or dark, the news.
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Health } from '../../src/records/index.ts';
import { get } from './api.ts';
import { sendFiles } from './jobs.ts';
import { useNews } from './news.ts';
import { Refusal } from './parts/answer.tsx';
import { KeyList } from './parts/key-list.tsx';
import type { Search } from './search.ts';
import { useShortcuts } from './shortcuts.ts';
import { setTheme, useIsDark } from './theme.ts';
import { twinOf } from './twin.ts';
import { views } from './view-list.ts';
import { countWords } from './words.ts';

export function Shell() {
  const { path, search } = useRouterState({
    select: ({ location }) => ({ path: location.pathname, search: location.search as Search }),
  });
  const helpRef = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  useShortcuts(() => helpRef.current?.showModal());
  const dropFault = useDropAnywhere();
  const here = views.find(({ to }) => path.startsWith(to))?.name;
  useEffect(() => {
    document.title = here === undefined ? 'Casus' : `${here} · Casus`;
    setOpen(false);
  }, [here]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="masthead">
        <Link to="/read" className="name" search={{}}>
          Casus
        </Link>
        <button
          type="button"
          className="views-button"
          aria-expanded={isOpen}
          aria-controls="views"
          onClick={() => setOpen(!isOpen)}
        >
          <span className="unseen">Views, now: </span>
          {here ?? 'Views'} <span aria-hidden="true">▾</span>
        </button>
        <nav aria-label="Views" id="views" data-open={isOpen}>
          {views.map(({ to, name, group }, index) => (
            <Link
              key={to}
              to={to}
              search={{}}
              className={index > 0 && views[index - 1]?.group !== group ? 'first' : ''}
              onClick={() => setOpen(false)}
            >
              {name}
            </Link>
          ))}
        </nav>
        <div className="tools">
          <Holdings />
          <a href={twinOf(path, search)} className="twin" title="This page as JSON, from the API">
            JSON
          </a>
          <ThemeButton />
          <button type="button" className="quiet" onClick={() => helpRef.current?.showModal()}>
            <span aria-hidden="true">?</span>
            <span className="unseen">Keyboard shortcuts</span>
          </button>
        </div>
      </header>
      <News />
      {dropFault !== null && <Refusal error={dropFault} />}
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <dialog ref={helpRef} className="help" aria-labelledby="help-title">
        <KeyList />
      </dialog>
    </>
  );
}

function Holdings() {
  const { data } = useQuery({ queryKey: ['health'], queryFn: () => get<Health>('health') });
  if (data === undefined) return null;
  return (
    <span className="holdings" title={`Casus ${data.version}; law as known on ${data.knowledge.date}`}>
      <Link to="/read" search={{}}>
        {countWords(data.articles, 'article')}
      </Link>
      <Link to="/events" search={{}}>
        {countWords(data.events, 'event')}
      </Link>
    </span>
  );
}

function ThemeButton() {
  const isDark = useIsDark();
  return (
    <button type="button" className="quiet" onClick={() => setTheme(isDark ? 'light' : 'dark')}>
      {isDark ? 'Light' : 'Dark'}
    </button>
  );
}

/** What watches found just now; polite, and gone at a click. */
function News() {
  const { matches, dismiss } = useNews();
  return (
    <div className="news" aria-live="polite">
      {matches.map(({ watch, name, tell, event }) => (
        <p key={`${watch}${event.id}`}>
          <strong>{name}</strong>
          <Link to="/read" search={{ article: event.article.id, event: event.id }} className="words">
            {tell === name ? event.evidence.text : tell}
          </Link>
          <button type="button" className="quiet" onClick={() => dismiss(watch, event.id)}>
            Dismiss
          </button>
        </p>
      ))}
    </div>
  );
}

/** A file that is dropped beside the drop zone is read too; left alone, the browser would leave the desk for it. */
function useDropAnywhere(): unknown {
  const navigate = useNavigate();
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      setFault(null);
      void navigate({ to: '/add', search: {} });
      sendFiles([...(event.dataTransfer?.files ?? [])]).catch(setFault);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  }, [navigate]);
  return fault;
}

export function NotFound() {
  return (
    <div className="page">
      <h1>There is no such page</h1>
      <p>
        <Link to="/read" search={{}}>
          Go to the articles
        </Link>
      </p>
    </div>
  );
}

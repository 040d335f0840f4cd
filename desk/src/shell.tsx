// What stands around every view: the masthead with the views' names, the reader's shortcuts, light or dark.

import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Health } from '../../src/records/index.ts';
import { get } from './api.ts';
import { useNews } from './news.ts';
import { applyTheme, isDark, readTheme } from './theme.ts';
import { countWords } from './words.ts';

const views = [
  { to: '/read', name: 'Read', key: 'r' },
  { to: '/events', name: 'Events', key: 'e' },
  { to: '/dyads', name: 'Dyads', key: 'd' },
  { to: '/network', name: 'Network', key: 'n' },
  { to: '/map', name: 'Map', key: 'm' },
  { to: '/commitments', name: 'Commitments', key: 'c' },
  { to: '/check', name: 'Check', key: 'k' },
  { to: '/what-if', name: 'What if', key: 'w' },
  { to: '/sources', name: 'Sources', key: 's' },
  { to: '/watches', name: 'Watches', key: 'l' },
  { to: '/add', name: 'Add', key: 'a' },
] as const;

export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const helpRef = useRef<HTMLDialogElement>(null);
  useShortcuts(() => helpRef.current?.showModal());
  useEffect(() => {
    const name = views.find(({ to }) => path.startsWith(to))?.name;
    document.title = name === undefined ? 'Casus' : `${name} · Casus`;
    // On a narrow screen the views' names are a strip that is longer than the screen.
    document.querySelector('.masthead nav .active')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [path]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="masthead">
        <Link to="/read" className="name" search={{}}>
          Casus
        </Link>
        <nav aria-label="Views">
          {views.map(({ to, name }) => (
            <Link key={to} to={to} search={{}} className={to === '/add' ? 'add' : ''}>
              {name}
            </Link>
          ))}
        </nav>
        <div className="tools">
          <Holdings />
          <ThemeButton />
          <button type="button" className="quiet" onClick={() => helpRef.current?.showModal()}>
            <span aria-hidden="true">?</span>
            <span className="unseen">Keyboard shortcuts</span>
          </button>
        </div>
      </header>
      <News />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <dialog ref={helpRef} className="help" aria-labelledby="help-title">
        <h2 id="help-title">Keyboard shortcuts</h2>
        <dl>
          {views.map(({ name, key }) => (
            <div key={key}>
              <dt>
                <kbd>g</kbd> <kbd>{key}</kbd>
              </dt>
              <dd>{name}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>/</kbd>
            </dt>
            <dd>Search in this view</dd>
          </div>
          <div>
            <dt>
              <kbd>j</kbd> <kbd>k</kbd>
            </dt>
            <dd>Next and previous mark of an article</dd>
          </div>
          <div>
            <dt>
              <kbd>Esc</kbd>
            </dt>
            <dd>Close the record</dd>
          </div>
        </dl>
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
}

function Holdings() {
  const { data } = useQuery({ queryKey: ['health'], queryFn: () => get<Health>('health') });
  if (data === undefined) return null;
  return (
    <Link
      to="/sources"
      search={{}}
      className="holdings"
      title={`Casus ${data.version}; law as known on ${data.knowledge.date}`}
    >
      {countWords(data.articles, 'article')}, {countWords(data.events, 'event')}
    </Link>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState(readTheme);
  const dark = isDark(theme);
  const change = () => {
    const next = dark ? 'light' : 'dark';
    applyTheme(next);
    setTheme(next);
  };
  return (
    <button type="button" className="quiet" onClick={change}>
      {dark ? 'Light' : 'Dark'}
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
          <strong>{name}</strong>{' '}
          <Link to="/read" search={{ article: event.article.id, event: event.id }}>
            {tell === name ? event.evidence.text : tell}
          </Link>{' '}
          <button type="button" className="quiet" onClick={() => dismiss(watch, event.id)}>
            Dismiss
          </button>
        </p>
      ))}
    </div>
  );
}

/** `g` and a view's letter goes there, `/` to the search field, `?` shows them all. */
function useShortcuts(showHelp: () => void): void {
  const navigate = useNavigate();
  const show = useRef(showHelp);
  show.current = showHelp;
  useEffect(() => {
    let going = 0;
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.matches('input, textarea, select, [contenteditable]')) return;
      if (event.timeStamp - going < 1500 && going > 0) {
        going = 0;
        const view = views.find(({ key }) => key === event.key);
        if (view === undefined) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        void navigate({ to: view.to, search: {} });
      } else if (event.key === 'g') going = event.timeStamp;
      else if (event.key === '?') show.current();
      else if (event.key === '/') {
        const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
        if (field === null) return;
        event.preventDefault();
        field.focus();
      }
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [navigate]);
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

// The keys of every view: `g` and a letter goes to a view, `/` to the search field, `j` and `k` along the rows.
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { views } from './view-list.ts';

/** True when a key is meant for a field, or for the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return (event.target as HTMLElement).matches('input:not([type="checkbox"]), textarea, select, dialog *');
}

export function useShortcuts(showHelp: () => void): void {
  const navigate = useNavigate();
  const show = useRef(showHelp);
  show.current = showHelp;
  useEffect(() => {
    let going = 0;
    const press = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (going > 0 && event.timeStamp - going < 1500) {
        going = 0;
        const view = views.find(({ key }) => key === event.key);
        if (view === undefined) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        void navigate({ to: view.to, search: {} });
        return;
      }
      if (event.key === 'g') going = event.timeStamp;
      else if (event.key === '?') show.current();
      else if (event.key === '/') {
        const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
        if (field === null) return;
        event.preventDefault();
        field.focus();
        field.select();
      } else if (event.key === 'j' || event.key === 'k') stepAlongRows(event.key === 'j' ? 1 : -1);
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [navigate]);
}

/** Moves the focus to the next or previous row; Enter then follows its link. An article's marks have keys of their own. */
function stepAlongRows(step: 1 | -1): void {
  if (document.querySelector('.paper .text') !== null) return;
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at < 0 ? (step === 1 ? 0 : rows.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

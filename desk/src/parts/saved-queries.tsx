// Questions that the reader keeps under a name, in this browser.
import { type FormEvent, useState } from 'react';
import { filterKeys, parseSearch, type Search, toQuery } from '../search.ts';
import type { SetSearch } from '../use-search.ts';

type Saved = { readonly name: string; readonly query: string };
const place = 'casus-queries';

function readSaved(): readonly Saved[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? (kept as Saved[]) : [];
  } catch {
    return []; // another program's entry under our name; the next save replaces it
  }
}

export function SavedQueries({ search, setSearch }: { search: Search; setSearch: SetSearch }) {
  const [saved, setSaved] = useState(readSaved);
  const keep = (next: readonly Saved[]) => {
    localStorage.setItem(place, JSON.stringify(next));
    setSaved(next);
  };
  const query = toQuery(search, filterKeys).toString();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (name === '') return;
    keep([...saved.filter((one) => one.name !== name), { name, query }]);
    event.currentTarget.reset();
  };
  return (
    <details className="menu">
      <summary>Saved queries</summary>
      <ul>
        {saved.map(({ name, query: kept }) => (
          <li key={name} className="pair">
            <button type="button" className="quiet" onClick={() => setSearch(parseSearch(kept))}>
              {name}
            </button>
            <button
              type="button"
              className="quiet"
              aria-label={`Forget ${name}`}
              onClick={() => keep(saved.filter((one) => one.name !== name))}
            >
              ×
            </button>
          </li>
        ))}
        {saved.length === 0 && <li className="dim">None yet.</li>}
      </ul>
      <form onSubmit={save}>
        <label>
          Keep this question as
          <input name="name" required maxLength={80} />
        </label>
        <button type="submit" disabled={query === ''}>
          Save
        </button>
      </form>
    </details>
  );
}

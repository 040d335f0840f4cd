// Pages by cursor: onward with the API's cursor, back to the start, and the browser's own way back in between.
import type { Search } from '../search.ts';
import type { SetSearch } from '../use-search.ts';

type Props = { next: string | null; search: Search; setSearch: SetSearch };

export function Pager({ next, search, setSearch }: Props) {
  const isFirst = search.cursor === undefined;
  if (isFirst && next === null) return null;
  const go = (cursor: string | undefined) => {
    setSearch((before) => ({ ...before, cursor }));
    window.scrollTo({ top: 0 });
  };
  return (
    <nav className="pager" aria-label="Pages">
      <button type="button" disabled={isFirst} onClick={() => go(undefined)}>
        First page
      </button>
      <button type="button" disabled={next === null} onClick={() => go(next ?? undefined)}>
        Next page
      </button>
    </nav>
  );
}

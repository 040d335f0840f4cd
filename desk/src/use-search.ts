// The question in the address, and the way to change it.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from './search.ts';

export type SetSearch = (
  next: Search | ((before: Search) => Search),
  options?: { replace?: boolean },
) => void;

export function useQuestion(): readonly [Search, SetSearch] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const set = useCallback<SetSearch>(
    (next, { replace = false } = {}) => {
      const change = typeof next === 'function' ? next : () => next;
      void navigate({
        to: '.',
        search: (before: unknown) => change(before as Search),
        replace,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [search, set];
}

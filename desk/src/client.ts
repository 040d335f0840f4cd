// What was asked of the API and is still fresh.
import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api.ts';

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // What the desk refuses it will refuse again; only silence is worth a second try.
      retry: (count, error) => count < 1 && error instanceof ApiError && error.code === 'unreachable',
    },
  },
});

// Starts the desk: the query cache, the router, the styles.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api.ts';
import { router } from './router.tsx';
import './style/base.css';
import './style/shell.css';
import './style/forms.css';
import './style/record.css';
import './style/read.css';
import './style/lists.css';
import './style/views.css';
import { startTheme } from './theme.ts';

startTheme();
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // What the desk refuses it will refuse again; only silence is worth a second try.
      retry: (count, error) => count < 1 && error instanceof ApiError && error.code === 'unreachable',
    },
  },
});

createRoot(document.getElementById('desk')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

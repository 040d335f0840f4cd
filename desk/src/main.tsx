// Starts the desk: the router and the styles.
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { client } from './client.ts';
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

createRoot(document.getElementById('desk')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

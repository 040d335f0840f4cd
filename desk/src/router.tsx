// The desk's addresses. Views that draw (dyads, network, map) are loaded when they are first opened.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { EventRow } from '../../src/records/index.ts';
import { get } from './api.ts';
import { client } from './client.ts';
import { dyadCounts } from './dyad-counts.ts';
import { Refusal } from './parts/answer.tsx';
import { firstOf, parseSearch, type Search, stringifySearch } from './search.ts';
import { NotFound, Shell } from './shell.tsx';
import { EventsView } from './views/events.tsx';
import { ReadView } from './views/read.tsx';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  // The API judges what a filter may be; here every key is text.
  validateSearch: (search): Search => search as Search,
});
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/read' });
  },
});
const read = createRoute({ getParentRoute: () => root, path: '/read', component: ReadView });
const events = createRoute({ getParentRoute: () => root, path: '/events', component: EventsView });
const statements = createRoute({
  getParentRoute: () => root,
  path: '/statements',
  component: lazyRouteComponent(() => import('./views/statements.tsx'), 'StatementsView'),
});
/** An event by its id alone: wherever it stands, the reader is led to its words. */
const event = createRoute({
  getParentRoute: () => root,
  path: '/event',
  beforeLoad: async ({ search }) => {
    const id = firstOf(search, 'id');
    const { article } = await get<EventRow>(`events/${encodeURIComponent(id)}`);
    throw redirect({ to: '/read', search: { article: article.id, event: id } });
  },
  errorComponent: ({ error }) => (
    <div className="page">
      <Refusal error={error} />
    </div>
  ),
});
const dyads = createRoute({
  getParentRoute: () => root,
  path: '/dyads',
  component: lazyRouteComponent(() => import('./views/dyads.tsx'), 'DyadsView'),
});
const network = createRoute({
  getParentRoute: () => root,
  path: '/network',
  loaderDeps: ({ search }) => search,
  // Not waited for: the view comes meanwhile, and shows that it asks.
  loader: ({ deps }) => void client.prefetchQuery(dyadCounts(deps)),
  component: lazyRouteComponent(() => import('./views/network.tsx'), 'NetworkView'),
});
const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  component: lazyRouteComponent(() => import('./views/map.tsx'), 'MapView'),
});
const commitments = createRoute({
  getParentRoute: () => root,
  path: '/commitments',
  component: lazyRouteComponent(() => import('./views/commitments.tsx'), 'CommitmentsView'),
});
const check = createRoute({
  getParentRoute: () => root,
  path: '/check',
  component: lazyRouteComponent(() => import('./views/check.tsx'), 'CheckView'),
});
const whatIf = createRoute({
  getParentRoute: () => root,
  path: '/what-if',
  component: lazyRouteComponent(() => import('./views/what-if.tsx'), 'WhatIfView'),
});
const add = createRoute({
  getParentRoute: () => root,
  path: '/add',
  component: lazyRouteComponent(() => import('./views/add.tsx'), 'AddView'),
});
const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: lazyRouteComponent(() => import('./views/sources.tsx'), 'SourcesView'),
});
const watches = createRoute({
  getParentRoute: () => root,
  path: '/watches',
  component: lazyRouteComponent(() => import('./views/watches.tsx'), 'WatchesView'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    read,
    event,
    events,
    statements,
    dyads,
    network,
    map,
    commitments,
    check,
    whatIf,
    add,
    sources,
    watches,
  ]),
  parseSearch,
  stringifySearch: (search) => stringifySearch(search as Search),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

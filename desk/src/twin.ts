// The JSON twin of a page: the address of the API that answers what the page shows.
import { filterKeys, firstOf, type Search, toQuery } from './search.ts';

const lists: Readonly<Record<string, readonly string[]>> = {
  '/events': [...filterKeys, 'cursor', 'limit'],
  '/statements': ['speaker', 'kind', 'source', 'from', 'to', 'q', 'article', 'story', 'cursor', 'limit'],
  '/commitments': ['status', 'kind', 'party', 'actor', 'recipient', 'from', 'to', 'q', 'cursor', 'limit'],
};
const periods = ['from', 'to', 'quad', 'source'];

export function twinOf(path: string, search: Search): string {
  const ask = (route: string, keys: readonly string[], fixed: Search = {}): string => {
    const query = toQuery({ ...search, ...fixed }, [...Object.keys(fixed), ...keys]);
    return `/api/${route}${query.size === 0 ? '' : `?${query}`}`;
  };
  const list = lists[path];
  if (list !== undefined) return ask(path.slice(1), list);
  switch (path) {
    case '/read': {
      const article = firstOf(search, 'article');
      if (article !== '') return `/api/articles/${encodeURIComponent(article)}`;
      return ask('articles', ['q', 'source', 'story', 'party', 'from', 'to', 'cursor']);
    }
    case '/dyads':
      return firstOf(search, 'dyad') === ''
        ? ask('counts', periods, { by: 'dyad' })
        : ask('counts', ['dyad', ...periods], { by: 'month' });
    case '/network':
      return ask('counts', periods, { by: 'dyad' });
    case '/map':
      return ask('counts', periods, { by: firstOf(search, 'of') === 'party' ? 'party' : 'country' });
    case '/check':
      return firstOf(search, 'attacked') !== ''
        ? ask('obliged', ['attacked', 'attacker', 'date', 'where'])
        : firstOf(search, 'item') !== ''
          ? ask('check', ['from', 'to', 'item', 'date', 'direction'])
          : '/api/docs#get--api-check';
    case '/what-if':
      return firstOf(search, 'text') === '' ? '/api/docs#get--api-whatif' : ask('whatif', ['text', 'date']);
    case '/sources':
      return '/api/sources';
    case '/watches':
      return '/api/watches';
    case '/add':
      return '/api/feeds';
    default:
      return '/api/docs';
  }
}

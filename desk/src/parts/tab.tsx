// One of a row of links of which one is chosen; which one stands in the address.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Search } from '../search.ts';

type Props = {
  to: '/dyads' | '/map' | '/commitments';
  search: Search;
  isChosen: boolean;
  children: ReactNode;
};

export function Tab({ to, search, isChosen, children }: Props) {
  return (
    <Link
      to={to}
      search={search}
      className={isChosen ? 'chosen' : ''}
      aria-current={isChosen ? 'true' : undefined}
      activeOptions={{ exact: true }}
      activeProps={{}}
    >
      {children}
    </Link>
  );
}

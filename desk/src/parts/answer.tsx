// The states of an asked question: waiting, refused with the API's own words and hint, empty, answered.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../api.ts';

export function Refusal({ error }: { error: unknown }) {
  const { message, hint } = error instanceof ApiError ? error : { message: String(error), hint: null };
  return (
    <div className="refusal" role="alert">
      <p>{message}</p>
      {hint !== null && <p className="hint">{hint}</p>}
    </div>
  );
}

export function Answer<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Refusal error={query.error} />;
  return (
    <p className="waiting" role="status">
      Asking …
    </p>
  );
}

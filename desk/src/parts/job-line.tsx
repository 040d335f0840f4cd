// How far a job is, as the stream tells; its end is asked for, since that names the articles and the problems.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Job, Problem } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { listen } from '../news.ts';
import { countWords } from '../words.ts';
import { Refusal } from './answer.tsx';

export function JobLine({ id, name }: { id: string; name: string }) {
  const query = useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) => get<Job>(`jobs/${id}`, null, signal),
    // The stream is quicker; this is for when it was cut.
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 3000),
    staleTime: 0,
  });
  const [told, setTold] = useState<{ done: number; total: number } | null>(null);
  const { refetch } = query;
  useEffect(
    () =>
      listen((news) => {
        if (news.type !== 'progress' || news.job !== id) return;
        setTold(news);
        if (news.state === 'done' || news.state === 'failed') void refetch();
      }),
    [id, refetch],
  );
  const job = query.data;
  if (query.isError) return <Refusal error={query.error} />;
  if (job === undefined || !isOver(job)) {
    const { done, total } = told ?? job ?? { done: 0, total: 1 };
    return (
      <div className="card">
        <label>
          {name}: {done} of {total}
          <progress value={done} max={Math.max(total, 1)} />
        </label>
      </div>
    );
  }
  return (
    <div className="card" role="status">
      <p>
        <strong>{job.state === 'done' ? 'Read' : 'Failed'}:</strong> {name}.{' '}
        {countWords(job.articles.length, 'article')}, {countWords(job.events, 'new event')}.
      </p>
      <ul className="opened">
        {job.articles.slice(0, 10).map((article, index) => (
          <li key={article}>
            <Link to="/read" search={{ article }}>
              Open article {job.articles.length > 1 ? index + 1 : ''}
            </Link>
          </li>
        ))}
        {job.articles.length > 10 && <li className="dim">and {job.articles.length - 10} more</li>}
      </ul>
      <Problems of={job.problems} />
    </div>
  );
}

export function Problems({ of }: { of: readonly Problem[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="problems">
      {of.slice(0, 20).map(({ code, message, hint, place }) => (
        <li key={code + message + place}>
          {message}
          {hint !== null && <span className="dim"> ({hint})</span>}
        </li>
      ))}
      {of.length > 20 && <li className="dim">and {of.length - 20} more</li>}
    </ul>
  );
}

function isOver(job: Job | undefined): boolean {
  return job?.state === 'done' || job?.state === 'failed';
}

// Add: drop files, paste a text, name an address or a feed; the desk reads and codes them and tells how far it is.

import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { Button, DropZone, FileTrigger, Text } from 'react-aria-components';
import type { Job } from '../../../src/records/index.ts';
import { get, post, postFile } from '../api.ts';
import { listen } from '../news.ts';
import { Refusal } from '../parts/answer.tsx';
import { countWords } from '../words.ts';

type Started = { readonly accepted: number; readonly job: string };
type Shown = { readonly job: string; readonly name: string };

export function AddView() {
  const [jobs, setJobs] = useState<readonly Shown[]>([]);
  const show = (job: string, name: string) => setJobs((before) => [{ job, name }, ...before]);
  const files = useMutation({
    mutationFn: async (given: readonly File[]) => {
      for (const file of given) {
        const { job } = await postFile<Started>(`ingest/file?name=${encodeURIComponent(file.name)}`, file);
        show(job, file.name);
      }
    },
  });
  const item = useMutation({
    mutationFn: (body: Record<string, string>) => post<Started>('ingest', { items: [body] }),
    onSuccess: ({ job }, body) => show(job, body.title ?? body.url ?? `${(body.text ?? '').slice(0, 60)} …`),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = Object.fromEntries(
      [...new FormData(form)]
        .map(([key, value]) => [key, String(value).trim()])
        .filter(([, value]) => value !== ''),
    );
    item.mutate(body, { onSuccess: () => form.reset() });
  };
  return (
    <div className="page">
      <h1>Add articles</h1>
      <DropZone
        className="drop"
        aria-label="Drop files here"
        onDrop={async ({ items }) => {
          const dropped = await Promise.all(
            items.flatMap((one) => (one.kind === 'file' ? [one.getFile()] : [])),
          );
          if (dropped.length > 0) files.mutate(dropped);
        }}
      >
        <p>
          <Text slot="label">Drop texts, HTML pages, feeds, JSONL or WARC files here</Text>
        </p>
        <FileTrigger allowsMultiple onSelect={(list) => list !== null && files.mutate([...list])}>
          <Button>Choose files</Button>
        </FileTrigger>
      </DropZone>
      {files.isError && <Refusal error={files.error} />}
      {jobs.length > 0 && (
        <section aria-label="Jobs">
          {jobs.map(({ job, name }) => (
            <JobLine key={job} id={job} name={name} />
          ))}
        </section>
      )}
      {item.isError && <Refusal error={item.error} />}
      <div className="columns">
        <form className="stack" onSubmit={submit} aria-labelledby="paste">
          <h2 id="paste">Paste a text</h2>
          <label>
            Text
            <textarea name="text" rows={9} required />
          </label>
          <label>
            Headline (if it isn't in the text)
            <input name="title" />
          </label>
          <label>
            Published on
            <input name="published" type="date" />
          </label>
          <label>
            Source
            <input name="source" />
          </label>
          <button type="submit" className="main" disabled={item.isPending}>
            Read it
          </button>
        </form>
        <form className="stack" onSubmit={submit} aria-labelledby="fetch">
          <h2 id="fetch">Fetch an address</h2>
          <p className="dim">
            A page, or a feed with all its entries. The server fetches it, not this browser.
          </p>
          <label>
            Address
            <input name="url" type="url" required placeholder="https://" />
          </label>
          <button type="submit" disabled={item.isPending}>
            Fetch it
          </button>
        </form>
      </div>
    </div>
  );
}

/** A job as the stream tells of it; its end is asked for, since that names the articles and problems. */
function JobLine({ id, name }: { id: string; name: string }) {
  const query = useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) => get<Job>(`jobs/${id}`, null, signal),
    // The stream is quicker; this is for when it was cut.
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : 3000,
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
  if (job === undefined || job.state === 'waiting' || job.state === 'running') {
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
        {job.state === 'done' ? 'Read' : 'Failed'}: {name}. {countWords(job.articles.length, 'article')},{' '}
        {countWords(job.events, 'event')}.
      </p>
      <ul>
        {job.articles.slice(0, 10).map((article, index) => (
          <li key={article}>
            <Link to="/read" search={{ article }}>
              Open article {job.articles.length > 1 ? index + 1 : ''}
            </Link>
          </li>
        ))}
        {job.articles.length > 10 && <li className="dim">and {job.articles.length - 10} more</li>}
      </ul>
      {job.problems.map(({ code, message, hint, place }) => (
        <p key={code + message + place} className="dim">
          {message}
          {hint !== null && ` (${hint})`}
        </p>
      ))}
    </div>
  );
}

// Add: drop files, paste a text, name an address, follow a feed; the desk reads and codes them and tells how far it is.
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Button, DropZone, FileTrigger, Text } from 'react-aria-components';
import { sendFiles, sendItem, useJobs } from '../jobs.ts';
import { Refusal } from '../parts/answer.tsx';
import { FeedForm, FeedList } from '../parts/feed-list.tsx';
import { JobLine } from '../parts/job-line.tsx';

export function AddView() {
  const jobs = useJobs();
  const files = useMutation({ mutationFn: sendFiles });
  const item = useMutation({ mutationFn: sendItem });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = [...new FormData(form)].map(([key, value]) => [key, String(value).trim()] as const);
    const body = Object.fromEntries(given.filter(([, value]) => value !== ''));
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
        <section aria-label="Jobs" className="jobs">
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
            <textarea name="text" rows={10} required />
          </label>
          <label>
            Headline (if it isn't in the text)
            <input name="title" />
          </label>
          <div className="days">
            <label>
              Published on
              <input name="published" type="date" />
            </label>
            <label>
              Source
              <input name="source" />
            </label>
          </div>
          <button type="submit" className="main" disabled={item.isPending}>
            Read it
          </button>
        </form>
        <div>
          <form className="stack" onSubmit={submit} aria-labelledby="fetch">
            <h2 id="fetch">Fetch an address</h2>
            <p className="dim">
              A page, or once all entries of a feed. The server fetches it, not this browser.
            </p>
            <label>
              Address
              <input name="url" type="url" required placeholder="https://" />
            </label>
            <button type="submit" disabled={item.isPending}>
              Fetch it
            </button>
          </form>
          <FeedForm />
        </div>
      </div>
      <FeedList />
    </div>
  );
}

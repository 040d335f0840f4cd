// Watches: patterns of the reader's own; each shows in plain words what it means and what it has found.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { MatchRow, Page, WatchRow } from '../../../src/records/index.ts';
import { get, post, remove } from '../api.ts';
import { Answer, Refusal } from '../parts/answer.tsx';
import { EventLine } from '../parts/event-line.tsx';
import { firstOf } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countWords, dayWords } from '../words.ts';

export function WatchesView() {
  const client = useQueryClient();
  const [search, setSearch] = useQuestion();
  const watches = useQuery({ queryKey: ['watches'], queryFn: () => get<Page<WatchRow>>('watches') });
  const refresh = () => client.invalidateQueries({ queryKey: ['watches'] });
  const add = useMutation({
    mutationFn: (body: { name: string; pattern: string }) => post<WatchRow>('watches', body),
    onSuccess: async ({ id }) => {
      await refresh();
      setSearch({ watch: id });
    },
  });
  const end = useMutation({ mutationFn: (id: string) => remove(`watches/${id}`), onSuccess: refresh });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    add.mutate({ name: String(form.get('name')), pattern: String(form.get('pattern')) });
  };
  const chosen = firstOf(search, 'watch');
  return (
    <div className="page">
      <h1>Watches</h1>
      <p className="lead">
        A watch is a pattern over events. New articles are held against it as they come in, and the stored
        ones at once.
      </p>
      <form className="stack" onSubmit={submit}>
        <label>
          Name
          <input name="name" required maxLength={200} placeholder="Arms for Ukraine" />
        </label>
        <label>
          Pattern (YAML)
          <textarea
            name="pattern"
            rows={3}
            required
            className="code"
            defaultValue={'{type: AID, recipient: UKR}'}
            spellCheck={false}
          />
        </label>
        {add.isError && <Refusal error={add.error} />}
        <button type="submit" className="main" disabled={add.isPending}>
          Watch for it
        </button>
      </form>
      <Answer query={watches}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="dim">No watches yet.</p>}
            {items.map(({ id, name, pattern, means, created }) => (
              <section key={id} className="card" aria-label={name}>
                <h2>{name}</h2>
                <p>{means}</p>
                <p className="dim">
                  <code className="pattern">{pattern}</code> since {dayWords(created)}
                </p>
                <p className="buttons">
                  <button
                    type="button"
                    aria-expanded={chosen === id}
                    onClick={() => setSearch({ watch: chosen === id ? undefined : id })}
                  >
                    {chosen === id ? 'Hide what it found' : 'What it found'}
                  </button>
                  <button
                    type="button"
                    className="quiet"
                    onClick={() => end.mutate(id)}
                    disabled={end.isPending}
                  >
                    End this watch
                  </button>
                </p>
                {chosen === id && <Matches watch={id} />}
              </section>
            ))}
          </>
        )}
      </Answer>
      {end.isError && <Refusal error={end.error} />}
    </div>
  );
}

function Matches({ watch }: { watch: string }) {
  const query = useQuery({
    queryKey: ['watches', watch, 'matches'],
    queryFn: ({ signal }) =>
      get<Page<MatchRow>>(`watches/${watch}/matches`, new URLSearchParams({ limit: '100' }), signal),
  });
  return (
    <Answer query={query}>
      {({ items, total }) => (
        <>
          <p className="dim">{countWords(total, 'match', 'matches')}</p>
          {items.map(({ event, article, at, tell }, index) =>
            event === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a match without an event has no id
              <p key={`${article}${index}`} className="dim">
                {tell}: the article was coded again and the event went ({dayWords(at)})
              </p>
            ) : (
              <EventLine key={event.id} event={event} article={event.article.id} />
            ),
          )}
        </>
      )}
    </Answer>
  );
}

// Watches: patterns of the reader's own; each shows in plain words what it means and what it has found.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MatchRow, Page, WatchRow } from '../../../src/records/index.ts';
import { get, post, remove } from '../api.ts';
import { Answer, Refusal } from '../parts/answer.tsx';
import { EventLine } from '../parts/event-line.tsx';
import { WatchForm } from '../parts/watch-form.tsx';
import { firstOf } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countWords, dayWords } from '../words.ts';

const examples = [
  ['arms for Ukraine', '{type: AID, recipient: UKR, item: arms}'],
  ['attacks on a member of NATO', '{type: ASSAULT, recipient: "@NATO"}'],
  ['threats by North Korea', '{type: THREATEN, actor: PRK}'],
] as const;

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
  const chosen = firstOf(search, 'watch');
  return (
    <div className="page">
      <h1>Watches</h1>
      <p className="lead">
        A watch is a pattern over events. New articles are held against it as they come in, and the stored
        ones at once.
      </p>
      <WatchForm
        key={`${firstOf(search, 'pattern')}${add.data?.id ?? ''}`}
        given={firstOf(search, 'pattern')}
        isSending={add.isPending}
        onSend={(watch) => add.mutate(watch)}
      />
      <p className="dim">
        For instance:{' '}
        {examples.map(([name, pattern]) => (
          <Link key={name} to="/watches" search={{ pattern }} className="instance">
            {name}
          </Link>
        ))}
        . A pattern may say more than the lists offer: groups, sectors, places, days, several values.
      </p>
      {add.isError && <Refusal error={add.error} />}
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

// The feeds that the desk follows: when each was read last and with what result, when it comes next; paused, read now,
// or let go.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { FollowedFeed, Page } from '../../../src/records/index.ts';
import { get, patch, post, remove } from '../api.ts';
import { countWords, timeWords } from '../words.ts';
import { Answer, Refusal } from './answer.tsx';
import { Problems } from './job-line.tsx';

const rhythms = [
  [15, 'every quarter of an hour'],
  [30, 'every half hour'],
  [60, 'every hour'],
  [360, 'every six hours'],
  [1440, 'once a day'],
] as const;

export function FeedForm() {
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (feed: { url: string; every: number }) => post<FollowedFeed>('feeds', feed),
    onSuccess: () => client.invalidateQueries({ queryKey: ['feeds'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    add.mutate(
      { url: String(given.get('url')).trim(), every: Number(given.get('every')) },
      { onSuccess: () => form.reset() },
    );
  };
  return (
    <form className="stack" onSubmit={submit} aria-labelledby="follow">
      <h2 id="follow">Follow a feed</h2>
      <p className="dim">RSS, Atom or JSON. It is read at once and then again and again, politely.</p>
      <label>
        Address of the feed
        <input name="url" type="url" required placeholder="https://" />
      </label>
      <label>
        Read it
        <select name="every" defaultValue="30">
          {rhythms.map(([minutes, words]) => (
            <option key={minutes} value={minutes}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {add.isError && <Refusal error={add.error} />}
      <button type="submit" disabled={add.isPending}>
        Follow it
      </button>
    </form>
  );
}

export function FeedList() {
  const query = useQuery({ queryKey: ['feeds'], queryFn: () => get<Page<FollowedFeed>>('feeds') });
  return (
    <section aria-labelledby="feeds">
      <h2 id="feeds">Feeds that are followed</h2>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="dim">None yet.</p>
          ) : (
            <>
              {items.map((feed) => (
                <FeedCard key={feed.id} feed={feed} />
              ))}
            </>
          )
        }
      </Answer>
    </section>
  );
}

function FeedCard({ feed }: { feed: FollowedFeed }) {
  const { id, url, every, paused } = feed;
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['feeds'] });
  const pause = useMutation({
    mutationFn: () => patch<FollowedFeed>(`feeds/${id}`, { paused: !paused }),
    onSuccess: refresh,
  });
  const look = useMutation({
    mutationFn: () => post<FollowedFeed>(`feeds/${id}/look`, {}),
    onSuccess: refresh,
  });
  const end = useMutation({ mutationFn: () => remove(`feeds/${id}`), onSuccess: refresh });
  const fault = pause.error ?? look.error ?? end.error;
  const rhythm = rhythms.find(([minutes]) => minutes === every)?.[1] ?? `every ${every} minutes`;
  return (
    <article className="card feed" aria-label={url}>
      <p>
        <strong>{url}</strong> <span className="dim">{paused ? 'paused' : rhythm}</span>
      </p>
      <LastLook feed={feed} />
      <p className="buttons">
        <button type="button" onClick={() => look.mutate()} disabled={look.isPending}>
          {look.isPending ? 'Reading …' : 'Read it now'}
        </button>
        <button type="button" onClick={() => pause.mutate()} disabled={pause.isPending}>
          {paused ? 'Go on' : 'Pause'}
        </button>
        <button type="button" className="quiet" onClick={() => end.mutate()} disabled={end.isPending}>
          Remove
        </button>
      </p>
      {fault !== null && <Refusal error={fault} />}
    </article>
  );
}

function LastLook({ feed: { last, state, paused } }: { feed: FollowedFeed }) {
  const next = paused ? '' : ` Next: ${timeWords(Math.max(state.next, Date.now()))}.`;
  if (last === null) return <p className="dim">Not read yet.{next}</p>;
  const { at, result, articles, events, problems } = last;
  const words = {
    new: `${countWords(articles, 'article')}, ${countWords(events, 'new event')}`,
    same: 'nothing new',
    failed: 'failed',
  }[result];
  return (
    <>
      <p className="dim">
        {timeWords(at)}: <span className={result === 'failed' ? 'failed' : ''}>{words}</span>.{next}
      </p>
      <Problems of={problems} />
    </>
  );
}

// The desk's stream of news: progress of ingest jobs and matches of watches, over one connection for the whole page.

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { News } from '../../src/records/index.ts';

export type Match = Extract<News, { type: 'match' }>;
type Listener = (news: News) => void;

const listeners = new Set<Listener>();
let stream: EventSource | null = null;

/** Listens until the returned function is called; the connection stays open while anybody listens. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (stream === null) {
    stream = new EventSource('/api/stream');
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      const news = JSON.parse(data) as News;
      for (const one of listeners) one(news);
    };
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stream?.close();
    stream = null;
  };
}

/** The latest matches of watches; what the page shows is asked again once a job is done. */
export function useNews(): { matches: readonly Match[]; dismiss: (watch: string, event: string) => void } {
  const client = useQueryClient();
  const [matches, setMatches] = useState<readonly Match[]>([]);
  useEffect(
    () =>
      listen((news) => {
        if (news.type === 'match') setMatches((before) => [news, ...before].slice(0, 5));
        else if (news.type === 'feed') void client.invalidateQueries({ queryKey: ['feeds'] });
        else if (news.state === 'done' || news.state === 'failed') void client.invalidateQueries();
      }),
    [client],
  );
  const dismiss = (watch: string, event: string) =>
    setMatches((before) => before.filter((one) => one.watch !== watch || one.event.id !== event));
  return { matches, dismiss };
}

// The jobs that this page started, so that their progress is seen from every view; files dropped anywhere end here too.
import { useSyncExternalStore } from 'react';
import { post, postFile } from './api.ts';

export type StartedJob = { readonly job: string; readonly name: string };
type Started = { readonly accepted: number; readonly job: string };

let jobs: readonly StartedJob[] = [];
const listeners = new Set<() => void>();

function add(job: StartedJob): void {
  jobs = [job, ...jobs].slice(0, 50);
  for (const listener of listeners) listener();
}

export function useJobs(): readonly StartedJob[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => jobs,
  );
}

/** Sends files one after the other; what the desk refuses is thrown after those before it were taken. */
export async function sendFiles(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const { job } = await postFile<Started>(`ingest/file?name=${encodeURIComponent(file.name)}`, file);
    add({ job, name: file.name });
  }
}

export async function sendItem(item: Readonly<Record<string, string>>): Promise<void> {
  const { job } = await post<Started>('ingest', { items: [item] });
  const start = (item.text ?? '').trim().slice(0, 60);
  add({ job, name: item.title ?? item.url ?? `${start}${start.length === 60 ? ' …' : ''}` });
}

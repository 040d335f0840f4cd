// Ingesting in the background: articles are read, coded and stored a few at a time, one job after the other. What is
// stored already with the same versions is not coded again, so a job that was cut short can simply be started anew.
import { randomUUID } from 'node:crypto';
import { codeAll, coderVersion, type Source, type Tools } from '../../pipeline.ts';
import { type CasusRecord, type Job, type Problem, ProblemError, problem } from '../../records/index.ts';
import type { Added, NewRecord, Store } from '../../store/store.ts';
import type { Broadcast } from './broadcast.ts';
import { createStories } from './stories.ts';

export type Jobs = {
  /** Puts a job in line; `total` is how many articles are expected. */
  start(sources: AsyncIterable<Source>, total: number): Job;
  get(id: string): Job | null;
  /** Stores records that are coded already, at once. */
  take(records: readonly CasusRecord[]): Promise<Added>;
  /** Resolves with the job when it is over. */
  finished(id: string): Promise<Job>;
  /** Ends the running job after the articles that are being coded, and lets none begin. */
  close(): Promise<void>;
};
export type JobsOptions = {
  readonly store: Store;
  readonly tools: () => Promise<Tools>;
  readonly broadcast: Broadcast;
  /** What to do once records are stored, such as looking at the watches. */
  readonly afterAdd?: (records: readonly NewRecord[]) => Promise<void>;
};

const batch = 16;
const longestWaitMs = 1000;
const keptJobs = 200;
const keptProblems = 1000;

type Draft = { -readonly [Key in keyof Job]: Job[Key] } & { articles: string[]; problems: Problem[] };

export function createJobs({ store, tools, broadcast, afterAdd }: JobsOptions): Jobs {
  const jobs = new Map<string, Draft>();
  /** Of the jobs that are not over. */
  const ends = new Map<string, Promise<void>>();
  const storyOf = createStories(store);
  let line: Promise<void> = Promise.resolve();
  let isClosing = false;

  const progress = (job: Draft): void => {
    broadcast.tell({
      type: 'progress',
      job: job.id,
      done: job.done,
      total: Math.max(job.total, job.done),
      state: job.state,
    });
  };
  const tellProblems = (job: Draft, found: readonly Problem[]): void => {
    job.problems.push(...found.slice(0, Math.max(0, keptProblems - job.problems.length)));
  };

  const run = async (job: Draft, sources: AsyncIterable<Source>): Promise<void> => {
    job.state = 'running';
    progress(job);
    const opened = await tools();
    let waiting: NewRecord[] = [];
    let since = Date.now();
    const flush = async (): Promise<void> => {
      const records = waiting;
      waiting = [];
      since = Date.now();
      if (records.length === 0) return;
      await store.add(records);
      job.articles.push(...records.map(({ record }) => record.document.id));
      job.events += records.reduce((sum, { record }) => sum + record.events.length, 0);
      job.done += records.length;
      await afterAdd?.(records);
      progress(job);
    };
    let seen = 0;
    const fresh = async function* (): AsyncGenerator<Source> {
      for await (const source of sources) {
        if (isClosing) return;
        job.total = Math.max(job.total, ++seen);
        const { document } = source;
        if (document !== null && (await isCoded(document.id, opened))) {
          job.articles.push(document.id);
          job.done++;
          progress(job);
        } else yield source;
      }
    };
    for await (const { record, problems } of codeAll(fresh(), opened)) {
      tellProblems(job, record === null ? problems : record.problems);
      if (record === null) job.done++;
      else waiting.push({ record, story: await storyOf(record.document) });
      if (waiting.length >= batch || Date.now() - since > longestWaitMs) await flush();
    }
    await flush();
    if (isClosing)
      throw new ProblemError([
        problem(
          'stopped',
          'the desk was stopped',
          null,
          'start the same again: what is done is not done twice',
        ),
      ]);
    job.state = 'done';
    job.total = job.done;
  };

  const isCoded = async (id: string, { knowledge, model }: Tools): Promise<boolean> => {
    const version = await store.version(id);
    return (
      version !== null &&
      version.coder === coderVersion &&
      version.knowledge === knowledge.version &&
      version.model === model.version
    );
  };

  return {
    start: (sources, total) => {
      const job: Draft = {
        id: randomUUID(),
        state: 'waiting',
        done: 0,
        total,
        articles: [],
        events: 0,
        problems: [],
      };
      jobs.set(job.id, job);
      for (const [id, { state }] of jobs)
        if (jobs.size > keptJobs && state !== 'running' && state !== 'waiting') jobs.delete(id);
      line = line.then(async () => {
        try {
          await run(job, sources);
        } catch (error) {
          job.state = 'failed';
          tellProblems(
            job,
            error instanceof ProblemError
              ? error.problems
              : [problem('ingest-failed', (error as Error).message)],
          );
          if (!(error instanceof ProblemError)) process.stderr.write(`${(error as Error).stack}\n`);
        }
        progress(job);
        ends.delete(job.id);
      });
      ends.set(job.id, line);
      return { ...job };
    },
    get: (id) => {
      const job = jobs.get(id);
      return job === undefined ? null : { ...job };
    },
    close: async () => {
      isClosing = true;
      await line;
    },
    take: async (records) => {
      const news: NewRecord[] = [];
      for (const record of records) news.push({ record, story: await storyOf(record.document) });
      const added = await store.add(news);
      await afterAdd?.(news);
      return added;
    },
    finished: async (id) => {
      await ends.get(id);
      return { ...jobs.get(id)! };
    },
  };
}

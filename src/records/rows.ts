// The rows that a store answers with, made of the record types: what the API sends, and what the desk and the command
// line read. Described once, so that the OpenAPI document tells the same.
import { z } from 'zod';
import { commitmentSchema, eventSchema, recordSchema, statementSchema } from './event.ts';
import { problemSchema } from './problem.ts';

const names = z.array(z.string()).readonly();

export const articleHeadSchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  source: z.string().nullable(),
  url: z.string().nullable(),
});

/** An analyst's word on an event; what is null was left as the machine has it. */
export const correctionSchema = z.object({
  id: z.string(),
  event: z.string(),
  made: z.string(),
  reason: z.string(),
  reject: z.boolean(),
  type: z.string().nullable(),
  mode: z.string().nullable(),
  actors: names.nullable(),
  recipients: names.nullable(),
  when: z.string().nullable(),
});

export const eventRowSchema = eventSchema.extend({
  article: articleHeadSchema,
  correction: correctionSchema.nullable(),
});
export const statementRowSchema = statementSchema.extend({ article: articleHeadSchema });
export const commitmentRowSchema = commitmentSchema.extend({
  article: articleHeadSchema,
  /** Every place where it was said, the first one first. */
  sources: z
    .array(z.object({ document: z.string(), commitment: z.string(), date: z.string().nullable() }))
    .readonly(),
});
export const articleRowSchema = articleHeadSchema.extend({
  story: z.string(),
  events: z.int(),
  statements: z.int(),
  commitments: z.int(),
  problems: z.int(),
});
export const articleVersionSchema = recordSchema.shape.version.extend({
  coded: z.string(),
  current: z.boolean(),
});
export const storedArticleSchema = recordSchema.extend({
  story: z.string(),
  corrections: z.array(correctionSchema).readonly(),
  versions: z.array(articleVersionSchema).readonly(),
});
export const storyRowSchema = z.object({
  story: z.string(),
  title: z.string().nullable(),
  articles: z.int(),
  /** Null when none of its articles names one. */
  sources: names.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  events: z.int(),
});
export const sourceRowSchema = z.object({
  source: z.string(),
  articles: z.int(),
  events: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export const countRowSchema = z.object({
  key: z.string(),
  count: z.int(),
  conflict: z.int(),
  cooperation: z.int(),
  /** Mean PLOVER score of the events. */
  score: z.number(),
});
export const facetValueSchema = z.object({ value: z.string(), count: z.int() });

export const watchSchema = z.object({
  id: z.string(),
  name: z.string(),
  pattern: z.string(),
  created: z.string(),
});
/** A watch with its pattern in plain words. */
export const watchRowSchema = watchSchema.extend({ means: z.string() });
/** A match with its event as it stands now; null when the article was coded again and it went. */
export const matchRowSchema = z.object({
  watch: z.string(),
  article: z.string(),
  tell: z.string(),
  at: z.string(),
  event: eventRowSchema.nullable(),
});

/** A question that is kept under a name: the view it is asked in and its query string. */
export const savedQuerySchema = z.object({
  id: z.string(),
  name: z.string(),
  view: z.enum(['events', 'statements']),
  query: z.string(),
  saved: z.string(),
});

/** What is remembered of a feed between two looks, and between two runs. */
export const feedStateSchema = z.object({
  etag: z.string().nullable(),
  modified: z.string().nullable(),
  failures: z.int(),
  /** Not before this time, in milliseconds since 1970. */
  next: z.number(),
});
/** A feed that is followed, and what the last look at it gave. */
export const followedFeedSchema = z.object({
  id: z.string(),
  url: z.string(),
  /** Minutes between two looks. */
  every: z.number(),
  paused: z.boolean(),
  added: z.string(),
  state: feedStateSchema,
  last: z
    .object({
      at: z.string(),
      /** `new`: articles came; `same`: the server says that nothing changed. */
      result: z.enum(['new', 'same', 'failed']),
      articles: z.int(),
      events: z.int(),
      problems: z.array(problemSchema).readonly(),
    })
    .nullable(),
});

export const jobSchema = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.int(),
  /** Articles seen so far; it grows while a file is still being read. */
  total: z.int(),
  articles: names,
  events: z.int(),
  problems: z.array(problemSchema).readonly(),
});
/** What the stream of news tells: how far a job is, what a watch found, how a look at a feed went. */
export const newsSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    job: z.string(),
    done: z.int(),
    total: z.int(),
    state: jobSchema.shape.state,
  }),
  z.object({
    type: z.literal('match'),
    watch: z.string(),
    name: z.string(),
    tell: z.string(),
    event: eventRowSchema,
  }),
  z.object({ type: z.literal('feed'), feed: followedFeedSchema }),
]);
export const healthSchema = z.object({
  ok: z.literal(true),
  version: z.string(),
  knowledge: z.object({ version: z.string(), date: z.string() }),
  articles: z.int(),
  events: z.int(),
});

export type ArticleHead = Readonly<z.infer<typeof articleHeadSchema>>;
export type Correction = Readonly<z.infer<typeof correctionSchema>>;
export type EventRow = Readonly<z.infer<typeof eventRowSchema>>;
export type StatementRow = Readonly<z.infer<typeof statementRowSchema>>;
export type CommitmentRow = Readonly<z.infer<typeof commitmentRowSchema>>;
export type ArticleRow = Readonly<z.infer<typeof articleRowSchema>>;
export type ArticleVersion = Readonly<z.infer<typeof articleVersionSchema>>;
export type StoredArticle = Readonly<z.infer<typeof storedArticleSchema>>;
export type StoryRow = Readonly<z.infer<typeof storyRowSchema>>;
export type SourceRow = Readonly<z.infer<typeof sourceRowSchema>>;
export type CountRow = Readonly<z.infer<typeof countRowSchema>>;
export type FacetValue = Readonly<z.infer<typeof facetValueSchema>>;
export type Watch = Readonly<z.infer<typeof watchSchema>>;
export type WatchRow = Readonly<z.infer<typeof watchRowSchema>>;
export type MatchRow = Readonly<z.infer<typeof matchRowSchema>>;
export type SavedQuery = Readonly<z.infer<typeof savedQuerySchema>>;
export type FeedState = Readonly<z.infer<typeof feedStateSchema>>;
export type FollowedFeed = Readonly<z.infer<typeof followedFeedSchema>>;
export type Job = Readonly<z.infer<typeof jobSchema>>;
export type News = Readonly<z.infer<typeof newsSchema>>;
export type Health = Readonly<z.infer<typeof healthSchema>>;
export type Facets = Readonly<Record<string, readonly FacetValue[]>>;

/** A page of a list: `next` is the cursor of the page after it, null on the last one. */
export type Page<T> = {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
};

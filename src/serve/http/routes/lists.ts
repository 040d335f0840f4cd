// The lists and counts: a question in the query string, a page of JSON back.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  articleRowSchema,
  commitmentRowSchema,
  countRowSchema,
  eventRowSchema,
  facetValueSchema,
  ProblemError,
  problem,
  sourceRowSchema,
  statementRowSchema,
  storedArticleSchema,
  storyRowSchema,
} from '../../../records/index.ts';
import type { Filter, Page, Paging } from '../../../store/store.ts';
import { refreshCommitments } from '../commitments.ts';
import type { Desk } from '../desk.ts';
import { countsSchema, filterSchema, pageSchema, readFilter, readPaging } from '../query.ts';
import { listOf } from '../zod-schemas.ts';

const idSchema = z.strictObject({ id: z.string().max(200) });

export function addLists(app: FastifyInstance, desk: Desk): void {
  const { store, knowledge } = desk;
  const list = (
    name: string,
    summary: string,
    item: z.ZodType,
    read: (filter: Filter, paging: Paging) => Promise<Page<unknown>>,
  ): void => {
    const schema = { summary, querystring: pageSchema, response: listOf(item) };
    app.get(`/api/${name}`, { schema }, async (request) => {
      const query = request.query as z.output<typeof pageSchema>;
      return read(readFilter(query, knowledge), readPaging(query));
    });
  };
  list('events', 'Events, newest first', eventRowSchema, (filter, paging) => store.events(filter, paging));
  list('articles', 'Articles, newest first', articleRowSchema, (filter, paging) =>
    store.articles(filter, paging),
  );
  list('statements', 'Who said what, newest first', statementRowSchema, (filter, paging) =>
    store.statements(filter, paging),
  );
  list('stories', 'Articles that tell the same, as one story', storyRowSchema, (filter, paging) =>
    store.stories(filter, paging),
  );
  list('sources', 'Where the articles come from', sourceRowSchema, (filter, paging) =>
    store.sources(filter, paging),
  );
  list(
    'commitments',
    'Promises, threats, warnings and denials, and what became of them',
    commitmentRowSchema,
    async (filter, paging) => {
      await refreshCommitments(store, knowledge);
      return store.commitments(filter, paging);
    },
  );
  app.get(
    '/api/events/:id',
    { schema: { summary: 'One event', params: idSchema, response: { 200: eventRowSchema } } },
    async (request) => {
      const { id } = request.params as z.output<typeof idSchema>;
      return (await store.event(id)) ?? missing('event', id);
    },
  );
  app.get(
    '/api/articles/:id',
    {
      schema: {
        summary: "One article's whole record",
        params: idSchema,
        response: { 200: storedArticleSchema },
      },
    },
    async (request) => {
      const { id } = request.params as z.output<typeof idSchema>;
      return (await store.article(id)) ?? missing('article', id);
    },
  );
  app.get(
    '/api/facets',
    {
      schema: {
        summary: 'What a filter could be narrowed by',
        querystring: filterSchema,
        response: { 200: z.record(z.string(), z.array(facetValueSchema)) },
      },
    },
    async (request) => store.facets(readFilter(request.query as z.output<typeof filterSchema>, knowledge)),
  );
  app.get(
    '/api/counts',
    {
      schema: {
        summary: 'Counts by time, party, dyad, ...',
        querystring: countsSchema,
        response: { 200: z.object({ rows: z.array(countRowSchema) }) },
      },
    },
    async (request) => {
      const { by, ...query } = request.query as z.output<typeof countsSchema>;
      return { rows: await store.counts(by, readFilter(query, knowledge)) };
    },
  );
}

export function missing(what: string, id: string): never {
  throw new ProblemError([problem('not-found', `there is no ${what} "${id}"`, null, null)]);
}

// What Casus does for a language model: each tool asks the HTTP API and hands back its answer with the citations.

import { z } from 'zod';
import type { Job } from '../../records/index.ts';
import type { EventRow, Page } from '../../store/store.ts';
import type { Api } from '../cli/api.ts';
import { checkQuestion, obligedQuestion, whatifQuestion } from '../http/routes/law.ts';

export type McpTool = {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly run: (input: Readonly<Record<string, unknown>>) => Promise<object>;
};

const codeInput = z.object({
  text: z.string().min(1).max(200_000).describe('an article, or a sentence'),
  title: z.string().max(1000).optional(),
  published: z.iso.date().optional().describe('YYYY-MM-DD; "on Monday" is counted from it'),
});
const text = z.string().optional();
const searchInput = z.object({
  party: text.describe('code or name, on either side'),
  actor: text,
  recipient: text,
  dyad: text.describe('RUS-UKR, either direction'),
  type: text.describe('PLOVER type such as AID, SANCTION, ASSAULT'),
  item: text.describe('category of goods'),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  q: text.describe('words of the evidence or headline'),
  limit: z.int().min(1).max(100).default(20),
  cursor: text.describe('`next` of the page before'),
});

/** The five tools over a store; `api` is the desk's that is running, or one in this process. */
export function mcpTools(api: Api): McpTool[] {
  const post = (path: string) => (body: Readonly<Record<string, unknown>>) =>
    api.json<object>(path, { method: 'POST', body });
  return [
    {
      name: 'code_text',
      description:
        'Codes an article into events (who did what to whom, PLOVER and CAMEO), statements and commitments, each with the exact words it rests on. The article is kept in the store.',
      input: codeInput,
      run: async (item) => {
        const { job } = await api.json<{ job: string }>('/api/ingest', {
          method: 'POST',
          body: { items: [item] },
        });
        const { articles, problems } = await finished(api, job);
        return {
          records: await Promise.all(articles.map((id) => api.json<object>(`/api/articles/${id}`))),
          problems,
        };
      },
    },
    {
      name: 'search_events',
      description:
        'Searches the coded events of the store. Each comes with its evidence, reason and article to cite.',
      input: searchInput,
      run: async (input) => {
        const query = new URLSearchParams();
        for (const [key, value] of Object.entries(input))
          if (value !== undefined) query.set(key, String(value));
        const page = await api.json<Page<EventRow>>(`/api/events?${query}`);
        return { ...page, items: page.items.map(cite) };
      },
    },
    {
      name: 'check_transfer',
      description:
        'May this be supplied by that one to this one on that day, under UN, EU and OSCE measures? Gives the verdict with measures, exceptions and cited paragraphs. Not legal advice.',
      input: checkQuestion,
      run: post('/api/check'),
    },
    {
      name: 'who_is_obliged',
      description:
        'Who must help, consult or stay out when one is attacked by another on that day, by which treaty article, and who need not.',
      input: obligedQuestion,
      run: post('/api/obliged'),
    },
    {
      name: 'what_if',
      description:
        "Assumes that a sentence comes true and follows the rules: treaties called up, prohibitions, and the store's commitments that it triggers, keeps or breaks.",
      input: whatifQuestion,
      run: post('/api/whatif'),
    },
  ];
}

/** What a model needs to quote an event rightly. */
function cite({
  id,
  type,
  mode,
  quad,
  cameo,
  score,
  actors,
  recipients,
  items,
  auxiliary,
  when,
  place,
  evidence,
  statement,
  because,
  article,
  correction,
}: EventRow): object {
  const sides = (parties: EventRow['actors']) =>
    parties.map(({ name, country, sectors }) => ({ name, country, sectors }));
  return {
    id,
    type,
    mode,
    quad,
    cameo,
    score,
    actors: sides(actors),
    recipients: sides(recipients),
    items: items.map(({ category }) => category),
    auxiliary,
    when,
    place: place?.text ?? null,
    claimed: statement !== null,
    evidence: evidence.text,
    because,
    citation: article,
    correction,
  };
}

async function finished(api: Api, id: string): Promise<Job> {
  for (;;) {
    const job = await api.json<Job>(`/api/jobs/${id}`);
    if (job.state === 'done' || job.state === 'failed') return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// An analyst's corrections: kept beside the machine's record with the reason, never over it, and exported as gold.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { correctionSchema, eventTypes } from '../../../records/index.ts';
import type { Correction, EventRow } from '../../../store/store.ts';
import type { Desk } from '../desk.ts';
import { missing } from './lists.ts';

const parties = z.array(z.string().min(1).max(200)).max(50);
const bodySchema = z
  .strictObject({
    type: z.enum(eventTypes).optional(),
    mode: z.string().max(50).nullable().optional(),
    actors: parties.optional().describe('codes or names'),
    recipients: parties.optional(),
    when: z.iso.date('write a day as YYYY-MM-DD').optional(),
    reject: z.boolean().optional().describe('the event is none at all'),
    reason: z.string().trim().min(1, 'say why').max(2000),
  })
  .refine(({ reason: _, ...rest }) => Object.keys(rest).length > 0, 'nothing is corrected');
const idSchema = z.strictObject({ id: z.string().max(200) });

export function addCorrections(app: FastifyInstance, { store }: Desk): void {
  app.post(
    '/api/events/:id/corrections',
    {
      schema: {
        summary: 'Corrects an event, with a reason',
        params: idSchema,
        body: bodySchema,
        response: { 201: correctionSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params as z.output<typeof idSchema>;
      const {
        type = null,
        mode = null,
        actors = null,
        recipients = null,
        when = null,
        reject = false,
        reason,
      } = request.body as z.output<typeof bodySchema>;
      if ((await store.event(id)) === null) missing('event', id);
      return reply
        .status(201)
        .send(await store.correct({ event: id, reason, reject, type, mode, actors, recipients, when }));
    },
  );
  app.get(
    '/api/gold.jsonl',
    {
      schema: {
        summary: 'Corrected events, a JSON line each: what the machine said, what is right, and why',
      },
    },
    async (_request, reply) => {
      const latest = new Map((await store.corrections()).map((one) => [one.event, one]));
      const lines: string[] = [];
      for (const correction of latest.values()) {
        const event = await store.event(correction.event);
        if (event !== null) lines.push(`${JSON.stringify(goldLine(event, correction))}\n`);
      }
      return reply
        .type('application/x-ndjson')
        .header('content-disposition', 'attachment; filename="gold.jsonl"')
        .send(lines.join(''));
    },
  );
}

/** `gold` is null where the analyst rejected the event. */
function goldLine(
  { article, correction: _, ...machine }: EventRow,
  { reject, type, mode, actors, recipients, when, reason, made }: Correction,
) {
  const named = (given: readonly string[] | null, own: EventRow['actors']): string[] => [
    ...(given ?? own.map(({ country, name }) => country ?? name)),
  ];
  const gold = reject
    ? null
    : {
        type: type ?? machine.type,
        mode: mode ?? (type === null ? machine.mode : null),
        actors: named(actors, machine.actors),
        recipients: named(recipients, machine.recipients),
        when: when ?? machine.when?.from ?? null,
      };
  return { id: machine.id, article, text: machine.evidence.text, machine, gold, reason, made };
}

// POST /api/check, /api/obliged and /api/whatif: the same answers as the commands of those names.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { check } from '../../../link/check.ts';
import { lawOf } from '../../../link/law.ts';
import { obliged } from '../../../link/obliged.ts';
import { assumeText } from '../assume-text.ts';
import type { Desk } from '../desk.ts';

const day = z.iso.date('write a day as YYYY-MM-DD');
const name = z.string().min(1).max(200);
export const checkQuestion = z.strictObject({
  from: name.describe('who supplies: a code or a name'),
  to: name.describe('who gets it'),
  item: name.describe('what is supplied'),
  date: day,
  direction: z
    .enum(['to', 'from'])
    .optional()
    .describe('the side under measures; both are looked at without it'),
});
export const obligedQuestion = z.strictObject({
  attacked: name,
  attacker: name,
  date: day,
  where: name.optional().describe('place of the attack; its own territory without it'),
});
export const whatifQuestion = z.strictObject({
  text: z.string().min(1).max(5000).describe('one plain sentence'),
  date: day.optional(),
});

export function addLaw(app: FastifyInstance, desk: Desk): void {
  const law = lawOf(desk.knowledge);
  app.post(
    '/api/check',
    { schema: { summary: 'May this be supplied by that one to this one on that day?', body: checkQuestion } },
    async (request) => check(request.body as z.output<typeof checkQuestion>, law),
  );
  app.post(
    '/api/obliged',
    { schema: { summary: 'Who must help when one is attacked?', body: obligedQuestion } },
    async (request) => {
      const { where, ...asked } = request.body as z.output<typeof obligedQuestion>;
      return obliged({ ...asked, where }, law);
    },
  );
  app.post(
    '/api/whatif',
    { schema: { summary: 'What follows if this comes true?', body: whatifQuestion } },
    async (request) => {
      const { text, date } = request.body as z.output<typeof whatifQuestion>;
      return assumeText(text, date ?? new Date().toISOString().slice(0, 10), desk);
    },
  );
}

// /api/check, /api/obliged and /api/whatif, by GET or POST: the same answers as the commands of those names.
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
  /** The same question in the address, as the desk's pages link to it, or in the body. */
  const question = <T extends z.ZodType>(
    path: string,
    summary: string,
    schema: T,
    answer: (asked: z.output<T>) => unknown,
  ): void => {
    app.get(path, { schema: { summary, querystring: schema } }, async (request) =>
      answer(request.query as z.output<T>),
    );
    app.post(path, { schema: { summary, body: schema } }, async (request) =>
      answer(request.body as z.output<T>),
    );
  };
  question(
    '/api/check',
    'May this be supplied by that one to this one on that day?',
    checkQuestion,
    (asked) => check(asked, law),
  );
  question('/api/obliged', 'Who must help when one is attacked?', obligedQuestion, ({ where, ...asked }) =>
    obliged({ ...asked, where }, law),
  );
  question('/api/whatif', 'What follows if this comes true?', whatifQuestion, ({ text, date }) =>
    assumeText(text, date ?? new Date().toISOString().slice(0, 10), desk),
  );
}

// GET /api/export: the events of a filter, or the records they stand in, as a file in one of the layouts. See docs/exports.md.
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { CasusRecord } from '../../../records/index.ts';
import { exportEvents, exportFiles, exportFormats } from '../../../store/exports/export-events.ts';
import { codesOf } from '../codes.ts';
import type { Desk } from '../desk.ts';
import { filterShape, readFilter } from '../query.ts';

const querySchema = z.strictObject({
  ...filterShape,
  format: z.enum(exportFormats),
  compound: z
    .enum(['explode', 'list'])
    .default('explode')
    .describe('several actors or recipients: a row a pair, or one row with lists'),
});

export function addExport(app: FastifyInstance, { store, knowledge }: Desk): void {
  const codes = codesOf(knowledge);
  app.get(
    '/api/export',
    { schema: { summary: 'Events as a file', querystring: querySchema } },
    async (request, reply) => {
      const { format, compound, ...query } = request.query as z.output<typeof querySchema>;
      const filter = readFilter(query, knowledge);
      const { name, type } = exportFiles[format];
      reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
      if (format === 'records')
        return reply.send(Readable.from(inPortions(recordLines(store.eachRecord(filter)))));
      if (format !== 'parquet' && format !== 'records-parquet')
        return reply.send(
          Readable.from(
            inPortions(
              exportEvents(store.eachEvent(filter), format, {
                codes,
                explode: compound === 'explode',
                dyads: knowledge.events.dyads,
              }),
            ),
          ),
        );
      const folder = await mkdtemp(join(tmpdir(), 'casus-export-'));
      const file = join(folder, name);
      try {
        await store.writeParquet(file, filter, format === 'parquet' ? 'events' : 'records');
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
      const stream = createReadStream(file);
      stream.on('close', () => void rm(folder, { recursive: true, force: true }));
      return reply.send(stream);
    },
  );
}

async function* recordLines(records: AsyncIterable<CasusRecord>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`;
}

/** Short lines are sent together. */
async function* inPortions(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let portion = '';
  for await (const line of lines) {
    portion += line;
    if (portion.length < 65_536) continue;
    yield portion;
    portion = '';
  }
  if (portion !== '') yield portion;
}

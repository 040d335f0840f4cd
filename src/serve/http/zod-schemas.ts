// Lets Fastify check requests with zod, and describes the same schemas to OpenAPI.
import type { FastifyInstance, FastifySchema } from 'fastify';
import { z } from 'zod';
import { ProblemError, problem } from '../../records/index.ts';

export function addZod(app: FastifyInstance): void {
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart }) => (value) => {
    const read = schema.safeParse(value ?? {});
    if (read.success) return { value: read.data };
    const issue = read.error.issues[0]!;
    const path = issue.path.join('.');
    const place = path === '' ? (httpPart ?? 'request') : path;
    return {
      error: new ProblemError([problem('bad-request', `${place}: ${issue.message}`, null, 'see /api/docs')]),
    };
  });
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
}

const errorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() }),
});

/** The response of a list: a page of these. */
export function listOf(item: z.ZodType): { readonly 200: z.ZodType } {
  return { 200: z.object({ items: z.array(item), next: z.string().nullable(), total: z.int() }) };
}

/** A route's zod schemas as JSON Schema, for the OpenAPI document only. */
export function describeSchema(schema: FastifySchema): FastifySchema {
  const parts = ['querystring', 'body', 'params'] as const;
  const described: Record<string, unknown> = { ...schema };
  for (const part of parts) if (schema[part] instanceof z.ZodType) described[part] = toJson(schema[part]);
  const answers = Object.entries((schema.response ?? { 200: {} }) as Record<string, unknown>).map(
    ([status, one]) => [
      status,
      { description: 'OK', ...(one instanceof z.ZodType ? toJson(one) : (one as object)) },
    ],
  );
  described.response = {
    ...Object.fromEntries(answers),
    '4xx': { description: 'What was wrong, and what to do', ...toJson(errorSchema) },
  };
  return described as FastifySchema;
}

function toJson(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json;
}

// The one shape of an error, and the HTTP status that fits a Problem.
import type { FastifyError, FastifyInstance } from 'fastify';
import { type Problem, ProblemError } from '../../records/index.ts';

export type ErrorBody = {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string | null };
};

const statuses: Readonly<Record<string, number>> = {
  'not-found': 404,
  'store-busy': 409,
  unauthorised: 401,
  forbidden: 403,
  'too-large': 413,
  'too-many': 429,
};

export function statusOf({ code }: Pick<Problem, 'code'>): number {
  return statuses[code] ?? 400;
}

export function errorBody({ code, message, hint }: Pick<Problem, 'code' | 'message' | 'hint'>): ErrorBody {
  return { error: { code, message, hint } };
}

export function addErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | ProblemError, request, reply) => {
    if (error instanceof ProblemError) {
      const [first] = error.problems;
      const others = error.problems.slice(1).map(({ message }) => message);
      const body = errorBody({ ...first!, message: [first!.message, ...others].join('; ') });
      return reply.status(statusOf(first!)).send(body);
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      // Ours, not the reader's: the cause goes to the terminal, never to the page.
      process.stderr.write(`${request.method} ${request.url}: ${error.stack ?? error.message}\n`);
      return reply.status(500).send(
        errorBody({
          code: 'internal',
          message: 'something went wrong in Casus',
          hint: 'the terminal says what',
        }),
      );
    }
    const code = status === 413 ? 'too-large' : status === 415 ? 'bad-content-type' : 'bad-request';
    return reply.status(status).send(errorBody({ code, message: error.message, hint: null }));
  });
}

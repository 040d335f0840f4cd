// The one error type. Bad input becomes a Problem on its document; bad knowledge stops at start-up; bad code throws.
import { z } from 'zod';

export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  place: z.string().nullable(),
  hint: z.string().nullable(),
});

/** What came, what was wanted, where, and what to do. `code` is stable and kebab-case. */
export type Problem = Readonly<z.infer<typeof problemSchema>>;

/** Carries one or more problems through a throw. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: { cause?: unknown }) {
    super(problems.map(formatProblem).join('\n'), options);
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** Makes a problem; `place` is a file, a file:line or a document id. */
export function problem(
  code: string,
  message: string,
  place: string | null = null,
  hint: string | null = null,
): Problem {
  return { code, message, place, hint };
}

/** One line for a person: `place: message (hint)`. */
export function formatProblem({ message, place, hint }: Problem): string {
  return `${place === null ? '' : `${place}: `}${message}${hint === null ? '' : ` (${hint})`}`;
}

// What one lexicon file may hold. Keys are closed: a misspelt key is refused.
import { z } from 'zod';
import { eventTypes } from '../../records/event.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'an id is lower-case letters, digits, dots and hyphens');
const cameo = z.string().regex(/^\d{2,4}$/, 'a CAMEO code is 2 to 4 digits in quotes');

export const actSchema = z.strictObject({
  id,
  type: z.enum([...eventTypes, 'NONE']),
  mode: z.string().nullable().default(null),
  contexts: z.array(z.string()).default([]),
  cameo: cameo.optional(),
  patterns: z.array(z.string()).min(1),
  /** Who acts: the pattern's A, or the speaker of the statement in which the words stand. */
  actor: z.enum(['pattern', 'speaker']).default('pattern'),
  needs: z.enum(['party', 'both', 'public-actor']).default('party'),
  confidence: z.number().min(0).max(1).default(0.9),
  examples: z.array(z.string()).default([]),
  not: z.array(z.string()).default([]),
  source: z.string().optional(),
  note: z.string().optional(),
});

export const operatorSchema = z.strictObject({
  id,
  operator: z.string(),
  patterns: z.array(z.string()).min(1),
  confidence: z.number().min(0).max(1).default(0.9),
  contexts: z.array(z.string()).default([]),
  examples: z.array(z.string()).default([]),
  not: z.array(z.string()).default([]),
  source: z.string().optional(),
  note: z.string().optional(),
});

export const classSchema = z.strictObject({
  class: z.string().regex(/^[a-z][a-z0-9.-]*$/),
  words: z.array(z.coerce.string()).min(1),
  source: z.string().optional(),
  note: z.string().optional(),
});

export type Act = z.output<typeof actSchema>;
export type Operator = z.output<typeof operatorSchema>;
export type NounClass = z.output<typeof classSchema>;

/** `RUS + CHN > USA: sentence`, with a type first for operators: `THREATEN RUS > UKR: sentence`. */
export type Example = {
  readonly type: string | null;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly sentence: string;
};

const code = String.raw`(?:[A-Z]{3}|\*|\?|-)`;
const examplePattern = new RegExp(
  String.raw`^(?:([A-Z]{3,9})\s+)?(${code}(?:\s*[+,&]\s*${code})*)(?:\s*>\s*(${code}(?:\s*[+,&]\s*${code})*)?)?\s*:\s+(\S.*)$`,
  's',
);

/** Reads an example line; null when it isn't one. */
export function parseExample(line: string): Example | null {
  const match = examplePattern.exec(line.trim());
  if (match === null) return null;
  const codes = (text: string | undefined): string[] =>
    (text ?? '')
      .split(/\s*[+,&]\s*/)
      .filter((one) => one !== '' && one !== '*' && one !== '?' && one !== '-');
  return {
    type: match[1] ?? null,
    actors: codes(match[2]),
    recipients: codes(match[3]),
    sentence: match[4]!,
  };
}

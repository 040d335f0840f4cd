// Reads golden articles and their hand-made codings, from test/golden (see its README for the fields) or test/golden-held.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { auxiliaryModes, eventTypes } from '../src/records/index.ts';

export const goldenFolder = 'test/golden';
/** The second set, which nobody may tune to. */
export const heldFolder = 'test/golden-held';
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written 2024-04-24');
const oneOrMore = <S extends z.ZodType>(schema: S) =>
  z.union([schema, z.array(schema).min(1)]).transform((value) => [value].flat() as z.output<S>[]);
const party = z
  .string()
  .regex(/^(\*|[A-Z]{3})(\|(\*|[A-Z]{3}))*$/, 'codes of three capitals or *, alternatives after |');

const goldenEventSchema = z.strictObject({
  type: oneOrMore(z.enum(eventTypes)),
  actors: z.array(party).min(1),
  recipients: z.array(party),
  evidence: oneOrMore(z.string().min(1)),
  reciprocal: z.boolean().default(false),
  mode: oneOrMore(z.string().nullable()).optional(),
  auxiliary: z
    .array(
      z.enum([...auxiliaryModes, ...auxiliaryModes.map((mode): `${typeof mode}?` => `${mode}?` as const)]),
    )
    .default([]),
  when: z.union([day, z.strictObject({ from: day, to: day })]).optional(),
  contexts: z.array(z.string()).default([]),
  cameo: z.string().optional(),
  items: z.array(z.string()).optional(),
  place: z.string().optional(),
  must: z.boolean().default(true),
});
const goldenSchema = z.strictObject({
  published: day,
  kind: z.string(),
  note: z.string().optional(),
  events: z.array(goldenEventSchema),
});

export type GoldenEvent = z.output<typeof goldenEventSchema>;
export type GoldenArticle = z.output<typeof goldenSchema> & {
  readonly id: string;
  readonly file: string;
  readonly bytes: Uint8Array;
};

/** All golden articles in the order of their names; a coding that is malformed throws with its file and place. */
export function readGolden(folder = goldenFolder): GoldenArticle[] {
  const names = readdirSync(folder).sort();
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const id = name.replace(/\.yaml$/, '');
      const article = names.find((one) => one !== name && one.startsWith(`${id}.`));
      if (article === undefined) throw new Error(`${folder}/${name} has no article ${id}.txt or ${id}.html`);
      const coding = goldenSchema.safeParse(parse(readFileSync(join(folder, name), 'utf8')));
      if (!coding.success) throw new Error(`${folder}/${name}: ${z.prettifyError(coding.error)}`);
      return { ...coding.data, id, file: article, bytes: readFileSync(join(folder, article)) };
    });
}

// An article as it was read: clean text in typed blocks, and what is known about it.
import { z } from 'zod';

export const blockKinds = [
  'headline',
  'byline',
  'dateline',
  'caption',
  'paragraph',
  'quote',
  'list',
  'link',
  'boilerplate',
  'repeat',
] as const;

/** Only these kinds are coded; the rest is kept so that a reader can see it. */
export const codedBlockKinds: ReadonlySet<BlockKind> = new Set(['headline', 'paragraph', 'quote', 'list']);

export const blockSchema = z.object({
  kind: z.enum(blockKinds),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

export const documentSchema = z.object({
  id: z.string(),
  url: z.string().nullable(),
  source: z.string().nullable(),
  title: z.string().nullable(),
  /** ISO date YYYY-MM-DD, or null when unknown: then relative times stay unresolved. */
  published: z.string().nullable(),
  language: z.string().nullable(),
  text: z.string(),
  blocks: z.array(blockSchema),
});

export type BlockKind = (typeof blockKinds)[number];
export type Block = Readonly<z.infer<typeof blockSchema>>;
export type Document = Readonly<Omit<z.infer<typeof documentSchema>, 'blocks'>> & {
  readonly blocks: readonly Block[];
};

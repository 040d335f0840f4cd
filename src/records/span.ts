// A stretch of a document's clean text. Offsets are half-open UTF-16 units, and the words travel with them.
import { z } from 'zod';

export const spanSchema = z.object({
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

/** A stretch of text: `text === document.text.slice(start, end)`. */
export type Span = Readonly<z.infer<typeof spanSchema>>;

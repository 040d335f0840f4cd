// Content hashes: the same article coded twice gives the same ids.
import { createHash } from 'node:crypto';

/** A letter for the kind and 15 hex digits over the parts. */
export function hash(kind: string, ...parts: readonly (string | number)[]): string {
  return kind + createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 15);
}

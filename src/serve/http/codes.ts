// The codes that exports need, out of the knowledge.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Codes } from '../../store/exports/rows.ts';

export function codesOf({ actors, events }: Knowledge): Codes {
  return {
    state: (code) => actors.byCode(code),
    cameo: (code) => events.cameo[code]?.label ?? null,
  };
}

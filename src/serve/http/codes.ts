// The codes that exports need, out of the knowledge.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Codes } from '../../store/exports/rows.ts';

export function codesOf({ actors, events }: Knowledge): Codes {
  return {
    state: (code) => actors.byCode(code),
    name: (code) => actors.nameOf(code),
    group: (code) => actors.cameoOrganisation(code),
    cameo: (code) => events.cameo[code]?.label ?? null,
    goldstein: (code) => {
      for (let at = code.length; at >= 2; at--) {
        const found = events.goldstein[code.slice(0, at)];
        if (found !== undefined) return found;
      }
      return null;
    },
    quadClass: (code) => events.quadClasses[code.slice(0, 2)] ?? null,
  };
}

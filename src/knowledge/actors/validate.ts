// What must hold over all actor files together: closed codes, unique ids, no state's name claimed twice in silence.
import { type Problem, problem } from '../../records/problem.ts';
import type { Draft } from './draft.ts';
import { nameKey } from './name-key.ts';

/** Codes that stand in a country's place. */
export const organisationCodes: ReadonlySet<string> = new Set(['UNO', 'EUN', 'NAT', 'IGO']);

export function findActorProblems(draft: Draft): Problem[] {
  return [...findOpenCodes(draft), ...findDoubles(draft), ...findSharedNames(draft)];
}

/** Codes of countries, sectors and offices that no table has; `agentPlace` tells where an agent stands. */
export function findOpenCodes(
  draft: Draft,
  agentPlace: (head: string) => string = (head) => `agents (${head})`,
): Problem[] {
  const codes = new Set([...draft.states.map(({ code }) => code), ...organisationCodes]);
  const problems: Problem[] = [];
  const check = (kind: string, code: string, known: boolean, place: string | null) => {
    if (!known) problems.push(problem('unknown-code', `${kind} ${code} is not known`, place));
  };
  draft.entities.forEach((entity, i) => {
    const place = `${draft.files[i]} (${entity.name})`;
    for (const { country, sectors } of [entity, ...(entity.tenures ?? [])]) {
      if (country !== null) check('country', country, codes.has(country), place);
      for (const sector of sectors) check('sector', sector, sector in draft.sectors, place);
    }
    for (const code of entity.home) check('country', code, codes.has(code), place);
  });
  for (const { head, sectors, country, offices } of draft.agents) {
    const place = agentPlace(head);
    for (const sector of sectors) check('sector', sector, sector in draft.sectors, place);
    if (country !== null) check('country', country, codes.has(country), place);
    for (const office of offices) {
      check('office', office, office === 'leader' || draft.officeSectors.has(office), `roles.yaml (${head})`);
    }
  }
  for (const { key, members } of draft.groups) {
    for (const { country } of members)
      check('country', country, codes.has(country), `organisations (${key})`);
  }
  for (const { country, beside, words } of draft.epithets) {
    for (const code of [country, ...beside])
      check('country', code, codes.has(code), `epithets.yaml (${words[0]})`);
  }
  for (const { code, sovereign } of draft.states) {
    if (sovereign !== null) check('country', sovereign, codes.has(sovereign), `states/${code}.yaml`);
  }
  return problems;
}

function findDoubles(draft: Draft): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  draft.entities.forEach(({ id }, i) => {
    const file = draft.files[i]!;
    const first = seen.get(id);
    if (first !== undefined) problems.push(problem('double-entry', `${id} stands already in ${first}`, file));
    seen.set(id, file);
  });
  const heads = new Set<string>();
  for (const { head } of draft.agents) {
    const key = nameKey(head);
    if (heads.has(key)) problems.push(problem('double-entry', `"${head}" stands twice`, 'agents'));
    heads.add(key);
  }
  return problems;
}

/** Two states may bear one name only at different dates, or when ambiguous.yaml says whom it means. */
function findSharedNames(draft: Draft): Problem[] {
  const stateKinds = new Set(['state', 'territory', 'former', 'place', 'body', 'party']);
  const byKey = new Map<string, { country: string; name: string; from: string; until: string }[]>();
  for (const [name, key, number, , from, until] of draft.names) {
    const entity = draft.entities[number]!;
    if (!stateKinds.has(entity.kind) || entity.country === null) continue;
    const row = {
      country: entity.country,
      name,
      from: from ?? entity.from ?? '0000',
      until: until ?? entity.until ?? '9999',
    };
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const problems: Problem[] = [];
  const shared = new Set(Object.keys(draft.shared).map(nameKey));
  for (const [key, rows] of byKey) {
    if (shared.has(key)) continue;
    const clash = rows.find((a) =>
      rows.some(
        (b) => a.country !== b.country && a.name === b.name && a.from <= b.until && b.from <= a.until,
      ),
    );
    if (clash === undefined) continue;
    const claimants = [...new Set(rows.map(({ country }) => country))].join(', ');
    problems.push(
      problem(
        'shared-name',
        `"${clash.name}" is claimed by ${claimants}`,
        'knowledge/actors',
        'list it in ambiguous.yaml',
      ),
    );
  }
  return problems;
}

// Who need not help though one might think so: allies whose treaty has ended or isn't in force, whose article doesn't
// reach the place, who gave assurances only, or whose ally is the aggressor.
import { covers, isAfter } from '../knowledge/actors/dates.ts';
import type { Obligation, Treaty } from '../knowledge/treaties.ts';
import { citeTreaty } from './cite-treaty.ts';
import type { Law } from './law.ts';

export type NotObliged = { readonly party: string; readonly because: string };

/** Who would owe a duty, had the attack been within the article's territory. */
export type Outside = { readonly party: string; readonly treaty: Treaty; readonly obligation: Obligation };

type Case = {
  readonly attacked: string;
  readonly attacker: string | null;
  readonly date: string;
  readonly place: string | null;
  /** Those who must help anyway, by another treaty. */
  readonly owing: ReadonlySet<string>;
  readonly outside: readonly Outside[];
};

/** The near misses, one line a party and treaty. */
export function findNotObliged({ attacked, attacker, date, owing, outside }: Case, law: Law): NotObliged[] {
  const out: NotObliged[] = [];
  const add = (party: string, because: string): void => {
    if (party !== attacked && !out.some((one) => one.party === party && one.because === because))
      out.push({ party, because });
  };
  for (const { party, treaty, obligation } of outside) {
    if (obligation.kind === 'nonaggression') continue;
    add(
      party,
      `${citeTreaty(treaty, obligation)} covers ${obligation.territory?.text ?? 'another territory'}; the place lies outside it`,
    );
  }
  for (const treaty of law.treaties.treaties) {
    for (const one of treaty.noDuty) {
      if (!covers(one, date) || !one.toward.includes(attacked) || date < (treaty.force ?? treaty.signed))
        continue;
      if (treaty.ended !== null && isAfter(date, treaty.ended)) continue;
      for (const party of one.party)
        if (party !== attacker) add(party, `${citeTreaty(treaty, null)}: ${one.because}`);
    }
    const helps = treaty.obligations.some(({ kind }) => kind === 'defense');
    if (!helps) continue;
    const everParty = treaty.parties.some(({ state }) => state === attacked);
    if (everParty)
      for (const { party, because } of lapsed(treaty, attacked, date, law))
        if (party !== attacker && !owing.has(party)) add(party, because);
    if (attacker !== null && law.treaties.isParty(treaty, attacker, date)) {
      for (const ally of law.treaties.partiesAt(treaty, date)) {
        if (ally === attacker) continue;
        if (ally === attacked) {
          add(attacker, `${citeTreaty(treaty, null)}: the attacker is itself an ally of the attacked`);
        } else {
          add(
            ally,
            `${citeTreaty(treaty, null)}: ${attacker} is the attacker, and the treaty helps only those who are attacked`,
          );
        }
      }
    }
  }
  return out;
}

/** Nobody thinks of an alliance that ended longer ago than this, in years. */
const memory = 30;

function yearsBetween(earlier: string, later: string): number {
  return Number(later.slice(0, 4)) - Number(earlier.slice(0, 4));
}

/** Allies of the attacked in a treaty that doesn't bind on that day. */
function lapsed(treaty: Treaty, attacked: string, date: string, law: Law): NotObliged[] {
  const name = citeTreaty(treaty, null);
  const others = treaty.parties.filter(({ state }) => state !== attacked);
  if (date < treaty.signed) return [];
  if (treaty.force === null || date < treaty.force) {
    const when = treaty.force === null ? 'never came into force' : `came into force only on ${treaty.force}`;
    return others.map(({ state }) => ({ party: state, because: `${name} ${when}` }));
  }
  if (treaty.ended !== null && isAfter(date, treaty.ended)) {
    if (yearsBetween(treaty.ended, date) > memory) return [];
    const ended = `${name} ended on ${treaty.ended}${treaty.endedBy === undefined ? '' : ` (${treaty.endedBy})`}`;
    return others.map(({ state }) => ({ party: state, because: ended }));
  }
  if (!law.treaties.isParty(treaty, attacked, date)) {
    return law.treaties
      .partiesAt(treaty, date)
      .map((party) => ({ party, because: `${attacked} was no party to ${name} on ${date}` }));
  }
  return others
    .filter(({ state, from, until }) => {
      if (law.treaties.isParty(treaty, state, date)) return false;
      const [joined, left] = [
        from !== null && from > date ? from : null,
        until !== null && isAfter(date, until) ? until : null,
      ];
      return (
        (joined !== null && yearsBetween(date, joined) <= 2) ||
        (left !== null && yearsBetween(left, date) <= memory)
      );
    })
    .map(({ state, from }) => ({
      party: state,
      because: `${state} was no party to ${name} on ${date}${from !== null && from > date ? ` (since ${from})` : ''}`,
    }));
}

// When this one is attacked by that one, who must help, consult or stay out, by which article, and who need not
// though one might think so.
import { covers } from '../knowledge/actors/dates.ts';
import { isDate } from '../knowledge/patterns.ts';
import type { Obligation, ObligationKind, Treaty } from '../knowledge/treaties.ts';
import { assumeEvent } from './assume-event.ts';
import { citeTreaty } from './cite-treaty.ts';
import { type EventView, viewEvent, viewParty } from './event-view.ts';
import type { Law } from './law.ts';
import type { Binding } from './match.ts';
import { findNotObliged, type NotObliged, type Outside } from './not-obliged.ts';
import { findParty } from './party.ts';
import { findPlace, scopeOf } from './territory.ts';

export type ObligedQuestion = {
  readonly attacked: string;
  readonly attacker: string;
  readonly date: string;
  readonly where?: string | undefined;
};
export type Duty = {
  readonly party: string;
  readonly treaty: string;
  readonly article: string;
  readonly kind: ObligationKind;
  readonly text: string;
  readonly citation: string;
  /** Reservations and doubts. */
  readonly notes: readonly string[];
};
export type ObligedAnswer = {
  readonly obliged: readonly Duty[];
  readonly notObliged: readonly NotObliged[];
  readonly because: readonly string[];
  readonly knowledgeDate: string;
};

/** Answers who is obliged when `attacked` is attacked by `attacker`. */
export function obliged(question: ObligedQuestion, law: Law): ObligedAnswer {
  const knowledgeDate = law.treaties.coverage.until;
  const nothing = (...because: string[]): ObligedAnswer => ({
    obliged: [],
    notObliged: [],
    because,
    knowledgeDate,
  });
  const { date } = question;
  if (!isDate(date) || date.length !== 10) return nothing(`undecided: "${date}" is no day; write YYYY-MM-DD`);
  if (date < law.treaties.coverage.from) {
    return nothing(
      `undecided: the knowledge of treaties begins on ${law.treaties.coverage.from}; ${date} lies before it`,
    );
  }
  const attacked = findParty(question.attacked, law, date);
  const attacker = findParty(question.attacker, law, date);
  if (attacked === null) return nothing(`undecided: no party "${question.attacked}" is known`);
  if (attacker === null) return nothing(`undecided: no party "${question.attacker}" is known`);
  const victim = viewParty(attacked);
  const assailant = viewParty(attacker);
  if (!victim.isState || victim.key === null)
    return nothing(`${attacked.name} is no state, and treaties oblige towards states`);
  if (victim.key === assailant.key)
    return nothing(`${attacked.name} can't be attacked by itself in a treaty's sense`);
  const place = question.where === undefined ? victim.key : findPlace(question.where, law, date);
  const event = assumeEvent(
    { type: 'ASSAULT', actors: [attacker], recipients: [attacked], date, because: [] },
    law.events.types,
  );
  const duties = findDuties(viewEvent(event, law.items, date), date, place, law);
  const notObliged = findNotObliged(
    {
      attacked: victim.key,
      attacker: assailant.key,
      date,
      place,
      owing: new Set(duties.owed.filter((duty) => duty.kind === 'defense').map((duty) => duty.party)),
      outside: duties.outside,
    },
    law,
  );
  return {
    obliged: duties.owed,
    notObliged,
    because: [
      question.where === undefined
        ? `the attack was taken to be on ${attacked.name}'s own metropolitan territory`
        : place === null
          ? `the place "${question.where}" isn't known, so articles limited to a territory stay undecided`
          : `the place "${question.where}" was read as ${place}`,
      ...duties.owed.map((duty) => `${duty.party}: ${duty.citation} (${duty.kind}): ${duty.text}`),
      ...duties.undecided,
      ...(duties.owed.length === 0
        ? ['no treaty of the knowledge in force on that day obliges anybody']
        : []),
      ...(date > knowledgeDate
        ? [`the knowledge ends on ${knowledgeDate}: this is the state of that day`]
        : []),
    ],
    knowledgeDate,
  };
}

type Duties = { owed: Duty[]; outside: Outside[]; undecided: string[] };

/** Matches an attack against all treaties and says who owes what. `place` null means that it can't be told. */
export function findDuties(
  view: EventView,
  date: string,
  place: string | null | undefined,
  law: Law,
): Duties {
  const owed = new Map<string, Duty>();
  const outside: Outside[] = [];
  const undecided: string[] = [];
  for (const { value, bindings } of law.treatyRules.match(view)) {
    const { treaty, obligation } = value;
    for (const binding of bindings) {
      const attacked = binding.$attacked;
      const debtors = debtorsOf(treaty, obligation, binding, date, law);
      if (debtors.length === 0) continue;
      const where = place === undefined ? (attacked ?? null) : place;
      const scope =
        where === null
          ? obligation.territory === null
            ? 'inside'
            : 'unknown'
          : scopeOf(where, obligation.territory, treaty, date, law);
      if (scope === 'outside') {
        for (const party of debtors) outside.push({ party, treaty, obligation });
        continue;
      }
      if (scope === 'unknown') {
        undecided.push(
          `undecided: ${citeTreaty(treaty, obligation)} covers ${obligation.territory?.text ?? ''}; whether the place lies within isn't known (${debtors.join(', ')})`,
        );
        continue;
      }
      for (const party of debtors) {
        const notes = treaty.reservations
          .filter((one) => one.party === party && covers(one, date))
          .map(({ text }) => text);
        const duty: Duty = {
          party,
          treaty: treaty.id,
          article: obligation.article,
          kind: obligation.kind,
          text: obligation.text,
          citation: citeTreaty(treaty, obligation),
          notes,
        };
        owed.set(`${party}|${treaty.id}|${obligation.article}|${obligation.kind}`, duty);
      }
    }
  }
  return { owed: [...owed.values()], outside, undecided };
}

/** Who owes the duty: all who promised it but the attacked and the attacker; not to attack, the attacker itself. */
function debtorsOf(
  treaty: Treaty,
  obligation: Obligation,
  binding: Binding,
  date: string,
  law: Law,
): string[] {
  const attacked = binding.$attacked;
  const attacker = binding.$attacker;
  const members = obligation.by.flatMap((atom) =>
    atom === '@parties'
      ? law.treaties.partiesAt(treaty, date)
      : atom.startsWith('@')
        ? [...(law.actors.members(atom.slice(1), date) ?? [])]
        : [atom],
  );
  if (obligation.kind === 'nonaggression') return members.filter((party) => party === attacker);
  return members.filter(
    (party) => party !== attacked && party !== attacker && law.treaties.isParty(treaty, party, date),
  );
}

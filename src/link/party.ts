// Who is meant by a code or a name that a user gives: RUS, Russia, al-Shabaab. Never guesses.
import type { Party } from '../records/event.ts';
import { nameToken } from './event-view.ts';
import type { Law } from './law.ts';

/** The party, or null when nobody of that name is known at the date. */
export function findParty(text: string, law: Law, date: string | null): Party | null {
  const name = text.trim();
  const make = (shown: string, country: string | null, sectors: readonly string[]): Party => ({
    text: name,
    start: 0,
    end: name.length,
    name: shown,
    country,
    sectors: [...sectors],
    wikidata: null,
    basis: 'stated',
  });
  const coded = /^([A-Z]{3})(?:-([A-Z]{3}))?$/.exec(name);
  if (coded !== null) {
    const state = law.actors.byCode(coded[1]!);
    if (state !== null) return make(state.name, coded[1]!, coded[2] === undefined ? [] : [coded[2]]);
    if (/^(?:EUN|NAT|UNO)$/.test(coded[1]!)) return make(coded[1]!, coded[1]!, []);
  }
  const target = targetNames(law).get(nameToken(name));
  if (target !== undefined) return make(target, null, ['REB']);
  const readings = law.actors.lookup(name);
  const actor = law.actors.settle(readings, date) ?? (readings.length === 1 ? readings[0]! : null);
  if (actor === null) return null;
  const resolved = law.actors.resolve(actor, date);
  return make(resolved.name, resolved.country, resolved.sectors);
}

const names = new WeakMap<Law, ReadonlyMap<string, string>>();

/** Names of targets that are no states, as the regimes know them: "Taleban" is taliban. */
export function targetNames(law: Law): ReadonlyMap<string, string> {
  let known = names.get(law);
  if (known === undefined) {
    known = new Map(
      law.regimes.regimes.flatMap((regime) =>
        Object.entries(regime.names).flatMap(([token, written]) =>
          [token, ...written.map(nameToken)].map((one) => [one, token] as const),
        ),
      ),
    );
    names.set(law, known);
  }
  return known;
}

// Who held which office when, by country.
import { covers } from './dates.ts';
import { nameKey } from './name-key.ts';
import type { ActorData, Agent, Entity, Person, StateInfo, Tenure } from './types.ts';

type Holding = { readonly person: Entity; readonly tenure: Tenure };

export function indexOffices(data: ActorData, states: ReadonlyMap<string, StateInfo>) {
  const byCountry = new Map<string, Holding[]>();
  for (const person of data.entities) {
    if (person.kind !== 'person') continue;
    for (const tenure of person.tenures ?? []) {
      if (tenure.country === null || tenure.office === null) continue;
      const holdings = byCountry.get(tenure.country);
      if (holdings === undefined) byCountry.set(tenure.country, [{ person, tenure }]);
      else holdings.push({ person, tenure });
    }
  }

  function holder(
    country: string,
    date: string | null,
    organisation: string | null,
    fits: (tenure: Tenure) => boolean,
  ): Person | null {
    const held = (byCountry.get(country) ?? []).filter(
      ({ tenure }) => tenure.organisation === organisation && covers(tenure, date) && fits(tenure),
    );
    const last = held.reduce<Holding | null>(
      (best, next) => (best === null || (next.tenure.from ?? '') > (best.tenure.from ?? '') ? next : best),
      null,
    );
    if (last === null) return null;
    const { person, tenure } = last;
    return {
      name: person.name,
      country: tenure.country,
      office: tenure.office ?? '',
      title: tenure.title,
      from: tenure.from,
      until: tenure.until,
      wikidata: person.wikidata,
    };
  }

  function inOffice(country: string, office: string, date: string | null): Person | null {
    const leader = states.get(country)?.leader ?? 'head-of-government';
    const wanted = office === 'leader' ? leader : office;
    const found = holder(country, date, null, (tenure) => tenure.office === wanted);
    if (found !== null || office !== 'leader') return found;
    const other = leader === 'head-of-state' ? 'head-of-government' : 'head-of-state';
    return holder(country, date, null, (tenure) => tenure.office === other);
  }

  /** A title that is the very noun goes first (Iran's president is no head of state), then the noun's offices. */
  function inRole(
    country: string,
    head: string,
    role: Agent | null,
    date: string | null,
    organisation: string | null = null,
  ): Person | null {
    const key = nameKey(head);
    const titled = holder(
      country,
      date,
      organisation,
      ({ title }) => title !== null && nameKey(title) === key,
    );
    if (titled !== null || role === null) return titled;
    for (const office of role.offices) {
      const found =
        office === 'other' || organisation !== null
          ? holder(
              country,
              date,
              organisation,
              (tenure) => tenure.office === office && isCalled(tenure.title, role.titles),
            )
          : inOffice(country, office, date);
      if (found !== null && isCalled(found.title, role.titles)) return found;
    }
    return null;
  }

  return { inOffice, inRole };
}

/** "The German president" isn't the chancellor: a known title must hold one of the noun's words. */
function isCalled(title: string | null, wanted: readonly string[]): boolean {
  if (title === null || wanted.length === 0) return true;
  const padded = ` ${nameKey(title)} `;
  return wanted.some((word) => padded.includes(` ${nameKey(word)} `));
}

// Who held which office when, by country.
import { covers } from './dates.ts';
import { nameKey } from './name-key.ts';
import type { ActorData, Entity, Person, StateInfo, Tenure } from './types.ts';

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

  function holder(country: string, date: string | null, fits: (tenure: Tenure) => boolean): Person | null {
    const held = (byCountry.get(country) ?? []).filter(({ tenure }) => covers(tenure, date) && fits(tenure));
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
    const found = holder(country, date, (tenure) => tenure.office === wanted);
    if (found !== null || office !== 'leader') return found;
    const other = leader === 'head-of-state' ? 'head-of-government' : 'head-of-state';
    return holder(country, date, (tenure) => tenure.office === other);
  }

  /** A title that is the very noun goes first (Iran's president is no head of state), then the noun's offices. */
  function inRole(
    country: string,
    head: string,
    offices: readonly string[],
    date: string | null,
  ): Person | null {
    const key = nameKey(head);
    const titled = holder(country, date, ({ title }) => title !== null && nameKey(title) === key);
    if (titled !== null) return titled;
    for (const office of offices) {
      const found = inOffice(country, office, date);
      if (found !== null && (office === 'leader' || !isOtherTitle(found.title, key))) return found;
    }
    return null;
  }

  return { inOffice, inRole };
}

/** "The German president" isn't the chancellor: a known title of another kind forbids the reading. */
function isOtherTitle(title: string | null, head: string): boolean {
  if (title === null) return false;
  const kindOf = (text: string) =>
    exclusive.find((kind) => kind.some((word) => new RegExp(`\\b${word}\\b`).test(text)));
  const wanted = kindOf(head);
  const given = kindOf(nameKey(title));
  return wanted !== undefined && given !== undefined && wanted !== given;
}

const exclusive: readonly (readonly string[])[] = [
  ['president'],
  ['king', 'queen', 'monarch', 'emperor', 'emir', 'sultan', 'grand duke', 'prince'],
  ['prime minister', 'premier', 'chancellor', 'taoiseach'],
  ['pope'],
];

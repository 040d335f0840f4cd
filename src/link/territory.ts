// Was the attack within the territory to which the article is limited? Inside, outside, or not to be told.
import { covers } from '../knowledge/actors/dates.ts';
import type { Territory, Treaty } from '../knowledge/treaties.ts';
import { nameToken } from './event-view.ts';
import type { Law } from './law.ts';

export type Scope = 'inside' | 'outside' | 'unknown';

/** `place` is a code of a state, a territory or an area. */
export function scopeOf(
  place: string,
  territory: Territory | null,
  treaty: Treaty,
  date: string,
  law: Law,
): Scope {
  if (territory === null) return 'inside';
  const isIn = (areas: Territory['inside']): boolean =>
    areas.some(
      (one) =>
        covers(one, date) &&
        (one.area === place || (one.area === '@parties' && law.treaties.isParty(treaty, place, date))),
    );
  if (isIn(territory.outside)) return 'outside';
  if (isIn(territory.inside)) return 'inside';
  // Okinawa is in Japan unless the article says otherwise.
  const of = law.treaties.areas[place]?.of ?? null;
  if (of !== null) return scopeOf(of, territory, treaty, date, law);
  return territory.closed ? 'outside' : 'unknown';
}

/** The code of a place that a user names ("Falkland Islands", "Guam", "the Mediterranean"), or null. */
export function findPlace(text: string, law: Law, date: string | null): string | null {
  const name = text.trim();
  if (/^[A-Z]{3}$/.test(name) && law.actors.byCode(name) !== null) return name;
  const { areas } = law.treaties;
  if (areas[name] !== undefined) return name;
  const token = nameToken(name);
  const area = Object.entries(areas).find(([, { names }]) => names.some((one) => nameToken(one) === token));
  if (area !== undefined) return area[0];
  const readings = law.actors.lookup(name);
  const actor = law.actors.settle(readings, date) ?? (readings.length === 1 ? readings[0]! : null);
  return actor === null ? null : actor.country;
}

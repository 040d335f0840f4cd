// Reads CAMEO actor codes (USAMIL, IGOUNO, PSEGZA, ---GOV) in our terms: a country or organisation, and sectors.
import type { ActorData } from './types.ts';

export type CameoActor = {
  readonly country: string | null;
  readonly sectors: readonly string[];
  /** Parts of the code that we have no term for: ethnic, religious and named-group codes. */
  readonly rest: readonly string[];
};

const organisations: Readonly<Record<string, string>> = {
  UNO: 'UNO',
  EUR: 'EUN',
  EEC: 'EUN',
  NAT: 'NAT',
};

/** Splits the code into parts of three letters; the first that names a country or organisation gives `country`. */
export function readCameoActor(
  code: string,
  data: Pick<ActorData, 'states' | 'sectors' | 'cameoSectors' | 'cameoCountries'>,
): CameoActor {
  const parts = code.trim().toUpperCase().match(/.{3}/g) ?? [];
  const international = parts[0] === 'IGO';
  const codes = new Set(data.states.map((state) => state.code));
  let country: string | null = null;
  const sectors: string[] = [];
  const rest: string[] = [];
  for (const [i, part] of parts.entries()) {
    const state = codes.has(part) ? part : data.cameoCountries[part];
    const sector = part in data.sectors ? part : data.cameoSectors[part];
    if (part === '---') continue;
    if (i === 0 && international) country = 'IGO';
    else if (international && i === 1 && organisations[part] !== undefined) country = organisations[part]!;
    else if (country === null && i < 2 && organisations[part] !== undefined) country = organisations[part]!;
    else if (country === null && state !== undefined) country = state;
    else if (sector != null) sectors.push(sector);
    else if (sector === undefined) rest.push(part);
  }
  if (international && !sectors.includes('IGO')) sectors.unshift('IGO');
  return { country, sectors: [...new Set(sectors)], rest };
}

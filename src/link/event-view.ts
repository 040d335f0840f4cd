// An event as the matcher sees it: its parties, items and places as sets of tokens. Made once an event.
import type { ItemIndex } from '../knowledge/items.ts';
import type { Event, Party } from '../records/event.ts';

export type PartyView = {
  /** What a variable is bound to: a state's code, else a group's name; null when the party is unknown. */
  readonly key: string | null;
  /** True for a state or an organisation, false for those who fight one or belong to none. */
  readonly isState: boolean;
  /** Everything an atom may name: RUS, RUS-MIL, RUS-GOV, wagner-group. */
  readonly tokens: readonly string[];
};

export type EventView = {
  readonly event: Event;
  readonly actors: readonly PartyView[];
  readonly recipients: readonly PartyView[];
  /** For every item its category and all above it. */
  readonly items: readonly (readonly string[])[];
  readonly places: readonly string[];
  /** First day, or null. */
  readonly date: string | null;
};

/** Sectors of those who don't act for their state. */
const againstState = new Set(['REB', 'UAF', 'INS', 'SEP', 'RAD', 'CRM', 'MNC', 'NGO']);

/** Prepares an event for matching; `date` stands in where the event has none. */
export function viewEvent(event: Event, items: ItemIndex, date: string | null = null): EventView {
  return {
    event,
    actors: event.actors.map(viewParty),
    recipients: event.recipients.map(viewParty),
    items: event.items.map(({ category }) => items.path(category)),
    places:
      event.place === null
        ? []
        : [event.place.country, nameToken(event.place.text)].filter((token) => token !== null),
    date: event.when?.from ?? date,
  };
}

export function viewParty(party: Party): PartyView {
  // Russia continued the Soviet Union's treaties and seat, and rules name it RUS throughout.
  const country = party.country === 'SUN' ? 'RUS' : party.country;
  const name = nameToken(party.name);
  const isState =
    country !== null && country !== 'IGO' && !party.sectors.some((sector) => againstState.has(sector));
  const tokens: string[] = [];
  if (country !== null) tokens.push(country);
  if (name !== '' && name !== country?.toLowerCase()) tokens.push(name);
  if (country !== null) {
    for (const sector of party.sectors) tokens.push(`${country}-${sector}`);
    if (isState && !party.sectors.includes('GOV')) tokens.push(`${country}-GOV`);
  }
  return { key: isState ? country : name === '' ? null : name, isState, tokens };
}

/** A name as an atom: "Al-Shabaab" is al-shabaab. */
export function nameToken(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^(?:the-)?-*|-+$/g, '');
}

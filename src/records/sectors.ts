// What PLOVER's sector codes have in common where the code must tell them apart; their definitions: knowledge/actors/sectors.yaml.

/** Organs of a state: what one of them does, the state does. */
export const stateSectors: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY']);

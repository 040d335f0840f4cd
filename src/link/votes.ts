// How the parties of a deed voted in the Security Council on what forbids it.
import type { Party } from '../records/event.ts';
import type { Law } from './law.ts';

/** How the parties voted: one word when always the same, else by resolution. Who had no seat is left out. */
export function votesOf(
  parties: readonly Party[],
  cites: readonly string[],
  law: Law,
): Record<string, string> {
  const resolutions = unique(cites.map((cite) => law.regimes.resolution(cite)).filter((one) => one !== null));
  const out: Record<string, string> = {};
  for (const country of unique(parties.map((party) => party.country).filter((code) => code !== null))) {
    const votes = resolutions.flatMap((resolution) => {
      const vote = resolution.votes[country];
      return vote === undefined ? [] : [{ symbol: law.regimes.cite(resolution.symbol), vote }];
    });
    if (votes.length === 0) continue;
    const same = new Set(votes.map(({ vote }) => vote)).size === 1;
    out[country] = same ? votes[0]!.vote : votes.map(({ symbol, vote }) => `${vote}: ${symbol}`).join('; ');
  }
  return out;
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

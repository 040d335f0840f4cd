// The parties of a record, each with its country and sectors; one that could not be resolved keeps the text's words.
import { sectors as sectorWords } from 'virtual:vocabulary';
import { Link } from '@tanstack/react-router';
import type { Party } from '../../../src/records/index.ts';
import { countryName, partyWords } from '../words.ts';

export function Parties({ parties, none = 'nobody named' }: { parties: readonly Party[]; none?: string }) {
  if (parties.length === 0) return <span className="dim">{none}</span>;
  return (
    <ul className="parties">
      {parties.map((party) => (
        <li key={`${party.start} ${party.country} ${party.name}`}>
          <PartyLine party={party} />
        </li>
      ))}
    </ul>
  );
}

/** A speaker leads to all that they said; a party that acts leads to its events. */
export function SpeakerLine({ party }: { party: Party }) {
  const speaker = party.country ?? party.name;
  return (
    <Link to="/statements" search={{ speaker: party.name || speaker }} title={`All that ${party.name} said`}>
      <strong>{party.name || party.text}</strong>
      {party.country !== null && <span className="code"> {party.country}</span>}
      {party.sectors.map((sector) => (
        <abbr key={sector} className="code" title={sectorWords[sector] ?? sector}>
          {' '}
          {sector}
        </abbr>
      ))}
    </Link>
  );
}

function PartyLine({ party }: { party: Party }) {
  const { country, name, text, sectors, basis } = party;
  return (
    <>
      {country === null ? (
        <span>{partyWords(party)}</span>
      ) : (
        <Link to="/events" search={{ party: country }} title={`All events of ${countryName(country)}`}>
          {name || text} <span className="code">{country}</span>
        </Link>
      )}
      {sectors.map((sector) => (
        <abbr key={sector} className="code" title={sectorWords[sector] ?? sector}>
          {' '}
          {sector}
        </abbr>
      ))}
      {basis === 'unknown' && <span className="dim"> unresolved</span>}
      {basis === 'implied' && text !== name && <span className="dim"> from “{text}”</span>}
    </>
  );
}

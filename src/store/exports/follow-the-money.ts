// FollowTheMoney entities, a line each: the parties once, then each event with those involved and its words.
import { createHash } from 'node:crypto';
import type { Party } from '../../records/index.ts';
import { dateOf, type ExportEvent, type ExportOptions } from './rows.ts';

type Entity = { readonly id: string; readonly schema: string; readonly properties: Record<string, string[]> };

export function createFollowTheMoney({ codes }: ExportOptions): (event: ExportEvent) => string {
  const told = new Set<string>();
  return (event) => {
    const lines: Entity[] = [];
    const idOf = (party: Party): string => {
      const entity = partyEntity(party, codes.state(party.country ?? '')?.iso2?.toLowerCase() ?? null);
      if (!told.has(entity.id)) lines.push(entity);
      told.add(entity.id);
      return entity.id;
    };
    const { article, evidence, place } = event;
    const country = place?.country == null ? null : (codes.state(place.country)?.iso2?.toLowerCase() ?? null);
    const names = (parties: readonly Party[]): string => parties.map(({ name }) => name).join(', ');
    lines.push({
      id: `casus-${event.id}`,
      schema: 'Event',
      properties: clean({
        name: [
          `${event.type} ${names(event.actors)}${event.recipients.length === 0 ? '' : ` > ${names(event.recipients)}`}`,
        ],
        startDate: [dateOf(event)],
        endDate: [event.when?.to],
        organizer: event.actors.map(idOf),
        involved: event.recipients.map(idOf),
        location: [place?.text],
        country: [country],
        description: [evidence.text],
        sourceUrl: [article.url],
        publisher: [article.source],
        keywords: [event.type, event.quad, event.cameo, ...event.auxiliary],
      }),
    });
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  };
}

function partyEntity({ name, country, sectors, wikidata }: Party, iso2: string | null): Entity {
  const key =
    wikidata ??
    createHash('sha256')
      .update(`${country ?? ''}|${name}`)
      .digest('hex')
      .slice(0, 16);
  const isBody =
    sectors.includes('GOV') || sectors.includes('MIL') || (country !== null && sectors.length === 0);
  return {
    id: `casus-party-${key}`,
    // Whether a name in office is a person's or a ministry's is not in the record, so nothing narrower is claimed.
    schema: sectors.includes('IGO')
      ? 'Organization'
      : isBody && sectors.length === 0
        ? 'PublicBody'
        : 'LegalEntity',
    properties: clean({ name: [name], country: [iso2], wikidataId: [wikidata] }),
  };
}

function clean(properties: Record<string, readonly (string | null | undefined)[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(properties)
      .map(([key, values]) => [key, values.filter((value): value is string => Boolean(value))] as const)
      .filter(([, values]) => values.length > 0),
  );
}

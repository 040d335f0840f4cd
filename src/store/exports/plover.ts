// PLOVER JSON, a line an event, with the names that the manual gives.
import type { Party } from '../../records/index.ts';
import { dateOf, type ExportEvent } from './rows.ts';

export function writePlover(event: ExportEvent): string {
  const { place, article, document, statement } = event;
  const line = {
    id: event.id,
    has_event: true,
    date: dateOf(event),
    ...(event.when !== null && event.when.to !== event.when.from && { enddate: event.when.to }),
    actor: event.actors.map(entity),
    recipient: event.recipients.map(entity),
    event: event.type,
    ...(place !== null && {
      event_loc: {
        extracted_place: place.text,
        resolved_place: place.geonames === null ? null : place.text,
        geonameid: place.geonames,
        lat: place.latitude,
        lon: place.longitude,
        country_code: place.country,
        resolution: place.geonames === null ? 1 : 4,
      },
    }),
    event_text: event.trigger.text,
    quad_code: event.quad,
    event_scale: event.score,
    mode: event.mode,
    context: event.contexts,
    text: event.evidence.text,
    text_info: { start: event.evidence.start, end: event.evidence.end },
    cite_info: {
      corpus: article.source,
      url: article.url,
      title: article.title,
      language: document.language,
      publication: article.published,
      coder: 'Casus',
      version: event.coder,
    },
    coder: `Casus ${event.coder}`,
    // The auxiliary modes are the manual's, and it has no field of its own for them.
    comment: [...event.auxiliary, ...(statement === null ? [] : ['claimed'])].join('; '),
  };
  return `${JSON.stringify(line)}\n`;
}

function entity({ country, sectors, name, text, wikidata }: Party) {
  return {
    code: country,
    sector: sectors,
    entity_text: text,
    identifier_id: wikidata,
    identifier_text: name,
  };
}

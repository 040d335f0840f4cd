// Records made by hand for tests of the store: no model, no knowledge.
import type { CasusRecord, Event, Party } from '../../src/records/index.ts';

export function party(name: string, country: string | null, sectors: string[] = []): Party {
  return { text: name, start: 0, end: name.length, name, country, sectors, wikidata: null, basis: 'stated' };
}

export function event(id: string, given: Partial<Event> = {}): Event {
  return {
    id,
    type: 'AID',
    mode: null,
    contexts: [],
    cameo: '070',
    quad: 'material-cooperation',
    score: 7,
    actors: [party('Russia', 'RUS')],
    recipients: [party('Iran', 'IRN')],
    items: [],
    auxiliary: [],
    when: { from: '2024-06-20', to: '2024-06-20', text: '', basis: 'published' },
    place: null,
    responseTo: [],
    trigger: { text: 'delivered', start: 7, end: 16 },
    evidence: { text: 'Russia delivered missiles to Iran', start: 0, end: 33 },
    mentions: [],
    statement: null,
    confidence: 0.9,
    because: ['made by hand'],
    ...given,
  };
}

export function record(
  id: string,
  events: Event[],
  given: Partial<CasusRecord['document']> = {},
): CasusRecord {
  const text = 'Russia delivered missiles to Iran.';
  return {
    casus: 1,
    version: { coder: '1', knowledge: 'k', model: 'm' },
    document: {
      id,
      url: `https://example.org/${id}`,
      source: 'Example Times',
      title: `Title of ${id}`,
      published: '2024-06-20',
      language: 'en',
      text,
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      ...given,
    },
    events,
    statements: [],
    commitments: [],
    findings: [],
    problems: [],
  };
}

// Builds events, commitments and records by hand from short lines, so that the rules are tested without a coder.
// An event: "AID KOR > UKR item:arms mode:x aux:hypothetical said:RUS place:SYR on:2024-06-20".

import type { Records } from '../../src/link/track-commitments.ts';
import type {
  AuxiliaryMode,
  Commitment,
  Event,
  EventType,
  Party,
  Statement,
} from '../../src/records/event.ts';

export function party(code: string): Party {
  const isCode = /^[A-Z]{3}(-[A-Z]{3})?$/.test(code);
  const sectors = code.includes('-') && isCode ? [code.slice(4)] : [];
  return {
    text: code,
    start: 0,
    end: code.length,
    name: code,
    country: isCode ? code.slice(0, 3) : null,
    sectors,
    wikidata: null,
    basis: 'stated',
  };
}

let count = 0;

export function event(line: string, date: string | null = null): Event {
  const [head, ...options] = line.split(/\s+(?=(?:item|mode|aux|said|place|on|context):)/);
  const match = /^([A-Z]+)\s*([^>]*?)\s*(?:>\s*(.*))?$/.exec(head!.trim());
  if (match === null) throw new Error(`can't read the event "${line}"`);
  const option = (name: string): string[] =>
    options
      .filter((one) => one.startsWith(`${name}:`))
      .flatMap((one) =>
        one
          .slice(name.length + 1)
          .trim()
          .split(','),
      );
  const parties = (text: string | undefined): Party[] =>
    (text ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map(party);
  const on = option('on')[0] ?? date;
  const place = option('place')[0];
  const span = { text: line, start: 0, end: line.length };
  const quad = /^(?:ASSAULT|SANCTION|MOBILIZE|COERCE|PROTEST)$/.test(match[1]!)
    ? 'material-conflict'
    : /^(?:AID|COOPERATE|RETREAT)$/.test(match[1]!)
      ? 'material-cooperation'
      : /^(?:ACCUSE|REJECT|THREATEN|REQUEST)$/.test(match[1]!)
        ? 'verbal-conflict'
        : 'verbal-cooperation';
  return {
    id: `e${count++}`,
    type: match[1] as EventType,
    mode: option('mode')[0] ?? null,
    contexts: option('context'),
    cameo: '000',
    quad,
    score: 0,
    actors: parties(match[2]),
    recipients: parties(match[3]),
    items: option('item').map((category) => ({ text: category, start: 0, end: category.length, category })),
    auxiliary: option('aux') as AuxiliaryMode[],
    when: on === null ? null : { from: on, to: on, text: on, basis: 'stated' },
    place:
      place === undefined
        ? null
        : { text: place, country: place, latitude: null, longitude: null, geonames: null },
    responseTo: [],
    trigger: span,
    evidence: span,
    mentions: [],
    statement: option('said')[0] ?? null,
    confidence: 1,
    because: [],
  };
}

/** "promise RUS: AID RUS > PRK item:arms [never] [if|unless|until ASSAULT USA > PRK] [by 2024-07-01]". */
export function commitment(line: string, made: string): Commitment {
  const match =
    /^(promise|threat|warning|denial|obligation) ([A-Z,]+): (never )?(.*?)(?: by (\d{4}-\d\d-\d\d))?(?: (if|only if|unless|until|as long as) (.*?)(?: by (\d{4}-\d\d-\d\d))?)?$/.exec(
      line,
    );
  if (match === null) throw new Error(`can't read the commitment "${line}"`);
  const [, kind, by, never, deed, deadline, word, condition, conditionDeadline] = match;
  const span = (text: string) => ({ text, start: 0, end: text.length });
  return {
    id: `c${count++}`,
    kind: kind as Commitment['kind'],
    by: by!.split(',').map(party),
    to: [],
    condition:
      condition === undefined
        ? null
        : { ...span(`${word} ${condition}`), pattern: patternOf(condition, conditionDeadline) },
    consequence: {
      ...span(deed!),
      pattern: deed!.startsWith('"') ? null : patternOf(deed!, deadline),
      polarity: never === undefined ? 'positive' : 'negative',
    },
    made,
    event: null,
    statement: null,
    status: 'open',
    history: [],
  };
}

function patternOf(line: string, until?: string): Record<string, unknown> {
  const { type, mode, actors, recipients, items } = event(line);
  const codes = (parties: readonly Party[]): string[] => parties.map(({ country, name }) => country ?? name);
  return {
    type,
    ...(mode === null ? {} : { mode }),
    ...(actors.length === 0 ? {} : { actor: codes(actors) }),
    ...(recipients.length === 0 ? {} : { recipient: codes(recipients) }),
    ...(items.length === 0 ? {} : { item: items.map(({ category }) => category) }),
    ...(until === undefined ? {} : { date: { until } }),
  };
}

/** One dated record of events and commitments; who is `said:` becomes the speaker of a statement. */
export function record(date: string, lines: readonly string[]): Records {
  const events: Event[] = [];
  const commitments: Commitment[] = [];
  const statements: Statement[] = [];
  for (const line of lines) {
    if (/^(?:promise|threat|warning|denial|obligation) /.test(line)) {
      commitments.push(commitment(line, date));
      continue;
    }
    const one = event(line, date);
    if (one.statement === null) {
      events.push(one);
    } else {
      const id = `s${count++}`;
      statements.push({
        id,
        speaker: party(one.statement),
        cue: null,
        content: one.evidence,
        parts: [one.evidence],
        kind: 'indirect',
        manner: 'speech',
        within: null,
      });
      events.push({ ...one, statement: id });
    }
  }
  const document = {
    id: `d${count++}`,
    url: null,
    source: null,
    title: null,
    published: date,
    language: 'en',
    text: lines.join('\n'),
    blocks: [],
  };
  return { document, events, statements, commitments };
}

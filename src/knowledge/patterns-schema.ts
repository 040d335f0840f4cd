// The pattern language as a JSON Schema (docs/patterns.schema.json), for editors that check YAML while it is written.
import { auxiliaryModes, eventTypes, quads } from '../records/event.ts';
import { valueFields } from './patterns.ts';

const day = { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' };
const party = {
  type: 'string',
  anyOf: [
    {
      pattern: '^[A-Z]{3}(-[A-Z]{3})?$',
      description: 'a country or organisation, perhaps with a sector: RUS, COD-REB, COD-GOV',
    },
    {
      pattern: '^@.+$',
      description: 'a group of states as it was on the day: @NATO, @EU, @treaty:RUS-PRK-2024',
    },
    { pattern: '^\\$[a-z][A-Za-z]*$', description: 'a variable: $attacker' },
    { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description: 'a name in small letters with hyphens: al-shabaab' },
    { pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$', description: 'an ISO 3166-2 code, for places' },
  ],
};

const atoms: Readonly<Record<(typeof valueFields)[number], unknown>> = {
  type: { enum: eventTypes },
  mode: { type: 'string' },
  context: { type: 'string' },
  cameo: { type: 'string', pattern: '^\\d{2,4}$' },
  quad: { enum: quads },
  actor: party,
  recipient: party,
  item: { type: 'string', description: 'an item category; all below it match too' },
  place: party,
  auxiliary: { enum: auxiliaryModes },
};

/** The JSON Schema of one pattern. */
export function patternJsonSchema(): Record<string, unknown> {
  const oneOrMany = (atom: unknown) => ({ anyOf: [atom, { type: 'array', items: atom, minItems: 1 }] });
  const values = (atom: unknown) => ({
    anyOf: [
      ...oneOrMany(atom).anyOf,
      {
        type: 'object',
        properties: { any: oneOrMany(atom), not: oneOrMany(atom) },
        additionalProperties: false,
        minProperties: 1,
      },
    ],
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'patterns.schema.json',
    title: 'A pattern over events',
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(valueFields.map((field) => [field, values(atoms[field])])),
      date: {
        anyOf: [day, { type: 'object', properties: { from: day, until: day }, additionalProperties: false }],
      },
      where: {
        type: 'object',
        propertyNames: { pattern: '^\\$[a-z][A-Za-z]*$' },
        additionalProperties: values(party),
      },
      any: { anyOf: [{ $ref: '#' }, { type: 'array', items: { $ref: '#' }, minItems: 1 }] },
      not: { anyOf: [{ $ref: '#' }, { type: 'array', items: { $ref: '#' }, minItems: 1 }] },
    },
  };
}

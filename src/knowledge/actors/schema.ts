// The shapes of the files in knowledge/actors. Every object is strict, so that a misspelt key stops the build.
import { z } from 'zod';

/** YYYY, YYYY-MM or YYYY-MM-DD; YAML reads a bare year as a number. */
const date = z
  .union([z.string(), z.int().transform(String)])
  .pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD'));
const from = date.nullable().default(null);
const until = date.nullable().default(null);
const code = z.string().regex(/^[A-Z]{3}$/, 'a country code has three capitals');
const wikidata = z
  .string()
  .regex(/^Q\d+$/)
  .nullable()
  .default(null);
const sectorList = z.array(z.string().regex(/^[A-Z]{3}$/));
const sectors = sectorList.default([]);
const source = z.string().min(1);

/** A written name, plain or with the dates in which it stood for its bearer. */
const written = z.union([z.string().min(1), z.strictObject({ name: z.string().min(1), from, until })]);
const names = z.array(written).default([]);

/** Something that belongs to a state: a ministry, an army, a party, a region. */
const part = z.strictObject({
  name: z.string().min(1),
  names,
  /** Adjectives of the part: Chechen, Scottish. */
  adjectives: names,
  demonyms: names,
  sectors,
  wikidata,
  from,
  until,
  source: source.optional(),
  note: z.string().optional(),
});

export const stateSchema = z.strictObject({
  code,
  name: z.string().min(1),
  kind: z.enum(['state', 'territory', 'former']).default('state'),
  from,
  until,
  sovereign: code.nullable().default(null),
  iso2: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  cow: z.strictObject({ number: z.int(), abbreviation: z.string() }).nullable().default(null),
  fips: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  cameo: z.union([code, z.array(code).min(1)]).optional(),
  wikidata,
  leader: z.enum(['head-of-state', 'head-of-government']).nullable().default(null),
  names,
  adjectives: names,
  demonyms: names,
  capitals: names,
  seats: z.array(part).default([]),
  institutions: z.array(part).default([]),
  parties: z.array(part).default([]),
  places: z.array(part).default([]),
  source,
  note: z.string().optional(),
});

const membership = z.strictObject({ country: code, from, until });
const entry = {
  name: z.string().min(1),
  names,
  adjectives: names,
  demonyms: names,
  country: code.nullable().default(null),
  sectors,
  wikidata,
  from,
  until,
  home: z.array(code).default([]),
  source: source.optional(),
  note: z.string().optional(),
};

const organisation = z.strictObject({
  ...entry,
  /** The key by which rules name the members: NATO in `@NATO`. */
  key: z
    .string()
    .regex(/^[A-Z][A-Z0-9-]*$/)
    .optional(),
  members: z.array(z.union([code, membership])).default([]),
  /** False for a mere list of states (P5, E3) that nobody calls by the key. */
  acts: z.boolean().default(true),
});
export const organisationsSchema = z.strictObject({ source, organisations: z.array(organisation) });

const actor = z.strictObject(entry);
export const groupsSchema = z.strictObject({ source, groups: z.array(actor) });
export const peopleSchema = z.strictObject({ source, people: z.array(actor) });
export const companiesSchema = z.strictObject({ source, companies: z.array(actor) });

const agents = z.strictObject({
  sectors,
  kind: z.enum(['person', 'people', 'body']).default('person'),
  country: code.nullable().default(null),
  heads: z.array(z.string().min(1)).min(1),
  note: z.string().optional(),
});
export const agentsSchema = z.strictObject({ source, agents: z.array(agents) });

export const rolesSchema = z.strictObject({
  source,
  offices: z.record(z.string().regex(/^[a-z-]+$/), z.strictObject({ means: z.string(), sectors })),
  roles: z.array(
    z.strictObject({
      offices: z.array(z.string()).min(1),
      /** The noun names the office only where the holder's title holds one of these words (a king is no president). */
      titles: z.array(z.string()).default([]),
      heads: z.array(z.string().min(1)).min(1),
      /** Whose office it is where nothing else tells: "the Secretary-General". */
      country: code.nullable().default(null),
    }),
  ),
});

export const sectorsSchema = z.strictObject({
  source,
  sectors: z.record(z.string().regex(/^[A-Z]{3}$/), z.string().min(1)),
  cameo: z.record(z.string(), z.string().nullable()),
  organisations: z.record(z.string(), code),
  organisationNames: z.record(code, z.string().min(1)),
});

export const ambiguousSchema = z.strictObject({
  source,
  /** Names that several states bear, and who is meant when nothing else tells (null: nobody). */
  shared: z.record(z.string(), z.string().nullable()),
  commonWords: z.array(z.string()),
  titles: z.array(z.string()),
});

export const epithetsSchema = z.strictObject({
  source,
  epithets: z.array(
    z.strictObject({
      country: code,
      /** After "the", as heads: "the North", "the world body". */
      words: z.array(z.string().min(1)).min(1),
      /** Before a noun: "northern troops". */
      adjectives: z.array(z.string().min(1)).default([]),
      /** One of these countries must be named in the article. */
      beside: z.array(code).min(1),
    }),
  ),
});

export const officesSchema = z.strictObject({
  country: code,
  /** The organisation's name when `country` is IGO. */
  organisation: z.string().optional(),
  source: source.optional(),
  note: z.string().optional(),
  offices: z.array(
    z.strictObject({
      office: z.string().regex(/^[a-z-]+$/),
      title: z.string().min(1).optional(),
      person: z.string().min(1),
      names,
      from,
      until,
      wikidata,
      sectors: sectorList.optional(),
      organisation: z.string().optional(),
      source: source.optional(),
      note: z.string().optional(),
    }),
  ),
});

/** A user's own file: any of these lists. */
export const userSchema = z.strictObject({
  source: source.optional(),
  organisations: z.array(organisation).default([]),
  groups: z.array(actor).default([]),
  companies: z.array(actor).default([]),
  agents: z.array(agents).default([]),
  people: z.array(officesSchema).default([]),
});

export type StateFile = z.output<typeof stateSchema>;
export type PartEntry = z.output<typeof part>;
export type WrittenName = z.output<typeof written>;
export type Entry = z.output<typeof actor>;
export type OfficesFile = z.output<typeof officesSchema>;

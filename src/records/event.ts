// The coded record: parties, events, statements, commitments, findings.
import { z } from 'zod';
import { documentSchema } from './document.ts';
import { problemSchema } from './problem.ts';
import { spanSchema } from './span.ts';

export const eventTypes = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;

export const quads = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
] as const;
export const auxiliaryModes = ['historical', 'future', 'hypothetical', 'negation'] as const;

export const partySchema = spanSchema.extend({
  name: z.string(),
  /** ISO 3166-1 alpha-3, or UNO, EUN, NAT, IGO for organisations; null when unknown. */
  country: z.string().nullable(),
  /** PLOVER sector codes. */
  sectors: z.array(z.string()),
  wikidata: z.string().nullable(),
  /** stated in the clause, implied (coreference, role, apposition), or unknown (could not be resolved). */
  basis: z.enum(['stated', 'implied', 'unknown']),
});

export const itemSchema = spanSchema.extend({ category: z.string() });

export const whenSchema = z.object({
  from: z.string(),
  to: z.string(),
  text: z.string(),
  basis: z.enum(['stated', 'implied', 'published']),
});

export const placeSchema = z.object({
  text: z.string(),
  country: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  geonames: z.number().nullable(),
});

export const responseSchema = z.object({
  event: z.string(),
  relation: z.enum(['response', 'cause', 'condition']),
  cue: spanSchema,
});

export const eventSchema = z.object({
  id: z.string(),
  type: z.enum(eventTypes),
  mode: z.string().nullable(),
  contexts: z.array(z.string()),
  cameo: z.string(),
  quad: z.enum(quads),
  score: z.number(),
  actors: z.array(partySchema),
  recipients: z.array(partySchema),
  items: z.array(itemSchema),
  auxiliary: z.array(z.enum(auxiliaryModes)),
  when: whenSchema.nullable(),
  place: placeSchema.nullable(),
  responseTo: z.array(responseSchema),
  trigger: spanSchema,
  evidence: spanSchema,
  /** Further mentions of the same event in this document (the first stands in `evidence`). */
  mentions: z.array(spanSchema),
  statement: z.string().nullable(),
  confidence: z.number(),
  because: z.array(z.string()),
});

export const statementSchema = z.object({
  id: z.string(),
  /** Who says it, with the words beside the cue; empty words and basis unknown where the text names nobody. */
  speaker: partySchema,
  cue: spanSchema.nullable(),
  /** From the first to the last word that is reported; an interrupted quotation holds its "he said" too. */
  content: spanSchema,
  /** What is reported without what interrupts it: one span, or the pieces of an interrupted quotation. */
  parts: z.array(spanSchema),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  /** speech: said; attitude: believed, wanted, planned, supported or opposed, and nothing need have been said. */
  manner: z.enum(['speech', 'attitude']),
  /** The statement that reports this one ("X said Y had promised"), or null. */
  within: z.string().nullable(),
});

/** A pattern over events, see docs/patterns.md. Fields absent match anything. */
export const eventPatternSchema = z.record(z.string(), z.unknown());

export const commitmentStatuses = ['open', 'triggered', 'kept', 'broken', 'lapsed', 'withdrawn'] as const;

export const commitmentSchema = z.object({
  id: z.string(),
  kind: z.enum(['promise', 'threat', 'warning', 'denial', 'obligation']),
  by: z.array(partySchema),
  to: z.array(partySchema),
  condition: spanSchema.extend({ pattern: eventPatternSchema.nullable() }).nullable(),
  consequence: spanSchema.extend({
    pattern: eventPatternSchema.nullable(),
    polarity: z.enum(['positive', 'negative']),
  }),
  made: z.string().nullable(),
  /** The event in which the commitment was made, if the coder saw one. */
  event: z.string().nullable(),
  statement: z.string().nullable(),
  status: z.enum(commitmentStatuses),
  history: z.array(
    z.object({
      status: z.enum(commitmentStatuses),
      date: z.string().nullable(),
      event: z.string().nullable(),
      because: z.string(),
    }),
  ),
});

export const findingSchema = z.object({
  event: z.string(),
  rule: z.string(),
  verdict: z.enum(['prohibited', 'conditional', 'permitted', 'undecided', 'obliges', 'triggers']),
  because: z.array(z.string()),
  citations: z.array(z.string()),
  /** How members voted on the cited resolutions, for the parties of the event: {RUS: "in favour"}. */
  votes: z.record(z.string(), z.string()),
  knowledgeDate: z.string(),
});

/** Which story the article is a copy of, among the articles of the same stream. */
export const storySchema = z.object({
  /** The id of the story's first article: this one's own where it opens a story. */
  id: z.string(),
  /** The earlier article that this one is most like, or null. */
  duplicateOf: z.string().nullable(),
  /** Share of four-word runs in common with it, 0 to 1. */
  similarity: z.number(),
});

export const recordSchema = z.object({
  casus: z.literal(1),
  version: z.object({ coder: z.string(), knowledge: z.string(), model: z.string() }),
  document: documentSchema,
  events: z.array(eventSchema),
  statements: z.array(statementSchema),
  commitments: z.array(commitmentSchema),
  findings: z.array(findingSchema),
  problems: z.array(problemSchema),
  /** Only where it was asked for (`--stories`), since it depends on the articles before. */
  story: storySchema.optional(),
});

export type EventType = (typeof eventTypes)[number];
export type Quad = (typeof quads)[number];
export type AuxiliaryMode = (typeof auxiliaryModes)[number];
export type Party = Readonly<z.infer<typeof partySchema>>;
export type Item = Readonly<z.infer<typeof itemSchema>>;
export type When = Readonly<z.infer<typeof whenSchema>>;
export type Place = Readonly<z.infer<typeof placeSchema>>;
export type Event = Readonly<z.infer<typeof eventSchema>>;
export type Statement = Readonly<z.infer<typeof statementSchema>>;
export type Commitment = Readonly<z.infer<typeof commitmentSchema>>;
export type CommitmentStatus = (typeof commitmentStatuses)[number];
export type Finding = Readonly<z.infer<typeof findingSchema>>;
export type Story = Readonly<z.infer<typeof storySchema>>;
/** One document's whole record: one line of `casus code --format jsonl`. */
export type CasusRecord = Readonly<z.infer<typeof recordSchema>>;

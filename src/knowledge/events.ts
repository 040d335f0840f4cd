// The tables of event types: PLOVER types, modes, scores and contexts, CAMEO codes, and what operators make of events.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type AuxiliaryMode,
  auxiliaryModes,
  type EventType,
  eventTypes,
  type Quad,
  quads,
} from '../records/event.ts';
import { type Problem, problem } from '../records/problem.ts';
import { readYaml } from './yaml-file.ts';

const type = z.enum(eventTypes);
const typesSchema = z.strictObject({
  source: z.string(),
  types: z.record(
    type,
    z.strictObject({
      score: z.number(),
      quad: z.enum(quads),
      means: z.string(),
      cameo: z.string(),
      modes: z.record(z.string(), z.number()).default({}),
    }),
  ),
});
const contextsSchema = z.strictObject({ source: z.string(), contexts: z.record(z.string(), z.string()) });
const cameoSchema = z.looseObject({ codes: z.record(z.string(), z.looseObject({ label: z.string() })) });

const cameoCode = z.string().regex(/^\d{2,4}$/);
const goldsteinSchema = z.strictObject({
  source: z.string(),
  quadClasses: z.record(z.enum(['1', '2', '3', '4']), z.array(cameoCode)),
  goldstein: z.record(cameoCode, z.number().min(-10).max(10)),
});

const yieldKeys = [...eventTypes, 'cooperative', 'yielding', 'hostile', 'any', 'none'] as const;
/** Also `TYPE.mode`, the most special: "ended his arrest" frees, "ended the curfew" eases. */
const yieldKey = z.union([z.enum(yieldKeys), z.templateLiteral([type, '.', z.string()])]);
const yieldsSchema = z.partialRecord(yieldKey, z.union([type, z.enum(['same', 'nothing'])]));
const kindSchema = z.strictObject({
  means: z.string(),
  yields: yieldsSchema,
  /** In place of `yields` when the embedded event has an actor of its own who isn't A ("hopes that B will..."). */
  yieldsOther: yieldsSchema.optional(),
  auxiliary: z.array(z.enum(auxiliaryModes)).default([]),
  /** Added only where the result is `same`: the embedded event itself, with its own parties (A where it has no actor). */
  sameAuxiliary: z.array(z.enum(auxiliaryModes)).default([]),
  /** Taken from the embedded event where the result is `same`: "used gas to disperse them" was done. */
  clears: z.array(z.enum(auxiliaryModes)).default([]),
  /** Types to which `sameAuxiliary` is not added. */
  plain: z.array(z.enum(eventTypes)).default([]),
  /** The kind that a negated operator counts as ("did not agree" is refuse); null: its event with [negation]. */
  negated: z.string().nullable().default(null),
  /** speaker: the act is the speaker's, done to the subject ("Russia must withdraw", said Kyiv). */
  actor: z.enum(['pattern', 'speaker']).default('pattern'),
  /** recipient: the operator's subject undergoes the embedded event ("came under attack"); doer: it did it itself; bystander: it has no part in it. */
  subject: z.enum(['actor', 'recipient', 'doer', 'bystander']).default('actor'),
  embedded: z.enum(['absorbed', 'kept']).default('absorbed'),
  /** Who must be known where no event stands below it. */
  alone: z.enum(['both', 'public-actor']).default('both'),
  embeddedAuxiliary: z.array(z.enum(auxiliaryModes)).default([]),
  commitment: z.enum(['promise', 'threat', 'warning', 'denial', 'obligation']).nullable().default(null),
  recipient: z.enum(['embedded', 'embedded-actor', 'none']).default('embedded'),
  speech: z.boolean().default(false),
  note: z.string().optional(),
  source: z.string().optional(),
});
const compositionsSchema = z.looseObject({
  kinds: z.record(z.string(), kindSchema),
  modes: z.record(z.string(), z.record(z.string(), z.string().nullable())).default({}),
  cameo: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  future: yieldsSchema.default({}),
  /** Plain "will not", "won't", "is not going to". A result `same` carries [negation]. */
  futureNegated: yieldsSchema.default({}),
  /** What deeds of protesters become, by TYPE.mode; `clash` is the mode of an assault of both sides. */
  protesters: z.record(z.string(), z.enum(eventTypes)).default({}),
  /** What protests of states and their forces become, by TYPE.mode. */
  forces: z.record(z.string(), z.enum(eventTypes)).default({}),
  /** Modal auxiliaries: lemma to `future`, `hypothetical`, or the kind it counts as. */
  modals: z.record(z.string(), z.string()).default({}),
});

const dyadsSchema = z.strictObject({
  source: z.string(),
  mutual: z.array(z.enum(eventTypes)),
  charges: z.partialRecord(z.enum(eventTypes), z.string()),
  accusers: z.array(z.string()),
  claimed: z.string(),
  claims: z.array(z.string()),
});
/** How an event becomes rows of one source, one target and one CAMEO code. */
export type DyadTables = Readonly<Omit<z.output<typeof dyadsSchema>, 'source'>>;

export type TypeFacts = {
  score: number;
  quad: Quad;
  means: string;
  cameo: string;
  modes: Record<string, number>;
};
export type OperatorKind = z.output<typeof kindSchema>;
export type EventTables = {
  readonly types: Readonly<Record<EventType, TypeFacts>>;
  readonly contexts: readonly string[];
  readonly cameo: Readonly<Record<string, { readonly label: string }>>;
  /** Goldstein's scale by CAMEO code; a code without a value has that of the code above it. */
  readonly goldstein: Readonly<Record<string, number>>;
  /** GDELT's QuadClass, 1 to 4, by CAMEO root code. */
  readonly quadClasses: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, OperatorKind>>;
  /** Mode of an operator's event by the embedded type or TYPE.mode. */
  readonly modes: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** CAMEO code of an operator's event, by result type or kind, then by embedded type. */
  readonly operatorCameo: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly future: Readonly<Partial<Record<string, string>>>;
  readonly futureNegated: Readonly<Partial<Record<string, string>>>;
  readonly protesters: Readonly<Record<string, EventType>>;
  readonly forces: Readonly<Record<string, EventType>>;
  readonly modals: Readonly<Record<string, string>>;
  readonly dyads: DyadTables;
};
export type { AuxiliaryMode };

/** Reads `events/*.yaml`. */
export function compileEvents(dir: string, problems: Problem[], root = '.'): EventTables {
  const read = <S extends z.ZodType>(name: string, schema: S): z.output<S> | null => {
    const file = join(dir, name);
    if (!existsSync(file)) {
      problems.push(problem('missing-table', `${name} is missing`, dir));
      return null;
    }
    return readYaml(file, schema, problems, root)?.value ?? null;
  };
  const scale = read('goldstein.yaml', goldsteinSchema);
  const compositions = read('compositions.yaml', compositionsSchema);
  return {
    types: (read('types.yaml', typesSchema)?.types ?? {}) as Record<EventType, TypeFacts>,
    contexts: Object.keys(read('contexts.yaml', contextsSchema)?.contexts ?? {}),
    cameo: read('cameo.yaml', cameoSchema)?.codes ?? {},
    goldstein: scale?.goldstein ?? {},
    quadClasses: Object.fromEntries(
      Object.entries(scale?.quadClasses ?? {}).flatMap(([quad, roots]) =>
        roots.map((root) => [root, Number(quad)]),
      ),
    ),
    kinds: compositions?.kinds ?? {},
    modes: compositions?.modes ?? {},
    operatorCameo: compositions?.cameo ?? {},
    future: compositions?.future ?? {},
    futureNegated: compositions?.futureNegated ?? {},
    protesters: compositions?.protesters ?? {},
    forces: compositions?.forces ?? {},
    modals: compositions?.modals ?? {},
    dyads: read('dyads.yaml', dyadsSchema) ?? {
      mutual: [],
      charges: {},
      accusers: [],
      claimed: '',
      claims: [],
    },
  };
}

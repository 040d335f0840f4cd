// The query string that all lists share -> a Filter. Names of states become their codes and an item takes in all
// kinds below it, so that a reader may write what comes to mind.
import { z } from 'zod';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { lawOf } from '../../link/law.ts';
import { findParty } from '../../link/party.ts';
import { ProblemError, problem } from '../../records/index.ts';
import { countKeys, type Filter, listKeys, type Paging } from '../../store/store.ts';

const many = z.union([z.string(), z.array(z.string())]).optional();
const day = z.iso.date('write a day as YYYY-MM-DD').optional();

/** All filters; a repeated key means any of its values. Keys that nobody knows are refused, since they'd be ignored. */
export const filterShape = {
  party: many.describe('code or name, on either side'),
  actor: many,
  recipient: many,
  dyad: many.describe('RUS-UKR, either direction'),
  type: many.describe('PLOVER type'),
  quad: many,
  mode: many,
  context: many,
  item: many.describe('category of goods, with all below it'),
  country: many.describe("code of the place's country"),
  place: many.describe('name of the place'),
  auxiliary: many.describe('historical, future, hypothetical, negation, or none'),
  from: day,
  to: day,
  source: many,
  q: z.string().max(500).optional().describe('words that must all stand in the evidence or headline'),
  article: many,
  story: many,
  speaker: many.describe('of statements'),
  status: many.describe('of commitments'),
  kind: many.describe('of statements and commitments'),
};
export const pagingShape = {
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  cursor: z.string().max(500).optional(),
};
export const filterSchema = z.strictObject(filterShape);
export const pageSchema = z.strictObject({ ...filterShape, ...pagingShape });
export const countsSchema = z.strictObject({ ...filterShape, by: z.enum(countKeys) });

export type FilterQuery = z.output<typeof filterSchema>;

/** Reads the shared filters out of any of the query schemas. */
export function readFilter(query: FilterQuery, knowledge: Knowledge): Filter {
  const filter: Record<string, string | readonly string[]> = {};
  for (const key of ['from', 'to', 'q'] as const) if (query[key]) filter[key] = query[key];
  for (const key of listKeys) {
    const given = query[key];
    const values = (given === undefined ? [] : Array.isArray(given) ? given : [given]).filter(
      (one) => one !== '',
    );
    if (values.length > 100)
      throw new ProblemError([
        problem('bad-request', `${key}: at most 100 values`, null, 'narrow the question'),
      ]);
    if (values.length > 0) filter[key] = values.flatMap((value) => meanings(key, value, knowledge));
  }
  return filter;
}

export function readPaging({
  limit,
  cursor,
}: {
  limit?: number | undefined;
  cursor?: string | undefined;
}): Paging {
  return { ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) };
}

function meanings(key: (typeof listKeys)[number], value: string, knowledge: Knowledge): string[] {
  if (key === 'party' || key === 'actor' || key === 'recipient' || key === 'speaker')
    return [partyCode(value, knowledge)];
  if (key === 'dyad') {
    const sides = value.split('-');
    return [sides.length === 2 ? sides.map((side) => partyCode(side, knowledge)).join('-') : value];
  }
  if (key === 'item' && knowledge.items.categories.has(value))
    return [...new Set([value, ...knowledge.items.below(value)])];
  return [value];
}

/** "Russia" and "rus" are RUS; a person or a group stays as it is named. */
function partyCode(value: string, knowledge: Knowledge): string {
  if (/^[a-z]{3}$/.test(value) && knowledge.actors.byCode(value.toUpperCase()) !== null)
    return value.toUpperCase();
  const party = findParty(value, lawOf(knowledge), null);
  const isState =
    party?.country != null && party.sectors.every((sector) => sector === 'IGO') && party.country !== 'IGO';
  return isState ? party.country! : value;
}

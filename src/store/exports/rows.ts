// What all the layouts share: dates without hyphens, numbers for ids, and lines of columns.
import { createHash } from 'node:crypto';
import { codedBlockKinds, type Document, type Party } from '../../records/index.ts';
import type { EventRow } from '../store.ts';
import type { Told } from './cameo-dyads.ts';
import type { DyadTables } from './pairs.ts';

export type ExportEvent = EventRow & {
  readonly document: Document;
  readonly coder: string;
  /** Who says it in which words, where the event stands in a statement. */
  readonly told: Told | null;
};

/** What a layout needs to know of a code; given by whoever has the knowledge. */
export type Codes = {
  state(code: string): {
    readonly name: string;
    readonly iso2: string | null;
    readonly fips: string | null;
    readonly cameo: string;
    readonly cow: { readonly number: number; readonly abbreviation: string } | null;
  } | null;
  /** What a country's or organisation's code is called. */
  name(code: string): string | null;
  /** GDELT's known group of an organisation's code. */
  group(code: string): string | null;
  /** What a CAMEO code means. */
  cameo(code: string): string | null;
  /** Goldstein's scale of a CAMEO code. */
  goldstein(code: string): number | null;
  /** GDELT's QuadClass of a CAMEO code. */
  quadClass(code: string): number | null;
};
export type ExportOptions = {
  readonly codes: Codes;
  /** A row for each pair of actor and recipient; otherwise a row an event, with lists joined by semicolons. */
  readonly explode: boolean;
  /** How events become rows of two sides. */
  readonly dyads: DyadTables;
};
/** A party in CAMEO's actor codes: three letters of its country or known group, then those of its sectors. */
export function cameoActor(
  codes: Codes,
): Readonly<Record<'country' | 'group' | 'code', (party: Party) => string>> {
  const country = (party: Party): string =>
    party.country === null ? '' : (codes.state(party.country)?.cameo ?? '');
  const group = (party: Party): string => codes.group(party.country ?? '') ?? '';
  const code = (party: Party): string =>
    `${country(party) || group(party)}${party.sectors.filter((one) => group(party) === '' || one !== 'IGO').join('')}`;
  return { country, group, code };
}

export function join(values: readonly (string | number | null | undefined)[], empty = ''): string {
  return values.filter((value) => value !== null && value !== undefined && value !== '').join(';') || empty;
}

/** The day an event is dated on, or null. */
export function dateOf(event: EventRow): string | null {
  return event.when?.from ?? event.article.published;
}

/** 20240620 */
export function compact(date: string | null): string {
  return date === null ? '' : date.slice(0, 10).replaceAll('-', '');
}

/** Whole numbers for ids that readers of a layout expect, below 2^53 so that R and spreadsheets keep them; each once. */
export function createNumbers(): (id: string) => string {
  const used = new Map<number, string>();
  return (id) => {
    let number = Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 13), 16);
    while ((used.get(number) ?? id) !== id) number++;
    used.set(number, id);
    return String(number);
  };
}

/** Tab-separated: what would break the columns becomes a blank. */
export function tabLine(values: readonly (string | number)[]): string {
  return `${values.map((value) => String(value).replace(/[\t\r\n\u2028\u2029]+/g, ' ')).join('\t')}\n`;
}

/** Comma-separated (RFC 4180); a text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function commaLine(values: readonly (string | number)[]): string {
  const cells = values.map((value) => {
    if (typeof value === 'number') return String(value);
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${cells.join(',')}\r\n`;
}

const sentenceStarts = new WeakMap<Document, readonly number[]>();
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentence of the article's coded text in which an offset stands, counted from 1. */
export function sentenceNumber(document: Document, offset: number): number {
  let starts = sentenceStarts.get(document);
  if (starts === undefined) {
    starts = document.blocks
      .filter(({ kind }) => codedBlockKinds.has(kind))
      .flatMap(({ start, end }) =>
        [...segmenter.segment(document.text.slice(start, end))].map(({ index }) => start + index),
      );
    sentenceStarts.set(document, starts);
  }
  return Math.max(1, starts.filter((start) => start <= offset).length);
}

/** True for what stands in the headline or the first paragraph. */
export function isInLead({ document, evidence }: ExportEvent): boolean {
  const paragraph = document.blocks.find(({ kind }) => kind === 'paragraph');
  return evidence.start < (paragraph?.end ?? document.text.length);
}

// The rows that the API answers with, made of the record types. See docs/api.md.
import type { CasusRecord, Commitment, Event, Problem, Statement } from '../../src/records/index.ts';

export type ArticleHead = {
  readonly id: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly source: string | null;
  readonly url: string | null;
};
export type Correction = {
  readonly id: string;
  readonly event: string;
  readonly made: string;
  readonly reason: string;
  readonly reject: boolean;
  readonly type: string | null;
  readonly mode: string | null;
  readonly actors: readonly string[] | null;
  readonly recipients: readonly string[] | null;
  readonly when: string | null;
};
export type EventRow = Event & { readonly article: ArticleHead; readonly correction: Correction | null };
export type StatementRow = Statement & { readonly article: ArticleHead };
export type CommitmentRow = Commitment & {
  readonly article: ArticleHead;
  readonly sources: readonly {
    readonly document: string;
    readonly commitment: string;
    readonly date: string | null;
  }[];
};
export type ArticleRow = ArticleHead & {
  readonly story: string;
  readonly events: number;
  readonly statements: number;
  readonly commitments: number;
  readonly problems: number;
};
export type StoredArticle = CasusRecord & {
  readonly story: string;
  readonly corrections: readonly Correction[];
  readonly versions: readonly (CasusRecord['version'] & {
    readonly coded: string;
    readonly current: boolean;
  })[];
};
export type StoryRow = {
  readonly story: string;
  readonly title: string | null;
  readonly articles: number;
  /** Null when none of its articles names one. */
  readonly sources: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly events: number;
};
export type SourceRow = {
  readonly source: string;
  readonly articles: number;
  readonly events: number;
  readonly from: string | null;
  readonly to: string | null;
};
export type CountRow = {
  readonly key: string;
  readonly count: number;
  readonly conflict: number;
  readonly cooperation: number;
  readonly score: number;
};
export type Facets = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
export type Watch = {
  readonly id: string;
  readonly name: string;
  readonly pattern: string;
  readonly created: string;
  /** The pattern in plain words. */
  readonly means: string;
};
export type MatchRow = {
  readonly watch: string;
  readonly article: string;
  readonly tell: string;
  readonly at: string;
  readonly event: EventRow | null;
};
export type Job = {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly articles: readonly string[];
  readonly events: number;
  readonly problems: readonly Problem[];
};
export type List<T> = { readonly items: readonly T[]; readonly next: string | null; readonly total: number };
export type Health = {
  readonly version: string;
  readonly knowledge: { readonly version: string; readonly date: string };
  readonly articles: number;
  readonly events: number;
};

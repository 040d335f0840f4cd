// What one may ask of a store: the interface that the HTTP API, the command line and the library share. It names no
// database; `openStore` gives one over a DuckDB file, and the desk's HTTP client gives the reading half of it.
import type {
  ArticleRow,
  CasusRecord,
  CommitmentRow,
  Correction,
  CountRow,
  EventRow,
  FacetValue,
  FollowedFeed,
  MatchRow,
  Page,
  SavedQuery,
  SourceRow,
  StatementRow,
  StoredArticle,
  StoryRow,
  Watch,
} from '../records/index.ts';
import type { ExportEvent } from './exports/rows.ts';

/** Any-of within a key, all-of between keys. Parties are codes or names; `auxiliary: ['none']` wants plain events. */
export type Filter = {
  readonly party?: readonly string[];
  readonly actor?: readonly string[];
  readonly recipient?: readonly string[];
  /** `RUS-UKR`, in either direction. */
  readonly dyad?: readonly string[];
  readonly type?: readonly string[];
  readonly quad?: readonly string[];
  readonly mode?: readonly string[];
  readonly context?: readonly string[];
  readonly item?: readonly string[];
  /** Country code of the event's place. */
  readonly country?: readonly string[];
  /** Name of the event's place, in any case. */
  readonly place?: readonly string[];
  readonly auxiliary?: readonly string[];
  /** Days, both ends included. */
  readonly from?: string;
  readonly to?: string;
  readonly source?: readonly string[];
  /** Words that must all stand in the evidence or the headline. */
  readonly q?: string;
  readonly article?: readonly string[];
  readonly story?: readonly string[];
  // Of statements and commitments only.
  readonly speaker?: readonly string[];
  readonly status?: readonly string[];
  readonly kind?: readonly string[];
};

export const listKeys = [
  'party',
  'actor',
  'recipient',
  'dyad',
  'type',
  'quad',
  'mode',
  'context',
  'item',
  'country',
  'place',
  'auxiliary',
  'source',
  'article',
  'story',
  'speaker',
  'status',
  'kind',
] as const satisfies readonly (keyof Filter)[];

export const facetNames = [
  'type',
  'quad',
  'mode',
  'party',
  'country',
  'context',
  'item',
  'source',
  'auxiliary',
] as const;
/** What is counted, ... */
export const countTerms = [
  'type',
  'quad',
  'mode',
  'context',
  'item',
  'auxiliary',
  'country',
  'place',
  'source',
  'party',
  'dyad',
] as const;
/** ... over which unit of time, ... */
export const countUnits = ['day', 'month', 'year'] as const;
export type CountTerm = (typeof countTerms)[number];
export type CountUnit = (typeof countUnits)[number];
export type CountKey = CountTerm | CountUnit | `${CountTerm}-${CountUnit}`;
/** ... or both: `dyad-month`. */
export const countKeys: readonly CountKey[] = [
  ...countUnits,
  ...countTerms,
  ...countTerms.flatMap((term) => countUnits.map((unit) => `${term}-${unit}` as const)),
];
export type FacetName = (typeof facetNames)[number];

export type Paging = { readonly limit?: number; readonly cursor?: string | null };
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;
export type WatchMatch = {
  readonly watch: string;
  readonly event: string;
  readonly article: string;
  readonly tell: string;
  readonly at: string;
};
export type Totals = { readonly articles: number; readonly events: number };

/** The half that only asks. */
export type StoreReader = {
  totals(): Promise<Totals>;
  events(filter: Filter, paging?: Paging): Promise<Page<EventRow>>;
  event(id: string): Promise<EventRow | null>;
  facets(filter: Filter): Promise<Facets>;
  counts(by: CountKey, filter: Filter): Promise<readonly CountRow[]>;
  articles(filter: Filter, paging?: Paging): Promise<Page<ArticleRow>>;
  article(id: string): Promise<StoredArticle | null>;
  statements(filter: Filter, paging?: Paging): Promise<Page<StatementRow>>;
  commitments(filter: Filter, paging?: Paging): Promise<Page<CommitmentRow>>;
  stories(filter: Filter, paging?: Paging): Promise<Page<StoryRow>>;
  sources(filter: Filter, paging?: Paging): Promise<Page<SourceRow>>;
};

export type NewRecord = { readonly record: CasusRecord; readonly story?: string };
export type Added = {
  readonly added: number;
  /** Coded again: the record before it is kept in the history. */
  readonly replaced: number;
  readonly unchanged: number;
  /** Events of all these records. */
  readonly events: number;
};

export type Store = StoreReader & {
  readonly file: string;
  /** Stores records: each whole or, on a throw, none of them. Resolves when they are safe on disk. */
  add(records: readonly NewRecord[]): Promise<Added>;
  /** The versions that an article was last coded with; null when the store doesn't have it. */
  version(article: string): Promise<CasusRecord['version'] | null>;
  /** All events that a filter finds, newest first, in constant memory; for exports. */
  eachEvent(filter: Filter): AsyncGenerator<ExportEvent>;
  /** All records in order of their dates. */
  eachRecord(filter?: Filter): AsyncGenerator<CasusRecord>;
  /** True when records were added since the commitments were last saved. */
  commitmentsAreStale(): Promise<boolean>;
  saveCommitments(commitments: readonly Omit<CommitmentRow, 'article'>[]): Promise<void>;
  correct(correction: Omit<Correction, 'id' | 'made'>): Promise<Correction>;
  corrections(): Promise<readonly Correction[]>;
  watches(): Promise<readonly Watch[]>;
  addWatch(watch: Pick<Watch, 'name' | 'pattern'>): Promise<Watch>;
  removeWatch(id: string): Promise<boolean>;
  addMatches(matches: readonly Omit<WatchMatch, 'at'>[]): Promise<readonly WatchMatch[]>;
  matches(watch: string, paging?: Paging): Promise<Page<MatchRow>>;
  queries(): Promise<readonly SavedQuery[]>;
  /** Keeps a query; one of the same name gives way. */
  saveQuery(query: Omit<SavedQuery, 'id' | 'saved'>): Promise<SavedQuery>;
  removeQuery(id: string): Promise<boolean>;
  feeds(): Promise<readonly FollowedFeed[]>;
  /** Keeps a feed, new or as it has become. */
  saveFeed(feed: FollowedFeed): Promise<void>;
  removeFeed(id: string): Promise<boolean>;
  /** Writes the events of a filter, or its articles' whole records, as a Parquet file. */
  writeParquet(file: string, filter: Filter, what?: 'events' | 'records'): Promise<void>;
  /** Tells other commands where this process answers; null when it answers nowhere. */
  announce(address: string | null, token?: string | null): void;
  close(): Promise<void>;
};

export type {
  ArticleHead,
  ArticleRow,
  ArticleVersion,
  CommitmentRow,
  Correction,
  CountRow,
  EventRow,
  MatchRow,
  Page,
  SourceRow,
  StatementRow,
  StoredArticle,
  StoryRow,
  Watch,
} from '../records/index.ts';

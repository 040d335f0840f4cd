// An event in the making: its code and parties as tokens of one tree, and what it was computed from.
import type { EventTables, OperatorKind } from '../knowledge/events.ts';
import type { Lexicon } from '../knowledge/lexicon/index.ts';
import type { AuxiliaryMode, EventType } from '../records/index.ts';
import type { Matches } from './match.ts';
import type { Tree } from './tree.ts';

export type Draft = {
  readonly tree: Tree;
  readonly head: number;
  readonly type: EventType;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly cameo: string;
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  /** Theme tokens, for items. */
  readonly themes: readonly number[];
  readonly reciprocal: boolean;
  readonly auxiliary: ReadonlySet<AuxiliaryMode>;
  readonly words: readonly number[];
  readonly confidence: number;
  readonly because: readonly string[];
  readonly needs: 'party' | 'both' | 'public-actor';
  /** The actor is whoever speaks. */
  readonly bySpeaker: boolean;
  /** The events that an operator took in and that are not events of their own. */
  readonly inner: readonly Draft[];
  readonly operator: OperatorKind | null;
  /** Token of the clause whose "if" makes this conditional, or null. */
  readonly condition: number | null;
};

export type Tools = {
  readonly tree: Tree;
  readonly matches: ReadonlyMap<number, Matches>;
  readonly tables: EventTables;
  readonly lexicon: Lexicon;
};

// What a rule for time expressions is: a pattern over a sentence's text, and how its days follow from it.
import type { Sentence, Token } from '../../records/index.ts';
import type { DayRange } from './days.ts';

/** Where the governing verb puts the expression, seen from the day of publication. */
export type Tense = 'past' | 'future' | 'unknown';

export type RuleContext = {
  /** Day number of publication, or null: then only absolute dates resolve. */
  readonly published: number | null;
  readonly tense: Tense;
  readonly sentence: Sentence;
  /** The expression's tokens. */
  readonly tokens: readonly Token[];
  /** Lower-case text of the token before and after the expression, '' at the edges. */
  readonly before: string;
  readonly after: string;
};

/** Days; `unresolved` when it is a time but its days can't be known; null when it is no time after all. */
export type Resolution = DayRange | { readonly from: string; readonly to: null } | 'unresolved' | null;

export type TimeRule = {
  readonly name: string;
  /** Flags `giu` or `gu`; its match is the mention. */
  readonly pattern: RegExp;
  /** `match.groups` in lower case. */
  resolve(groups: Readonly<Record<string, string | undefined>>, context: RuleContext): Resolution;
};

/** For rules over the publication day. */
export function relative(
  context: RuleContext,
  resolve: (published: number, tense: Tense) => Resolution,
): Resolution {
  return context.published === null ? 'unresolved' : resolve(context.published, context.tense);
}

/** Words of a pattern that may begin a sentence, for patterns whose names keep their case: `[Oo]n|[Ss]ince`. */
export function anyCase(words: string): string {
  return words.replace(/(?<=^|\|)[a-z]/g, (first) => `[${first.toUpperCase()}${first}]`);
}

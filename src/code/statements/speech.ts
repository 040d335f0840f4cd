// What speech is before its speaker is resolved: places in trees and offsets, and the words that report it.
import type { Token } from '../../records/index.ts';
import type { Tree } from '../tree.ts';

export type Place = { readonly tree: Tree; readonly at: number };
export type Stretch = { readonly start: number; readonly end: number };

/** How the attribution was recognised; for explanation and for measuring. */
export type Frame =
  | 'clause'
  | 'infinitive'
  | 'topic'
  | 'naming'
  | 'noun'
  | 'adjective'
  | 'as'
  | 'according'
  | 'colon'
  | 'quote';

export type Speech = {
  /** The noun that speaks, relative pronouns undone; null when the text names nobody ("reportedly", "it is said"). */
  readonly speaker: Place | null;
  /** The words of the source beside the cue: "who" in "the general who said". */
  readonly source: Stretch | null;
  readonly cue: Stretch | null;
  readonly start: number;
  readonly end: number;
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** Whether something was said, or only wanted, believed, supported ("Minsk wants to join"). */
  readonly manner: 'speech' | 'attitude';
  readonly frame: Frame;
  /** Reported within what another one reports, or within quoted words. */
  readonly nested: boolean;
};

/** A verb, noun or preposition that reports, in its tree, before quotations are looked at. */
export type Cue = {
  readonly tree: Tree;
  readonly at: number;
  readonly speaker: number | null;
  readonly source: number | null;
  readonly manner: Speech['manner'];
  /** Each frame that the cue fills with its content tokens, in order of the text; empty for a bare "he said". */
  readonly content: readonly number[];
  readonly frame: Frame;
};

/** Classes of the lexicon that report. */
export type ReportingWords = {
  /** say, tell, warn: take quotations and clauses. */
  readonly speech: ReadonlySet<string>;
  /** believe, hope, know: a clause is what somebody has in mind. */
  readonly attitude: ReadonlySet<string>;
  /** refuse, vow, urge: an infinitive is what somebody has in mind. */
  readonly intent: ReadonlySet<string>;
  /** support, oppose, criticise: the object is what the attitude is about. */
  readonly stance: ReadonlySet<string>;
  /** call, accuse: object and predicate together are the content. */
  readonly naming: ReadonlySet<string>;
  /** speak, apologise: "to" and "with" name the hearer. */
  readonly addressed: ReadonlySet<string>;
  /** interview, Friday: where and when it was said. */
  readonly settings: ReadonlySet<string>;
  /** claim, warning, hope: nouns with "that", "to" or "of". */
  readonly nouns: ReadonlySet<string>;
  /** criticism, support, concern: nouns with "of", "for" or "about". */
  readonly stands: ReadonlySet<string>;
  /** convince, worry: in the passive the subject is who thinks so. */
  readonly felt: ReadonlySet<string>;
  /** statement, letter: what somebody issues to say something. */
  readonly papers: ReadonlySet<string>;
  /** confident, worried, aware. */
  readonly adjectives: ReadonlySet<string>;
  /** ensure, mean, cause: their clause is no report. */
  readonly never: ReadonlySet<string>;
};

export function reportingWords(classes: ReadonlyMap<string, ReadonlySet<string>>): ReportingWords {
  const get = (name: string): ReadonlySet<string> => classes.get(name) ?? new Set();
  return {
    speech: get('speech-verbs'),
    attitude: get('attitude-verbs'),
    intent: get('intent-verbs'),
    stance: get('stance-verbs'),
    naming: get('naming-verbs'),
    addressed: get('addressing-verbs'),
    settings: get('speech-settings'),
    nouns: get('speech-nouns'),
    stands: get('stance-nouns'),
    felt: get('felt-verbs'),
    papers: get('speech-papers'),
    adjectives: get('attitude-adjectives'),
    never: get('non-reporting-verbs'),
  };
}

export const lemmaOf = (token: Token): string => token.lemma.toLowerCase();

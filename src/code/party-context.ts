// What is known of a document while its parties are read.
import type { ActorIndex } from '../knowledge/actors.ts';
import type { Party } from '../records/index.ts';
import type { SentenceMentions } from './mentions.ts';
import type { Tree } from './tree.ts';

export type PartyContext = {
  readonly actors: ActorIndex;
  readonly date: string | null;
  readonly text: string;
  readonly mentionsOf: (tree: Tree) => SentenceMentions;
  /** The country of a large town that the actors don't know ("the Koblenz court"), or null. */
  readonly townCountry: (name: string) => string | null;
  /** Is this a noun for somebody who is not its owner: "its neighbours"? */
  readonly isRelational: (lemma: string) => boolean;
  /** The country that the document is about, or null. */
  readonly home: string | null;
  /** A person introduced before, whom a bare surname means; null mostly. */
  readonly called: (tree: Tree, at: number) => Party | null;
  /** How often the document names a country or organisation beyond doubt. */
  readonly named: (country: string) => number;
  /** Who made, sent or published a thing, by the participle behind it. */
  readonly makersOf: (tree: Tree, at: number) => readonly number[];
  /** Is it a deed before which a place's name tells where: "the Kabul bombing"? */
  readonly isLocated: (tree: Tree, at: number) => boolean;
  /** Does it represent one state in another: embassy, ambassador? */
  readonly isMission: (lemma: string) => boolean;
  /** Does it only count (tens, thousands)? */
  readonly isCount: (lemma: string) => boolean;
  /** Parties that a pronoun or an anaphoric noun phrase stands for. */
  readonly refer: (tree: Tree, at: number) => readonly Party[];
};

// What the actor index is made of: entities (who exists), names (how they are written), agents (common nouns).

export const entityKinds = [
  'state',
  'territory',
  'former',
  'place',
  'body',
  'party',
  'person',
  'organisation',
  'group',
  'company',
] as const;
export type EntityKind = (typeof entityKinds)[number];

/**
 * How a name stands for its entity: its own name; an adjective (Turkish); a people (Turks); a capital (Ankara) or a
 * seat of government (the Kremlin), which stand for the government only when they act; a surname alone.
 */
export const nameForms = ['name', 'adjective', 'demonym', 'capital', 'seat', 'surname'] as const;
export type NameForm = (typeof nameForms)[number];

/** A time in which an entity had this country and these sectors; for a person, an office held. */
export type Tenure = {
  readonly country: string | null;
  readonly sectors: readonly string[];
  readonly from: string | null;
  readonly until: string | null;
  readonly office: string | null;
  readonly title: string | null;
  /** The organisation or group in which the office is held, when it isn't the country's own. */
  readonly organisation: string | null;
};

export type Entity = {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** ISO 3166-1 alpha-3 (also of former states), UNO, EUN, NAT, IGO, or null. */
  readonly country: string | null;
  readonly sectors: readonly string[];
  readonly wikidata: string | null;
  readonly from: string | null;
  readonly until: string | null;
  /** Where an armed group acts, when that is more than its country. */
  readonly home: readonly string[];
  /** Present when country and sectors change with time; in order of `from`. */
  readonly tenures: readonly Tenure[] | null;
};

/**
 * [written name, its key, index into entities, form, from, until, layer]; layer 1 is the user's and hides layer 0.
 * The key is kept so that start-up need not make it again.
 */
export type NameRow = readonly [string, string, number, NameForm, string | null, string | null, 0 | 1];

export type Agent = {
  /** The head as a singular lemma, such as "foreign ministry spokesman". */
  readonly head: string;
  readonly sectors: readonly string[];
  /** Keys of the offices that the noun may name, most likely first; empty for other nouns. */
  readonly offices: readonly string[];
  /** The noun names the office only where the holder's title holds one of these; empty: always. */
  readonly titles: readonly string[];
  readonly kind: 'person' | 'people' | 'body';
  /** A fixed country or organisation code that the noun carries (blue helmet: UNO), else null. */
  readonly country: string | null;
};

export type StateInfo = {
  readonly code: string;
  readonly name: string;
  readonly kind: 'state' | 'territory' | 'former';
  readonly iso2: string | null;
  readonly cow: { readonly number: number; readonly abbreviation: string } | null;
  readonly fips: string | null;
  /** CAMEO's country code; the same as `code` unless the two differ. */
  readonly cameo: string;
  readonly wikidata: string | null;
  /** Which office leads the country, so that "the Turkish leader" can be resolved. */
  readonly leader: 'head-of-state' | 'head-of-government' | null;
  readonly sovereign: string | null;
  readonly from: string | null;
  readonly until: string | null;
};

export type Membership = {
  readonly country: string;
  readonly from: string | null;
  readonly until: string | null;
};

/** An organisation or an informal group of states, by its key (NATO, G7, P5). */
export type MemberList = {
  readonly key: string;
  readonly name: string;
  readonly members: readonly Membership[];
};

/** Common words that stand for one state in an article that names one of `beside`: "the North", "northern troops". */
export type Epithet = {
  readonly country: string;
  readonly words: readonly string[];
  readonly adjectives: readonly string[];
  readonly beside: readonly string[];
};

/** All of knowledge/actors as one JSON-safe value. */
export type ActorData = {
  readonly states: readonly StateInfo[];
  readonly entities: readonly Entity[];
  readonly names: readonly NameRow[];
  readonly agents: readonly Agent[];
  readonly groups: readonly MemberList[];
  readonly sectors: Readonly<Record<string, string>>;
  /** CAMEO agent codes that are spelt otherwise here: INS is REB. Null drops the code. */
  readonly cameoSectors: Readonly<Record<string, string | null>>;
  /** CAMEO's country codes that are spelt otherwise here: KSV is XKX. */
  readonly cameoCountries: Readonly<Record<string, string>>;
  /** CAMEO's codes of organisations that have a code of their own here: EUR is EUN. */
  readonly cameoOrganisations: Readonly<Record<string, string>>;
  /** What UNO, EUN, NAT and IGO are called. */
  readonly organisationNames: Readonly<Record<string, string>>;
  /** Keys of offices with their sectors. */
  readonly offices: Readonly<Record<string, readonly string[]>>;
  /** Names that several states bear, by key, and the country meant when nothing else tells (null: nobody). */
  readonly shared: Readonly<Record<string, string | null>>;
  /** Names that are also common words (May, Chad): not matched first in a sentence nor in a line of capitals. */
  readonly commonWords: readonly string[];
  readonly epithets: readonly Epithet[];
  /** Words that stand before a surname: Mr, Sen, Sir. */
  readonly titles: readonly string[];
};

/** One reading of a matched name: an entity, and in which form it was named. */
export type Actor = Entity & {
  readonly form: NameForm;
  /** The written name as the knowledge has it. */
  readonly written: string;
  /** The name's own dates (Bonn stood for Germany until 1999). */
  readonly nameFrom: string | null;
  readonly nameUntil: string | null;
};

export type Resolved = {
  readonly name: string;
  readonly country: string | null;
  readonly sectors: readonly string[];
  readonly wikidata: string | null;
  readonly office: string | null;
  readonly title: string | null;
  /** Whether the state existed, the office was held, at the date. */
  readonly standing: 'current' | 'former' | 'future';
};

export type Person = {
  readonly name: string;
  readonly country: string | null;
  readonly office: string;
  readonly title: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly wikidata: string | null;
};

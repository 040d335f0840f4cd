// How one commitment is read: what its condition does, when it runs out, what it restates, what it takes back.
import { type Pattern, parsePattern } from '../knowledge/patterns.ts';
import type { Commitment } from '../records/event.ts';
import type { Law } from './law.ts';

export type Follow = {
  readonly commitment: Commitment;
  readonly condition: Pattern | null;
  /** What was promised or threatened, done by who said so. */
  readonly deed: Pattern | null;
  /** Who does it to whom, in that direction. */
  readonly parties: Pick<Pattern, 'actor' | 'recipient'>;
  readonly onlyIf: boolean;
  /** Last day for the deed, and for the condition. */
  readonly deadline: string | null;
  readonly conditionDeadline: string | null;
};

/** Exchanges have no direction: who promised to meet has kept it when the other is named first. */
const mutual = new Set(['CONSULT', 'COOPERATE', 'AGREE']);

/** Reads a commitment's patterns; one that can't be read counts as vague. */
export function followOf(commitment: Commitment, published: string | null, law: Law): Follow {
  const read = (raw: unknown): Pattern | null => {
    if (raw === null || raw === undefined) return null;
    const { pattern, faults } = parsePattern(raw, { items: law.items });
    return faults.length === 0 ? pattern : null;
  };
  const condition = read(commitment.condition?.pattern);
  const deed = read(commitment.consequence.pattern);
  const own = deed === null ? null : ownDeed(deed, commitment);
  return {
    commitment: { ...commitment, made: commitment.made ?? published },
    condition: withoutDate(condition),
    deed: own === null ? null : withoutDate(bothWays(own)),
    parties: own === null ? {} : own,
    onlyIf: /^\s*only\b/i.test(commitment.condition?.text ?? ''),
    deadline: deed?.date?.until ?? null,
    conditionDeadline: condition?.date?.until ?? null,
  };
}

/** The deed is the maker's own unless the pattern names another. */
function ownDeed(deed: Pattern, { by }: Commitment): Pattern {
  const codes = [...new Set(by.map(({ country }) => country).filter((code) => code !== null))];
  return deed.actor !== undefined || codes.length === 0 ? deed : { ...deed, actor: { any: codes, not: [] } };
}

function bothWays(deed: Pattern): Pattern {
  const { actor, recipient, ...rest } = deed;
  if (actor === undefined || recipient === undefined || !deed.type?.any.some((type) => mutual.has(type)))
    return deed;
  // The last: all named as actors together, with nobody as recipient.
  return {
    ...rest,
    any: [
      { actor, recipient },
      { actor: recipient, recipient: actor },
      { actor, any: [{ actor: recipient }] },
    ],
  };
}

/** A deadline is judged by the tracker, so that a late deed is still seen. */
function withoutDate(pattern: Pattern | null): Pattern | null {
  if (pattern === null) return null;
  const { date: _, ...rest } = pattern;
  return rest;
}

/** What a condition does to its commitment: calls it up, averts it, ends it, or carries it as long as it lasts. */
export function clauseKind({ condition }: Commitment): 'if' | 'unless' | 'until' | 'while' {
  const text = condition?.text ?? '';
  if (/^\s*(?:unless|or else)\b/i.test(text)) return 'unless';
  if (/^\s*(?:until|till)\b/i.test(text)) return 'until';
  return /^\s*(?:as long as|so long as|while)\b/i.test(text) ? 'while' : 'if';
}

/** The same commitment said again: same makers, same polarity, same patterns (or words, where they are vague). */
export function restates(later: Follow, earlier: Follow): boolean {
  const [one, two] = [later.commitment, earlier.commitment];
  if (one.consequence.polarity !== two.consequence.polarity || !sameMakers(one, two)) return false;
  if (kindClass(one.kind) !== kindClass(two.kind)) return false;
  return sameCondition(later, earlier) && sameDeed(later, earlier);
}

/** The makers now say the contrary of what they had said. */
export function takesBack(later: Follow, earlier: Follow): boolean {
  const [one, two] = [later.commitment, earlier.commitment];
  if (one.consequence.polarity === two.consequence.polarity || !sameMakers(one, two) || later.deed === null)
    return false;
  // "We will not send tanks unless attacked" doesn't take back "we will send tanks".
  if (one.condition !== null && !sameCondition(later, earlier)) return false;
  return sameDeed(later, earlier);
}

function kindClass(kind: Commitment['kind']): string {
  return kind === 'warning' ? 'threat' : kind === 'denial' ? 'promise' : kind;
}

/** Who made it, as one key. */
export function makersOf({ by }: Commitment): string {
  return [...new Set(by.map(({ country, name }) => country ?? name))].sort().join();
}

function sameMakers(one: Commitment, two: Commitment): boolean {
  return makersOf(one) === makersOf(two);
}

function sameCondition(later: Follow, earlier: Follow): boolean {
  const [one, two] = [later.commitment.condition, earlier.commitment.condition];
  if (one === null || two === null) return one === two;
  if (clauseKind(later.commitment) !== clauseKind(earlier.commitment)) return false;
  if (later.condition === null || earlier.condition === null)
    return later.condition === earlier.condition && sameWords(one.text, two.text);
  return JSON.stringify(sorted(later.condition)) === JSON.stringify(sorted(earlier.condition));
}

function sameDeed(later: Follow, earlier: Follow): boolean {
  if (later.deed === null || earlier.deed === null) {
    return (
      later.deed === earlier.deed &&
      sameWords(later.commitment.consequence.text, earlier.commitment.consequence.text)
    );
  }
  return JSON.stringify(sorted(later.deed)) === JSON.stringify(sorted(earlier.deed));
}

/** Key order and list order say nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted).sort((one, two) => (JSON.stringify(one) < JSON.stringify(two) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [two]) => (one < two ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

const small = new Set(
  'a an the to of in on at for with and or be been is are was were make makes made do does did take takes took will would shall can could may might we i he she they it that this our its their his her'.split(
    ' ',
  ),
);

/** Most of the words that carry meaning are shared. */
function sameWords(one: string, two: string): boolean {
  const words = (text: string) =>
    new Set(
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '' && !small.has(word)),
    );
  const [first, second] = [words(one), words(two)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared > 0 && shared / Math.max(first.size, second.size) >= 0.6;
}

// Scores the golden articles: which coded event is which expected one, what is missed, what is wrong.
import type { CasusRecord, Event, Party } from '../src/records/index.ts';
import type { GoldenArticle, GoldenEvent } from './golden-read.ts';
import { covers, fitsExpectation, fitsParties, isOneOf, isWhen, touches } from './match.ts';

export type Pair = { readonly want: GoldenEvent; readonly event: Event };
/** Why something is missed or wrong, from the nearest event on the other side that rests on the same words. */
export type Miss = {
  readonly want: GoldenEvent;
  readonly kind: 'type' | 'actors' | 'recipients' | 'both parties' | 'nothing coded';
  readonly near: Event | null;
};
export type Wrong = {
  readonly event: Event;
  readonly kind: 'type' | 'actors' | 'recipients' | 'both parties' | 'told twice' | 'nothing expected';
  readonly near: GoldenEvent | null;
};
export type ArticleScore = {
  readonly id: string;
  readonly dated: boolean;
  readonly pairs: readonly Pair[];
  readonly misses: readonly Miss[];
  readonly wrongs: readonly Wrong[];
};

/** Pairs must-events with coded events one to one, as many as can be; the rest is missed, defensible or wrong. */
export function scoreArticle(article: GoldenArticle, record: CasusRecord): ArticleScore {
  const { text } = record.document;
  const must = article.events.filter((want) => want.must);
  const pairs = pairUp(must, record.events, text);
  const paired = new Set(pairs.map(({ event }) => event.id));
  const met = new Set(pairs.map(({ want }) => want));
  const rest = record.events.filter(
    (event) =>
      !paired.has(event.id) &&
      !article.events.some((want) => !want.must && fitsExpectation(event, want, text)),
  );
  const missed = must.filter((want) => !met.has(want));
  return {
    id: article.id,
    dated: record.document.published?.slice(0, 10) === article.published,
    pairs,
    misses: missed.map((want) => explainMiss(want, rest, text)),
    wrongs: rest.map((event) => explainWrong(event, missed, must, text)),
  };
}

/** A largest one-to-one matching (augmenting paths), better pairs tried first. */
function pairUp(wanted: readonly GoldenEvent[], events: readonly Event[], text: string): Pair[] {
  const edges = wanted.map((want) =>
    events
      .map((event, index) => ({ event, index }))
      .filter(({ event }) => fitsExpectation(event, want, text))
      .sort((a, b) => likeness(b.event, want, text) - likeness(a.event, want, text))
      .map(({ index }) => index),
  );
  const owner = new Map<number, number>();
  const place = (want: number, tried: Set<number>): boolean => {
    for (const index of edges[want]!) {
      if (tried.has(index)) continue;
      tried.add(index);
      const other = owner.get(index);
      if (other === undefined || place(other, tried)) {
        owner.set(index, want);
        return true;
      }
    }
    return false;
  };
  for (const want of wanted.keys()) place(want, new Set());
  return [...owner]
    .sort(([, a], [, b]) => a - b)
    .map(([index, want]) => ({ want: wanted[want]!, event: events[index]! }));
}

/** How much else agrees; the trigger within the expected words weighs most. */
function likeness(event: Event, want: GoldenEvent, text: string): number {
  const inside = touches({ ...event, evidence: event.trigger, mentions: [] }, want.evidence, text);
  return (
    (inside ? 4 : 0) +
    (isMode(event, want) ? 1 : 0) +
    (isAuxiliary(event, want) ? 2 : 0) +
    (want.when !== undefined && isWhen(event, want.when) ? 1 : 0)
  );
}

export function isMode(event: Event, want: GoldenEvent): boolean {
  return want.mode === undefined || want.mode.includes(event.mode);
}

/** Exactly the wanted auxiliary modes; those with a question mark may stand or not. */
export function isAuxiliary(event: Event, want: GoldenEvent): boolean {
  const allowed = want.auxiliary.map((mode) => mode.replace('?', ''));
  return (
    event.auxiliary.every((mode) => allowed.includes(mode)) &&
    want.auxiliary.every((mode) => mode.endsWith('?') || event.auxiliary.some((have) => have === mode))
  );
}

/** Nobody acts or receives who was not wanted; parties without a code and sides that are open aside. */
export function isExact({ event, want }: Pair): boolean {
  const { actors, recipients, reciprocal } = want;
  const only = (parties: readonly Party[], codes: readonly string[]): boolean =>
    codes.some((one) => one.split('|').includes('*')) ||
    parties.every((party) => party.country === null || codes.some((one) => isOneOf(party, one)));
  if (reciprocal) return only([...event.actors, ...event.recipients], [...actors, ...recipients]);
  return only(event.actors, actors) && only(event.recipients, recipients);
}

function explainMiss(want: GoldenEvent, rest: readonly Event[], text: string): Miss {
  const here = rest.filter((event) => touches(event, want.evidence, text));
  const near = bestNear(here, (event) => closeness(event, want, text));
  return { want, near, kind: near === null ? 'nothing coded' : difference(near, want) };
}

function explainWrong(
  event: Event,
  missed: readonly GoldenEvent[],
  must: readonly GoldenEvent[],
  text: string,
): Wrong {
  const again = must.find((want) => !missed.includes(want) && fitsExpectation(event, want, text));
  if (again !== undefined) return { event, near: again, kind: 'told twice' };
  const here = missed.filter((want) => touches(event, want.evidence, text));
  const near = bestNear(here, (want) => closeness(event, want, text));
  return { event, near, kind: near === null ? 'nothing expected' : difference(event, near) };
}

/** Something in common besides the sentence: the type, the parties, or the very words. */
function closeness(event: Event, want: GoldenEvent, text: string): number {
  const inside = touches({ ...event, evidence: event.trigger, mentions: [] }, want.evidence, text);
  return (want.type.includes(event.type) ? 2 : 0) + (fitsParties(event, want) ? 2 : 0) + (inside ? 3 : 0);
}

function bestNear<T>(all: readonly T[], rate: (one: T) => number): T | null {
  const rated = all.map((one) => ({ one, rate: rate(one) })).filter(({ rate }) => rate > 0);
  return rated.sort((a, b) => b.rate - a.rate)[0]?.one ?? null;
}

function difference(event: Event, want: GoldenEvent): 'type' | 'actors' | 'recipients' | 'both parties' {
  if (!want.type.includes(event.type)) return 'type';
  if (covers(event.actors, want.actors)) return 'recipients';
  return covers(event.recipients, want.recipients) ? 'actors' : 'both parties';
}

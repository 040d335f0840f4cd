// Resolves a reading of a name to country and sectors at a date: a person by the office held then, a state by its life.
import { covers, isBefore, type Period } from './dates.ts';
import type { Actor, Entity, Resolved, Tenure } from './types.ts';

/**
 * What the actor was at the date (null: now). A person in office has the office's sectors; before it none, after it
 * ELI (elites), as the field does. The country stays.
 */
export function resolve(actor: Entity | Actor, date: string | null): Resolved {
  const base = { name: actor.name, wikidata: actor.wikidata };
  const plain = { ...base, country: actor.country, sectors: actor.sectors, office: null, title: null };
  if (actor.tenures === null) return { ...plain, standing: standing(actor, date) };
  const tenure = tenureAt(actor.tenures, date);
  if (tenure !== null) return { ...base, ...fields(tenure), standing: 'current' };
  const past = date === null ? actor.tenures : actor.tenures.filter(({ from }) => !isBefore(date, from));
  const last = past.at(-1);
  if (last === undefined) return { ...plain, sectors: [], standing: 'future' };
  const sectors = actor.kind === 'person' ? ['ELI'] : last.sectors;
  return {
    ...base,
    country: last.country,
    sectors,
    office: last.office,
    title: last.title,
    standing: 'former',
  };
}

/** The tenure held at the date; on a day of handing over, and where offices are held together, the first listed. */
export function tenureAt(tenures: readonly Tenure[], date: string | null): Tenure | null {
  const held = tenures.filter((tenure) => covers(tenure, date));
  return held.find(isLeading) ?? held.at(-1) ?? null;
}

const leading: ReadonlySet<string> = new Set(['head-of-state', 'head-of-government']);

function fields({ country, sectors, office, title }: Tenure) {
  return { country, sectors, office, title };
}

function standing(period: Period, date: string | null): Resolved['standing'] {
  if (covers(period, date)) return 'current';
  return date !== null && isBefore(date, period.from) ? 'future' : 'former';
}

/**
 * The one reading that fits the date, or null when several parties of different countries fit equally: never guessed.
 * A current bearer goes before a former one, a full name before a surname (Wagner is the group), and among former
 * office holders the last in office goes first.
 */
export function settle(
  actors: readonly Actor[],
  date: string | null,
  preferred: string | null = null,
): Actor | null {
  const named = actors.filter((actor) => covers({ from: actor.nameFrom, until: actor.nameUntil }, date));
  const pool = named.length > 0 ? named : actors;
  const ranked = pool
    .filter((actor) => isKnownBySurname(actor, date))
    .map((actor) => ({ actor, standing: resolve(actor, date).standing }));
  for (const wanted of ['current', 'former', 'future'] as const) {
    const fitting = ranked.filter((row) => row.standing === wanted).map((row) => row.actor);
    if (fitting.length === 0) continue;
    const near = preferred === null ? [] : fitting.filter((actor) => actor.country === preferred);
    if (near.length > 0) return only(near);
    const full = fitting.filter(({ form }) => form !== 'surname');
    const best = full.length > 0 ? full : fitting;
    if (best.some(({ kind }) => kind !== 'person')) return only(best);
    return only(leaders(wanted === 'former' ? latest(best) : best)) ?? leadingNow(best, date);
  }
  return null;
}

/** The first of readings that all mean the same bearer, or at least the same country and kind of name. */
function only(actors: readonly Actor[]): Actor | null {
  const [first, ...others] = actors;
  if (first === undefined) return null;
  const same = (actor: Actor) =>
    actor.id === first.id ||
    (actor.kind !== 'person' && first.kind !== 'person' && actor.country === first.country);
  return others.every(same) ? first : null;
}

/**
 * A bare surname means whoever is in office, or once led a country: not some former minister of the same name. Where
 * the date is unknown, so is who was in office.
 */
function isKnownBySurname(actor: Actor, date: string | null): boolean {
  if (date === null || actor.form !== 'surname' || actor.tenures === null || actor.tenures.some(isLeading))
    return true;
  return tenureAt(actor.tenures, date) !== null;
}

/** The one of them who leads a country at the date: Kim is Kim Jong Un rather than his premier or a minister. */
function leadingNow(actors: readonly Actor[], date: string | null): Actor | null {
  const holding = (fits: (tenure: Tenure) => boolean) =>
    actors.filter(({ tenures }) => tenures?.some((tenure) => fits(tenure) && covers(tenure, date)));
  const now = holding(isLeading);
  const oneCountry = now.every(({ country }) => country === now[0]?.country);
  return only(now) ?? (oneCountry ? only(holding(({ office }) => office === 'head-of-state')) : null);
}

function isLeading({ office }: Tenure): boolean {
  return office !== null && leading.has(office);
}

/** Where all are persons of one country, those who led it: Bush is the president, not the first lady. */
function leaders(actors: readonly Actor[]): readonly Actor[] {
  const [first] = actors;
  if (actors.some(({ kind, country }) => kind !== 'person' || country !== first?.country)) return actors;
  const led = actors.filter(({ tenures }) =>
    tenures?.some(({ office }) => office !== null && leading.has(office)),
  );
  return led.length > 0 ? led : actors;
}

function latest(actors: readonly Actor[]): Actor[] {
  const end = (actor: Actor) => actor.tenures?.at(-1)?.until ?? actor.until ?? '';
  const last = actors.map(end).sort().at(-1);
  return actors.filter((actor) => end(actor) === last);
}

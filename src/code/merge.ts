// One event told twice in an article is one event with all its mentions; the fuller telling leads.
import type { Annotated, Event, Party } from '../records/index.ts';
import type { Built } from './build-event.ts';

/** Merges repeats; a headline's event goes into the body's. Order of the text is kept. */
export function mergeEvents(
  built: readonly Built[],
  annotated: Annotated,
): { readonly merged: Built[]; readonly renamed: (id: string) => string } {
  const out: Built[] = [];
  const renamed = new Map<string, string>();
  for (const one of built) {
    const at = out.findIndex((other) => isSame(other, one, annotated));
    if (at < 0) {
      out.push(one);
      continue;
    }
    const joined = join(out[at]!, one);
    renamed.set(one.event.id, joined.event.id);
    renamed.set(out[at]!.event.id, joined.event.id);
    out[at] = joined;
  }
  const last = (id: string): string => {
    const next = renamed.get(id);
    return next === undefined || next === id ? id : last(next);
  };
  const merged = out.map(({ event, draft }) => ({
    draft,
    event: {
      ...event,
      responseTo: event.responseTo
        .map((link) => ({ ...link, event: last(link.event) }))
        .filter((link) => link.event !== event.id),
    },
  }));
  return { merged, renamed: last };
}

function isSame(a: Built, b: Built, annotated: Annotated): boolean {
  const [one, two] = [a.event, b.event];
  if (one.type !== two.type || (a.draft.head === b.draft.head && a.draft.tree === b.draft.tree)) return false;
  if (one.auxiliary.join() !== two.auxiliary.join()) return false;
  if (one.mode !== two.mode && one.mode !== null && two.mode !== null) return false;
  const headline = isHeadline(a, annotated) || isHeadline(b, annotated);
  if (
    !headline &&
    one.trigger.text.toLowerCase() !== two.trigger.text.toLowerCase() &&
    one.cameo !== two.cameo
  )
    return false;
  if (!sameTime(one, two)) return false;
  return headline
    ? fits(one, two) || fits(two, one)
    : equal(one.actors, two.actors) && equal(one.recipients, two.recipients);
}

function isHeadline(one: Built, annotated: Annotated): boolean {
  return annotated.document.blocks[one.draft.tree.sentence.block]?.kind === 'headline';
}

function sameTime(one: Event, two: Event): boolean {
  if (
    one.when === null ||
    two.when === null ||
    one.when.basis === 'published' ||
    two.when.basis === 'published'
  )
    return true;
  return one.when.from <= two.when.to && two.when.from <= one.when.to;
}

function key(party: Party): string {
  return party.country ?? party.name.toLowerCase();
}

function equal(one: readonly Party[], two: readonly Party[]): boolean {
  const [a, b] = [new Set(one.map(key)), new Set(two.map(key))];
  return a.size === b.size && [...a].every((name) => b.has(name));
}

/** Every party of the shorter telling is in the longer one. */
function fits(short: Event, long: Event): boolean {
  const within = (a: readonly Party[], b: readonly Party[]): boolean =>
    a.every((party) => b.some((other) => key(other) === key(party)));
  return (
    within(short.actors, long.actors) &&
    within(short.recipients, long.recipients) &&
    short.actors.length + short.recipients.length > 0
  );
}

function join(first: Built, second: Built): Built {
  const fuller = fullness(second.event) > fullness(first.event) ? second : first;
  const other = fuller === first ? second : first;
  const items = [...fuller.event.items];
  for (const item of other.event.items)
    if (!items.some((one) => one.category === item.category)) items.push(item);
  return {
    draft: fuller.draft,
    event: {
      ...fuller.event,
      items,
      when:
        fuller.event.when === null || (fuller.event.when.basis === 'published' && other.event.when !== null)
          ? other.event.when
          : fuller.event.when,
      place: fuller.event.place ?? other.event.place,
      responseTo: [...fuller.event.responseTo, ...other.event.responseTo],
      mentions: [...fuller.event.mentions, other.event.evidence, ...other.event.mentions],
    },
  };
}

function fullness(event: Event): number {
  const stated = event.when !== null && event.when.basis !== 'published' ? 2 : 0;
  const named = [...event.actors, ...event.recipients].filter((party) => party.basis !== 'unknown').length;
  return stated + named * 2 + event.items.length + (event.place === null ? 0 : 1);
}

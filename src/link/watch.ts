// A user's own rules over events: which of them an event sets off, and what a pattern means in plain words.
import type { Pattern, Values } from '../knowledge/patterns.ts';
import type { WatchRule } from '../knowledge/patterns-rules.ts';
import type { Event } from '../records/event.ts';
import { viewEvent } from './event-view.ts';
import type { Law } from './law.ts';
import type { Binding } from './match.ts';
import { indexPatterns, type PatternIndex } from './pattern-index.ts';

export type WatchHit = {
  readonly rule: string;
  readonly tell: string;
  readonly event: string;
  readonly bindings: readonly Binding[];
};

/** Indexes rules for many events. */
export function indexWatches(rules: readonly WatchRule[], law: Law): PatternIndex<WatchRule> {
  return indexPatterns(
    rules.map((rule) => ({ value: rule, pattern: rule.when })),
    law.isMember,
    law.everMembers,
  );
}

/** The rules that these events set off; `date` stands in for events without a day. */
export function matchWatches(
  events: readonly Event[],
  index: PatternIndex<WatchRule>,
  law: Law,
  date: string | null = null,
): WatchHit[] {
  return events.flatMap((event) =>
    index.match(viewEvent(event, law.items, date)).map(({ value, bindings }) => ({
      rule: value.id,
      tell: fill(value.tell, bindings[0] ?? {}),
      event: event.id,
      bindings,
    })),
  );
}

/** "$attacker attacked $attacked" with what the variables stand for. */
function fill(text: string, binding: Binding): string {
  return text.replace(/\$[a-z][A-Za-z]*/g, (name) => binding[name] ?? name);
}

/** A pattern in plain words. */
export function explainPattern(pattern: Pattern, law: Law): string {
  const parts: string[] = [pattern.type === undefined ? 'any event' : `${say(pattern.type)}`];
  if (pattern.mode !== undefined) parts.push(`in mode ${say(pattern.mode)}`);
  if (pattern.quad !== undefined) parts.push(`of class ${say(pattern.quad)}`);
  if (pattern.cameo !== undefined) parts.push(`with CAMEO code ${say(pattern.cameo)}`);
  if (pattern.actor !== undefined) parts.push(`by ${sayParties(pattern.actor, law)}`);
  if (pattern.recipient !== undefined) parts.push(`to ${sayParties(pattern.recipient, law)}`);
  if (pattern.item !== undefined)
    parts.push(
      `of ${say(pattern.item, (item) => `${item} (${law.items.categories.get(item)?.definition.replace(/\.$/, '') ?? ''}, and all below)`)}`,
    );
  if (pattern.context !== undefined) parts.push(`in the context ${say(pattern.context)}`);
  if (pattern.place !== undefined) parts.push(`in ${say(pattern.place)}`);
  if (pattern.auxiliary !== undefined) parts.push(`marked ${say(pattern.auxiliary)}`);
  if (pattern.date !== undefined)
    parts.push(`between ${pattern.date.from ?? 'any day'} and ${pattern.date.until ?? 'any day'}`);
  for (const [name, values] of Object.entries(pattern.where ?? {}))
    parts.push(`where ${name} is ${sayParties(values, law)}`);
  if (pattern.any !== undefined)
    parts.push(
      `and at least one of: ${pattern.any.map((one) => `(${explainPattern(one, law)})`).join(' or ')}`,
    );
  if (pattern.not !== undefined)
    parts.push(`and not ${pattern.not.map((one) => `(${explainPattern(one, law)})`).join(' nor ')}`);
  return parts.join(' ');
}

function say({ any, not }: Values, word: (atom: string) => string = (atom) => atom): string {
  const parts = [any.map(word).join(' or '), not.length === 0 ? '' : `not ${not.map(word).join(' nor ')}`];
  return parts.filter((part) => part !== '').join(', ') || 'anything';
}

function sayParties(values: Values, law: Law): string {
  return say(values, (atom) => {
    if (atom.startsWith('$')) return `somebody (${atom})`;
    if (atom.startsWith('@')) {
      const members = law.actors.members(atom.slice(1), law.knowledgeDate) ?? law.everMembers(atom.slice(1));
      return `a member of ${atom.slice(1)}${members === null ? '' : ` (${members.length} states on ${law.knowledgeDate})`}`;
    }
    return law.actors.byCode(atom.slice(0, 3))?.name ?? atom;
  });
}

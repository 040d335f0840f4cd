// Assumes events and runs the rules to the end: commitments, treaties, prohibitions, and what those bring about in turn.
// A rule fires once on an event, equal events are one, and the depth is limited, so it always ends.

import { type Pattern, parsePattern, type Values } from '../knowledge/patterns.ts';
import type { Commitment, Event, Party } from '../records/event.ts';
import { type Problem, problem } from '../records/problem.ts';
import { assumeEvent } from './assume-event.ts';
import { type CheckVerdict, judge } from './check.ts';
import { viewEvent } from './event-view.ts';
import type { Law } from './law.ts';
import type { Binding } from './match.ts';
import { findDuties } from './obliged.ts';
import { findParty } from './party.ts';
import { indexPatterns, type PatternIndex } from './pattern-index.ts';

export type Consequence = {
  /** Id of the treaty, the regime or the commitment. */
  readonly rule: string;
  readonly kind: 'treaty' | 'regime' | 'commitment';
  readonly verdict: 'obliges' | 'triggers' | 'keeps' | 'breaks' | Exclude<CheckVerdict, 'permitted'>;
  readonly text: string;
  readonly citations: readonly string[];
  /** Rules from the assumption to here. */
  readonly path: readonly string[];
  /** The event on which the rule fired. */
  readonly on: string;
  /** What follows as an event, when it can be told. */
  readonly event: Event | null;
  readonly then: readonly Consequence[];
};
export type WhatIf = {
  readonly assumed: readonly Event[];
  readonly tree: readonly Consequence[];
  readonly problems: readonly Problem[];
  readonly knowledgeDate: string;
};
export type WhatIfOptions = {
  readonly law: Law;
  readonly commitments?: readonly Commitment[];
  readonly date: string;
  readonly depth?: number;
};

type Fire = Omit<Consequence, 'path' | 'on' | 'then'>;
type Promised = { readonly commitment: Commitment; readonly consequence: Pattern | null };

/** What would follow if these events happened on `date`. */
export function whatIf(
  events: readonly Event[],
  { law, commitments = [], date, depth = 6 }: WhatIfOptions,
): WhatIf {
  const problems: Problem[] = [];
  const assumed = events.map(
    (event): Event => ({
      ...event,
      auxiliary: event.auxiliary.filter((one) => one !== 'future' && one !== 'hypothetical'),
    }),
  );
  const { conditions, deeds } = indexCommitments(commitments, law, problems);
  const fired = new Set<string>();
  const follow = (event: Event, path: readonly string[], left: number): Consequence[] => {
    if (event.auxiliary.includes('negation')) return [];
    const out: Consequence[] = [];
    const fires = [
      ...fireCommitments(event, date, conditions, deeds, law),
      ...fireTreaties(event, date, law),
      ...fireRegimes(event, date, law),
    ];
    for (const fire of fires) {
      const key = JSON.stringify([fire.rule, fire.verdict, fire.citations, keyOf(event)]);
      if (fired.has(key)) continue;
      fired.add(key);
      const here = [...path, fire.rule];
      const next = fire.event !== null && left > 1 ? follow(fire.event, here, left - 1) : [];
      // biome-ignore lint/suspicious/noThenProperty: the name stands in the documented line format; it is a list, never called
      out.push({ ...fire, path: here, on: event.id, then: next });
    }
    return out;
  };
  const tree = assumed.flatMap((event) => follow(event, [], depth));
  return { assumed, tree, problems, knowledgeDate: law.knowledgeDate };
}

function keyOf(event: Event): unknown[] {
  const codes = (parties: readonly Party[]) => parties.map(({ country, name }) => country ?? name).sort();
  return [
    event.type,
    event.mode,
    codes(event.actors),
    codes(event.recipients),
    event.items.map(({ category }) => category).sort(),
  ];
}

function indexCommitments(
  commitments: readonly Commitment[],
  law: Law,
  problems: Problem[],
): { conditions: PatternIndex<Promised>; deeds: PatternIndex<Promised> } {
  const read = (raw: unknown, id: string): Pattern | null => {
    if (raw === null || raw === undefined) return null;
    const { pattern, faults } = parsePattern(raw, { items: law.items });
    for (const { message, hint } of faults) problems.push(problem('bad-pattern', message, id, hint));
    return faults.length === 0 ? pattern : null;
  };
  const rows = commitments
    .filter(({ status }) => status === 'open' || status === 'triggered')
    .map((commitment) => ({
      commitment,
      condition: read(commitment.condition?.pattern, commitment.id),
      consequence: read(commitment.consequence.pattern, commitment.id),
    }));
  const index = (pick: 'condition' | 'consequence') =>
    indexPatterns<Promised>(
      rows.flatMap((row) => (row[pick] === null ? [] : [{ value: row, pattern: row[pick] }])),
      law.isMember,
      law.everMembers,
    );
  return { conditions: index('condition'), deeds: index('consequence') };
}

function fireCommitments(
  event: Event,
  date: string,
  conditions: PatternIndex<Promised>,
  deeds: PatternIndex<Promised>,
  law: Law,
): Fire[] {
  const view = viewEvent(event, law.items, date);
  const out: Fire[] = [];
  for (const { value, bindings } of conditions.match(view)) {
    const { commitment, consequence } = value;
    const negated = commitment.consequence.polarity === 'negative';
    out.push({
      rule: commitment.id,
      kind: 'commitment',
      verdict: 'triggers',
      text: `${commitment.kind} of ${names(commitment.by)}: ${negated ? 'not ' : ''}${commitment.consequence.text}`,
      citations: [cite(commitment)],
      event:
        consequence === null
          ? null
          : instantiate(
              consequence,
              bindings[0] ?? {},
              { date, negated, by: commitment.by, rule: commitment.id },
              law,
            ),
    });
  }
  for (const { value } of deeds.match(view)) {
    const { commitment } = value;
    out.push({
      rule: commitment.id,
      kind: 'commitment',
      verdict: commitment.consequence.polarity === 'negative' ? 'breaks' : 'keeps',
      text: `${commitment.kind} of ${names(commitment.by)}: ${commitment.consequence.text}`,
      citations: [cite(commitment)],
      event: null,
    });
  }
  return out;
}

function fireTreaties(event: Event, date: string, law: Law): Fire[] {
  const place = event.place === null ? undefined : (event.place.country ?? null);
  const { owed } = findDuties(viewEvent(event, law.items, date), date, place, law);
  const byDuty = new Map<string, typeof owed>();
  for (const duty of owed) {
    const key = `${duty.treaty} ${duty.article} ${duty.kind}`;
    byDuty.set(key, [...(byDuty.get(key) ?? []), duty]);
  }
  return [...byDuty.values()].map((duties): Fire => {
    const { treaty, kind, text, citation } = duties[0]!;
    const debtors = duties.flatMap(({ party }) => findParty(party, law, date) ?? []);
    const base = { actors: debtors, date, because: [`${citation} (${kind})`] };
    const following =
      kind === 'defense' || kind === 'offense'
        ? assumeEvent(
            {
              ...base,
              type: 'AID',
              recipients: event.recipients,
              contexts: ['military'],
              item: { text: 'military help', category: 'military-aid' },
            },
            law.events.types,
          )
        : kind === 'consultation'
          ? assumeEvent({ ...base, type: 'CONSULT', recipients: event.recipients }, law.events.types)
          : null;
    const who = duties.map(({ party }) => party).join(', ');
    return {
      rule: treaty,
      kind: 'treaty',
      verdict: kind === 'nonaggression' ? 'prohibited' : 'obliges',
      text: `${who} (${kind}): ${text}`,
      citations: [citation],
      event: following,
    };
  });
}

function fireRegimes(event: Event, date: string, law: Law): Fire[] {
  if (event.type !== 'AID' && event.type !== 'COOPERATE') return [];
  const out = new Map<string, Fire>();
  for (const item of event.items) {
    for (const from of event.actors) {
      for (const to of event.recipients) {
        const words = { category: item.category, path: law.items.path(item.category), words: item.text };
        for (const measure of judge({ from, to, item: words, text: item.text, date }, law).measures) {
          if (measure.verdict === 'permitted') continue;
          out.set(`${measure.rule} ${measure.measure}`, {
            rule: measure.rule,
            kind: 'regime',
            verdict: measure.verdict,
            text: measure.text,
            citations: measure.citations,
            event: null,
          });
        }
      }
    }
  }
  return [...out.values()];
}

type Frame = {
  readonly date: string;
  readonly negated: boolean;
  readonly by: readonly Party[];
  readonly rule: string;
};

/** The event that a consequence's pattern describes, or null when it is too open for one. */
function instantiate(
  pattern: Pattern,
  binding: Binding,
  { date, negated, by, rule }: Frame,
  law: Law,
): Event | null {
  const type = pattern.type?.any;
  if (type?.length !== 1) return null;
  const parties = (values: Values | undefined): Party[] =>
    (values?.any ?? []).flatMap((atom) => {
      if (atom.startsWith('@'))
        return (law.actors.members(atom.slice(1), date) ?? []).flatMap(
          (code) => findParty(code, law, date) ?? [],
        );
      const code = atom.startsWith('$') ? binding[atom] : atom;
      return code === undefined ? [] : (findParty(code, law, date) ?? []);
    });
  const category = pattern.item?.any[0];
  const actors = parties(pattern.actor);
  return assumeEvent(
    {
      type: type[0] as Event['type'],
      mode: pattern.mode?.any[0] ?? null,
      actors: actors.length === 0 ? by : actors,
      recipients: parties(pattern.recipient),
      item: category === undefined ? null : { text: category, category },
      contexts: pattern.context?.any ?? [],
      date,
      negated,
      because: [`commitment ${rule}`],
    },
    law.events.types,
  );
}

function names(parties: readonly Party[]): string {
  return parties.map(({ country, name }) => country ?? name).join(', ') || 'somebody';
}

function cite(commitment: Commitment): string {
  return `"${commitment.condition === null ? '' : `${commitment.condition.text}: `}${commitment.consequence.text}"${commitment.made === null ? '' : `, ${commitment.made}`}`;
}

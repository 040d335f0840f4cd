// What the rules need to know, in one value: items, treaties, regimes, and who the parties are. Made once from knowledge.
import type { ActorIndex } from '../knowledge/actors.ts';
import type { EventTables } from '../knowledge/events.ts';
import type { ItemIndex } from '../knowledge/items.ts';
import { type Measure, measurePatterns, type Regime, type RegimeIndex } from '../knowledge/regimes.ts';
import type { Obligation, Treaty, TreatyIndex } from '../knowledge/treaties.ts';
import type { IsMember } from './match.ts';
import { indexPatterns, type PatternIndex } from './pattern-index.ts';

/** The part of knowledge that this room reads. */
export type LawKnowledge = {
  readonly events: Pick<EventTables, 'types' | 'contexts'>;
  readonly items: ItemIndex;
  readonly treaties: TreatyIndex;
  readonly regimes: RegimeIndex;
  readonly actors: Pick<
    ActorIndex,
    'members' | 'byCode' | 'lookup' | 'settle' | 'resolve' | 'states' | 'groupKeys'
  >;
};

export type TreatyRule = {
  readonly kind: 'treaty';
  readonly treaty: Treaty;
  readonly obligation: Obligation;
};
export type MeasureRule = { readonly kind: 'measure'; readonly regime: Regime; readonly measure: Measure };

export type Law = LawKnowledge & {
  readonly isMember: IsMember;
  /** All who were ever in a group; null when that isn't known. */
  readonly everMembers: (group: string) => readonly string[] | null;
  readonly treatyRules: PatternIndex<TreatyRule>;
  /** Measures that cover an event with its item. */
  readonly measureRules: PatternIndex<MeasureRule>;
  /** Measures that concern the parties, whatever the item: what nearly applied. */
  readonly measuresOfParties: PatternIndex<MeasureRule>;
  /** The earlier of the days to which treaties and regimes are complete. */
  readonly knowledgeDate: string;
};

const laws = new WeakMap<LawKnowledge, Law>();

/** The rules of a knowledge value, made at the first call and kept with it. */
export function lawOf(knowledge: LawKnowledge): Law {
  let law = laws.get(knowledge);
  if (law === undefined) {
    law = createLaw(knowledge);
    laws.set(knowledge, law);
  }
  return law;
}

/** Makes the rules of all treaties and regimes. Takes some milliseconds; do it once. */
export function createLaw(knowledge: LawKnowledge): Law {
  const { treaties, regimes, actors } = knowledge;
  const isMember = membership(knowledge);
  const everMembers = (group: string): readonly string[] | null =>
    treaties.find(group.replace(/^treaty:/, ''))?.parties.map(({ state }) => state) ?? null;
  const treatyEntries = treaties.treaties.flatMap((treaty) =>
    treaty.obligations.map((obligation) => ({
      value: { kind: 'treaty', treaty, obligation } as const,
      pattern: {
        ...obligation.when,
        ...(obligation.when.date === undefined ? { date: inForce(treaty, obligation) } : {}),
      },
    })),
  );
  const measureEntries = (withItem: boolean) =>
    regimes.regimes.flatMap((regime) =>
      regime.measures.flatMap((measure) =>
        measurePatterns(regime, measure, withItem).map((pattern) => ({
          value: { kind: 'measure', regime, measure } as const,
          pattern: withItem ? pattern : { ...pattern, date: { from: null, until: null } },
        })),
      ),
    );
  return {
    ...knowledge,
    actors,
    isMember,
    everMembers,
    treatyRules: indexPatterns<TreatyRule>(treatyEntries, isMember, everMembers),
    measureRules: indexPatterns<MeasureRule>(measureEntries(true), isMember, everMembers),
    measuresOfParties: indexPatterns<MeasureRule>(measureEntries(false), isMember, everMembers),
    knowledgeDate: [treaties.coverage.until, regimes.coverage.until].sort()[0]!,
  };
}

function inForce(treaty: Treaty, obligation: Obligation): { from: string | null; until: string | null } {
  // A treaty that never came into force binds nobody: its rule gets a day that can't come.
  const force = treaty.force ?? '9999';
  return {
    from: obligation.from !== null && obligation.from > force ? obligation.from : force,
    until: [obligation.until, treaty.ended].filter((day) => day !== null).sort()[0] ?? null,
  };
}

/** Treaties first (`@treaty:ID`, `@NATO`), then the groups of knowledge/actors. */
function membership({ treaties, actors }: LawKnowledge): IsMember {
  const cached = new Map<string, ReadonlySet<string>>();
  const named = new Map(treaties.treaties.map((treaty) => [`treaty:${treaty.id}`, treaty]));
  return (group, code, date) => {
    const day = date ?? treaties.coverage.until;
    const treaty = named.get(group);
    if (treaty !== undefined) return treaties.isParty(treaty, code, day);
    const key = `${group} ${day}`;
    let members = cached.get(key);
    if (members === undefined) {
      members = new Set(actors.members(group, day) ?? partiesOf(treaties, group, day));
      if (cached.size > 20_000) cached.clear();
      cached.set(key, members);
    }
    return members.has(code);
  };
}

function partiesOf(treaties: TreatyIndex, group: string, day: string): readonly string[] {
  const treaty = treaties.find(group);
  return treaty === null ? [] : treaties.partiesAt(treaty, day);
}

// What an event touches: supplies (done, planned, promised or threatened) that a regime forbids, signatures of treaties
// that oblige to something, attacks that call up a treaty.
import type { ItemClass } from '../knowledge/items.ts';
import type { Commitment, Event, Finding, Party } from '../records/event.ts';
import { type CheckVerdict, judge } from './check.ts';
import { citeTreaty } from './cite-treaty.ts';
import { viewEvent } from './event-view.ts';
import { type Law, type LawKnowledge, lawOf } from './law.ts';
import { findDuties } from './obliged.ts';
import { votesOf } from './votes.ts';

/** All findings on a document's events. `date` is the publication's, for events without a day. */
export function findFindings(
  events: readonly Event[],
  knowledge: LawKnowledge,
  date: string | null,
  commitments: readonly Commitment[] = [],
): Finding[] {
  const law = lawOf(knowledge);
  const out: Finding[] = [];
  const told = new Set<string>();
  for (const event of events) {
    if (event.auxiliary.includes('negation')) continue;
    const day = event.when?.from ?? date;
    if (day === null) continue;
    out.push(...supplyFindings(event, commitments, day, law));
    out.push(...signatureFindings(event, day, law));
    for (const finding of attackFindings(event, day, law)) {
      // Ten sentences on one war need one finding a treaty.
      const key = `${finding.rule} ${finding.because[0]}`;
      if (told.has(key)) continue;
      told.add(key);
      out.push(finding);
    }
  }
  return out;
}

const supplies = new Set(['AID', 'COOPERATE']);
const strictness: Readonly<Record<CheckVerdict, number>> = {
  prohibited: 3,
  conditional: 2,
  undecided: 1,
  permitted: 0,
};

/** True for a transfer, for the promise or threat of one, and for an agreement on goods. */
function speaksOfSupply(event: Event, commitments: readonly Commitment[]): boolean {
  if (event.items.length === 0) return false;
  if (supplies.has(event.type) || event.type === 'AGREE') return true;
  return commitments.some(({ event: made, consequence }) => {
    const type = consequence.pattern?.type;
    return (
      made === event.id &&
      consequence.polarity === 'positive' &&
      typeof type === 'string' &&
      supplies.has(type)
    );
  });
}

function supplyFindings(event: Event, commitments: readonly Commitment[], day: string, law: Law): Finding[] {
  if (!speaksOfSupply(event, commitments)) return [];
  const found = new Map<string, { verdict: CheckVerdict; because: string[]; cites: string[] }>();
  const nobody: Party = {
    text: '',
    start: 0,
    end: 0,
    name: '',
    country: null,
    sectors: [],
    wikidata: null,
    basis: 'unknown',
  };
  const { pairs, parties } = pairsOf(event, nobody);
  for (const item of event.items) {
    const known: ItemClass = {
      category: item.category,
      path: law.items.path(item.category),
      words: item.text,
    };
    for (const [from, to] of pairs) {
      const answer = judge({ from, to, item: known, text: item.text, date: day }, law);
      for (const measure of answer.measures) {
        const old = found.get(measure.rule) ?? {
          verdict: 'permitted' as CheckVerdict,
          because: [],
          cites: [],
        };
        const line = `${item.text} (${known.path.join(' > ')}) ${from.name} > ${to.name}: ${measure.text}, since ${measure.since}`;
        if (strictness[measure.verdict] > strictness[old.verdict]) old.verdict = measure.verdict;
        if (!old.because.includes(line)) old.because.push(line);
        old.cites.push(...measure.citations.filter((cite) => !old.cites.includes(cite)));
        found.set(measure.rule, old);
      }
    }
  }
  const would = event.auxiliary.length > 0 || !supplies.has(event.type);
  return [...found].map(([rule, { verdict, because, cites }]) => ({
    event: event.id,
    rule,
    verdict,
    because: would
      ? ['it is spoken of, not reported as done: the verdict is on the deed', ...because]
      : because,
    citations: cites,
    votes: votesOf(parties, cites, law),
    knowledgeDate: law.regimes.coverage.until,
  }));
}

function pairsOf(event: Event, nobody: Party): { pairs: (readonly [Party, Party])[]; parties: Party[] } {
  const actors = event.actors.length === 0 ? [nobody] : event.actors;
  // In an exchange without recipient all are actors, and each gives to the others.
  const pairs =
    event.recipients.length === 0
      ? actors.flatMap((from) => actors.filter((to) => to !== from).map((to) => [from, to] as const))
      : actors.flatMap((from) => event.recipients.map((to) => [from, to] as const));
  return { pairs, parties: [...event.actors, ...event.recipients] };
}

const pactTypes = new Set(['SUPPORT', 'AGREE', 'COOPERATE', 'CONSULT']);
const pactWords =
  /\b(?:treat(?:y|ies)|pacts?|agreements?|partnership|alliance|accords?|declaration|charter|memorandum|compact)\b/i;
const signWords =
  /\b(?:sign(?:s|ed|ing)?|signature|conclud(?:e|es|ed|ing)|ink(?:s|ed)?|seal(?:s|ed)?|ratif(?:y|ies|ied)|enter(?:s|ed)? into force)\b/i;

/** A treaty that the knowledge has, signed between these parties within a week of its date. */
function signatureFindings(event: Event, day: string, law: Law): Finding[] {
  if (!pactTypes.has(event.type) || event.auxiliary.length > 0) return [];
  const { text } = event.evidence;
  if (!pactWords.test(text) || !signWords.test(text)) return [];
  const states = new Set(
    [...event.actors, ...event.recipients].map(({ country }) => (country === 'SUN' ? 'RUS' : country)),
  );
  return law.treaties.treaties
    .filter((treaty) => {
      const signers = treaty.parties.filter(({ state }) => states.has(state)).length;
      const away = days(day) - days(treaty.signed);
      return (
        signers >= 2 &&
        (treaty.parties.length > 2 || signers === treaty.parties.length) &&
        away >= -3 &&
        away <= 7
      );
    })
    .map((treaty) => {
      const defense = treaty.obligations.filter(({ kind }) => kind === 'defense');
      const main = defense.length > 0 ? defense : treaty.obligations;
      return {
        event: event.id,
        rule: treaty.id,
        verdict: 'triggers' as const,
        because: [
          `the treaty was signed on ${treaty.signed}${treaty.force === null ? ' and never came into force' : `, in force since ${treaty.force}`}`,
          ...treaty.obligations.map(({ kind, article, text: duty }) => `${article} (${kind}): ${duty}`),
        ],
        citations: [...new Set(main.map((obligation) => citeTreaty(treaty, obligation)))],
        votes: {},
        knowledgeDate: law.treaties.coverage.until,
      };
    });
}

/** Duties that an attack reported as done calls up; those to consult are left to `casus obliged`. */
function attackFindings(event: Event, day: string, law: Law): Finding[] {
  if (event.type !== 'ASSAULT' || event.auxiliary.length > 0) return [];
  const place = event.place?.country ?? undefined;
  const duties = findDuties(viewEvent(event, law.items, day), day, place, law).owed.filter(
    ({ kind }) => kind !== 'consultation',
  );
  const byTreaty = new Map<string, typeof duties>();
  for (const duty of duties) byTreaty.set(duty.treaty, [...(byTreaty.get(duty.treaty) ?? []), duty]);
  const names = (parties: readonly Party[]): string =>
    parties.map(({ country, name }) => country ?? name).join(', ');
  return [...byTreaty].map(([rule, owed]) => ({
    event: event.id,
    rule,
    verdict: owed.some(({ kind }) => kind === 'defense') ? ('obliges' as const) : ('prohibited' as const),
    because: [
      `${names(event.actors) || 'somebody'} attacked ${names(event.recipients)}`,
      ...owed.map(
        ({ party, kind, article, text, notes }) =>
          `${party} (${kind}, ${article}): ${text}${notes.length === 0 ? '' : `; ${notes.join('; ')}`}`,
      ),
    ],
    citations: [...new Set(owed.map(({ citation }) => citation))],
    votes: {},
    knowledgeDate: law.treaties.coverage.until,
  }));
}

function days(date: string): number {
  return (
    Date.parse(`${date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date}T00:00:00Z`) /
    86_400_000
  );
}

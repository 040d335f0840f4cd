// May this be supplied by that one to this one on that day? Answers from the regimes in the knowledge, with reasons,
// and says "undecided" where the item, a party or the date can't be placed.
import { covers } from '../knowledge/actors/dates.ts';
import type { ItemClass } from '../knowledge/items.ts';
import { isDate } from '../knowledge/patterns.ts';
import type { MeasureException, Vote } from '../knowledge/regimes.ts';
import type { Party } from '../records/event.ts';
import { assumeEvent } from './assume-event.ts';
import { viewEvent } from './event-view.ts';
import { coverItem } from './item-cover.ts';
import type { Law, MeasureRule } from './law.ts';
import { findParty } from './party.ts';
import { votesOf } from './votes.ts';

export type CheckQuestion = {
  readonly from: string;
  readonly to: string;
  readonly item: string;
  readonly date: string;
  /** Which side is under measures; both are looked at when it is left out. */
  readonly direction?: 'to' | 'from' | undefined;
};
export type CheckVerdict = 'prohibited' | 'conditional' | 'permitted' | 'undecided';
export type CheckedMeasure = {
  readonly rule: string;
  readonly measure: string;
  readonly text: string;
  readonly verdict: CheckVerdict;
  readonly since: string;
  readonly citations: readonly string[];
  /** All the Council's votes on the cited resolutions. */
  readonly votes: Readonly<Record<string, Readonly<Record<string, Vote>>>>;
};
export type CheckAnswer = {
  readonly verdict: CheckVerdict;
  readonly measures: readonly CheckedMeasure[];
  readonly citations: readonly string[];
  readonly exceptions: readonly { readonly text: string; readonly citations: readonly string[] }[];
  /** How the two parties voted on what is cited. */
  readonly votes: Readonly<Record<string, string>>;
  readonly because: readonly string[];
  /** What was understood by the item. */
  readonly item: ItemClass | null;
  readonly knowledgeDate: string;
};

/** Judges one transfer. */
export function check(question: CheckQuestion, law: Law): CheckAnswer {
  const knowledgeDate = law.regimes.coverage.until;
  const undecided = (because: string[], item: ItemClass | null = null): CheckAnswer => ({
    verdict: 'undecided', measures: [], citations: [], exceptions: [], votes: {}, because, item, knowledgeDate,
  }); // biome-ignore format: one row
  const date = question.date;
  if (!isDate(date) || date.length !== 10) return undecided([`"${date}" is no day; write YYYY-MM-DD`]);
  const { coverage } = law.regimes;
  if (date < coverage.from)
    return undecided([`the knowledge of embargoes begins on ${coverage.from}; ${date} lies before it`]);
  const from = findParty(question.from, law, date);
  const to = findParty(question.to, law, date);
  const unknown = [from === null ? question.from : null, to === null ? question.to : null].filter(
    (name) => name !== null,
  );
  if (from === null || to === null) return undecided(unknown.map((name) => `no party "${name}" is known`));
  const parts = splitItems(question.item, law);
  const answers = parts.map(({ text, item }) =>
    item === null
      ? undecided([`the item "${text}" fits no category of the knowledge`])
      : judge({ from, to, item, text, date, direction: question.direction }, law),
  );
  return answers.length === 1 ? answers[0]! : merge(answers);
}

/** "coal and iron ore" are two items, "small arms and light weapons" one, since the knowledge has it as one. */
function splitItems(text: string, law: Law): { text: string; item: ItemClass | null }[] {
  const whole = law.items.classify(text);
  const parts = text.split(/\s*(?:,|;|\/|&|\band\b|\bor\b)\s*/i).filter((part) => part !== '');
  const isOne = whole !== null && (/\s(?:and|or)\s/i.test(whole.words) || whole.words.includes('/'));
  if (parts.length < 2 || isOne) return [{ text, item: whole }];
  return parts.map((part) => ({ text: part, item: law.items.classify(part) }));
}

/** The strictest verdict of several items, with all their reasons. */
function merge(answers: readonly CheckAnswer[]): CheckAnswer {
  const verdict = strictest(answers.map((answer) => answer.verdict));
  const first = answers.find((answer) => answer.verdict === verdict)!;
  return {
    ...first,
    measures: answers.flatMap(({ measures }) => measures),
    citations: unique(answers.flatMap(({ citations }) => citations)),
    exceptions: answers.flatMap(({ exceptions }) => exceptions),
    votes: Object.assign({}, ...answers.map(({ votes }) => votes)),
    because: unique(answers.flatMap(({ because }) => because)),
  };
}

type Transfer = {
  readonly from: Party;
  readonly to: Party;
  readonly item: ItemClass;
  readonly text: string;
  readonly date: string;
  readonly direction?: 'to' | 'from' | undefined;
};
type Judged = MeasureRule & {
  verdict: CheckVerdict;
  partial: boolean;
  reason: string;
  exceptions: readonly MeasureException[];
};

/** Judges a transfer whose parties and item are known. */
export function judge({ from, to, item, text, date, direction }: Transfer, law: Law): CheckAnswer {
  const event = assumeEvent(
    {
      type: 'AID',
      actors: [from],
      recipients: [to],
      item: { text, category: item.category },
      date,
      because: [],
    },
    law.events.types,
  );
  const near = law.measuresOfParties
    .match(viewEvent(event, law.items, date))
    .map(({ value }) => value)
    .filter(
      ({ measure }) =>
        direction === undefined || measure.direction === 'both' || measure.direction === direction,
    );
  const inForce = near.filter(({ measure }) => covers(measure, date));
  const judged = inForce.map((rule) => judgeMeasure(rule, item, date, law)).filter((one) => one !== null);
  const verdict = strictest(judged.map((one) => one.verdict));
  const decisive = judged.filter(
    (one) =>
      one.verdict === verdict ||
      verdict === 'undecided' ||
      one.verdict === 'prohibited' ||
      one.verdict === 'conditional',
  );
  const cites = unique(
    decisive.flatMap(({ measure, exceptions }) => [
      ...measure.cites,
      ...exceptions.flatMap((one) => one.cites ?? []),
    ]),
  );
  const because = [
    `"${text}" was understood as ${item.path.join(' > ')}`,
    ...decisive.map(({ reason }) => reason),
    ...(judged.length > 0
      ? []
      : [
          `no measure of the UN, the EU or the OSCE in the knowledge covers it on ${date}; national export law is not part of the knowledge`,
        ]),
    ...nearMisses(near, inForce, judged, item, date, law),
    ...(date > law.regimes.coverage.until
      ? [`the knowledge ends on ${law.regimes.coverage.until}: this is the state of that day`]
      : []),
  ];
  return {
    verdict,
    measures: decisive.map((one) => showMeasure(one, law)),
    citations: cites.map(law.regimes.cite),
    exceptions: decisive.flatMap(({ exceptions }) =>
      exceptions.map((one) => ({ text: one.text, citations: (one.cites ?? []).map(law.regimes.cite) })),
    ),
    votes: votesOf([from, to], cites, law),
    because,
    item,
    knowledgeDate: law.regimes.coverage.until,
  };
}

function judgeMeasure(rule: MeasureRule, item: ItemClass, date: string, law: Law): Judged | null {
  const { regime, measure } = rule;
  const cover = coverItem(item.category, measure.item, law.items);
  if (cover === 'none') return null;
  const named = `${regime.id} ${measure.id}: ${measure.text} (since ${measure.from})`;
  const current = measure.exceptions.filter((one) => covers(one, date));
  if (measure.expires !== null && date > measure.expires) {
    const reason = `${named}: it ran until ${measure.expires} and the knowledge doesn't say whether it was extended`;
    return { ...rule, verdict: 'undecided', partial: false, reason, exceptions: current };
  }
  if (cover === 'part') {
    const reason = `${named}: it covers only part of what "${item.words}" may mean; say which kind`;
    return { ...rule, verdict: 'undecided', partial: true, reason, exceptions: current };
  }
  const exempt = current.find(
    (one) => one.item !== undefined && coverItem(item.category, one.item, law.items) === 'whole',
  );
  if (exempt !== undefined) {
    return {
      ...rule,
      verdict: exempt.verdict,
      partial: false,
      reason: `${named}: except ${exempt.text}`,
      exceptions: [exempt],
    };
  }
  return { ...rule, verdict: measure.verdict, partial: false, reason: named, exceptions: current };
}

/** The strictest certain verdict; a doubt counts only where nothing certain is stricter. */
function strictest(verdicts: readonly CheckVerdict[]): CheckVerdict {
  return (
    (['prohibited', 'conditional', 'undecided'] as const).find((verdict) => verdicts.includes(verdict)) ??
    'permitted'
  );
}

function nearMisses(
  near: readonly MeasureRule[],
  inForce: readonly MeasureRule[],
  judged: readonly Judged[],
  item: ItemClass,
  date: string,
  law: Law,
): string[] {
  if (judged.length > 0) return [];
  const ended = near
    .filter(
      (rule) => !inForce.includes(rule) && coverItem(item.category, rule.measure.item, law.items) !== 'none',
    )
    .map(({ regime, measure }) =>
      date < measure.from
        ? `${regime.id} ${measure.id} began only on ${measure.from}`
        : `${regime.id} ${measure.id} ended on ${measure.until}${measure.endedBy === undefined ? '' : ` (${measure.endedBy})`}`,
    );
  const other = inForce.map(
    ({ regime, measure }) =>
      `${regime.id} ${measure.id} was in force but covers other goods (${measure.item.any.join(', ')})`,
  );
  return unique([...ended, ...other]).slice(0, 8);
}

function showMeasure({ regime, measure, verdict }: Judged, law: Law): CheckedMeasure {
  const votes: Record<string, Record<string, Vote>> = {};
  for (const cite of measure.cites) {
    const resolution = law.regimes.resolution(cite);
    if (resolution !== null) votes[law.regimes.cite(resolution.symbol)] = { ...resolution.votes };
  }
  return {
    rule: regime.id,
    measure: measure.id,
    text: measure.text,
    verdict,
    since: measure.from,
    citations: measure.cites.map(law.regimes.cite),
    votes,
  };
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

// Scores the acceptance article: must-events, statements, commitments, findings, and what must not be. Prints what is
// missing and every event that no expectation covers, so that a reader can call it right or wrong.
import { existsSync, readFileSync } from 'node:fs';
import type { CasusRecord, Event, Party } from '../src/records/index.ts';
import {
  covers,
  type DateRange,
  describeEvent,
  fitsExpectation,
  foldWords,
  isWhen,
  overlap,
} from './match.ts';

type ExpectedEvent = {
  type: string[];
  actors: string[];
  recipients: string[];
  evidence: string;
  must: boolean;
  auxiliary?: string[];
  when?: string | DateRange;
  mode?: string;
  items?: string[];
  reciprocal?: boolean;
};
export type Expected = {
  document: { published: { from: string; to: string } };
  events: ExpectedEvent[];
  statements: { speaker: string; country: string; content: string; kind: string }[];
  commitments: {
    kind: string | string[];
    by: string[];
    to: string[];
    condition: { evidence: string; pattern: Record<string, unknown> } | null;
    consequence: string;
  }[];
  findings: {
    about: string;
    rule: string;
    verdict: string;
    citations: string[];
    votes?: Record<string, string>;
  }[];
};
export type AcceptanceScore = {
  must: number;
  mustOf: number;
  missing: string[];
  unmatched: string[];
  statements: number;
  statementsOf: number;
  commitments: number;
  commitmentsOf: number;
  findings: number;
  findingsOf: number;
  mustNot: string[];
};

export const acceptanceFiles = {
  text: '../shared/acceptance/putin-north-korea.txt',
  expected: '../shared/acceptance/putin-north-korea.expected.json',
};

export function hasAcceptance(): boolean {
  return existsSync(acceptanceFiles.text) && existsSync(acceptanceFiles.expected);
}

export function readExpected(): Expected {
  return JSON.parse(readFileSync(acceptanceFiles.expected, 'utf8')) as Expected;
}

export function scoreAcceptance(record: CasusRecord, expected: Expected): AcceptanceScore {
  const used = new Set<string>();
  const missing: string[] = [];
  let must = 0;
  for (const want of expected.events) {
    const hit = record.events.find((event) => fits(event, want, record.document.text));
    if (hit !== undefined) used.add(hit.id);
    if (want.must && hit !== undefined) must++;
    if (want.must && hit === undefined)
      missing.push(
        `${want.type.join('|')} ${want.actors.join('+')} > ${want.recipients.join('+')} "${want.evidence}"`,
      );
  }
  const statements = expected.statements.filter((want) =>
    record.statements.some(
      (have) => overlap(have.content.text, want.content) && isSpeaker(have.speaker, want),
    ),
  ).length;
  const commitments = expected.commitments.filter((want) =>
    record.commitments.some(
      (have) =>
        [want.kind].flat().includes(have.kind) &&
        covers(have.by, want.by) &&
        covers(have.to, want.to) &&
        overlap(have.consequence.text, want.consequence) &&
        (want.condition === null) === (have.condition === null) &&
        (want.condition === null || samePattern(have.condition?.pattern ?? {}, want.condition.pattern)),
    ),
  ).length;
  const findings = expected.findings.filter((want) =>
    record.findings.some(
      (have) =>
        have.rule === want.rule &&
        have.verdict === want.verdict &&
        want.citations.every((one) => have.citations.includes(one)) &&
        Object.entries(want.votes ?? {}).every(([code, vote]) => have.votes[code] === vote),
    ),
  ).length;
  return {
    must,
    mustOf: expected.events.filter((one) => one.must).length,
    missing,
    unmatched: record.events.filter((event) => !used.has(event.id)).map(describeEvent),
    statements,
    statementsOf: expected.statements.length,
    commitments,
    commitmentsOf: expected.commitments.length,
    findings,
    findingsOf: expected.findings.length,
    mustNot: brokenMustNots(record),
  };
}

function fits(event: Event, want: ExpectedEvent, text: string): boolean {
  const { type, actors, recipients, evidence, reciprocal = false, auxiliary = [], when } = want;
  return (
    fitsExpectation(event, { type, actors, recipients, evidence: [evidence], reciprocal }, text) &&
    auxiliary.every((mode) => event.auxiliary.includes(mode as 'future')) &&
    (when === undefined || isWhen(event, when))
  );
}

function isSpeaker(speaker: Party, want: { speaker: string; country: string }): boolean {
  return (
    speaker.country === want.country &&
    (foldWords(speaker.name).includes(foldWords(want.speaker)) ||
      foldWords(speaker.text).includes(foldWords(want.speaker)) ||
      speaker.name.length > 0)
  );
}

function samePattern(have: Record<string, unknown>, want: Record<string, unknown>): boolean {
  return Object.entries(want).every(([key, value]) =>
    [value].flat().every((one) => [have[key]].flat().includes(one)),
  );
}

/** General checks of what no record may do with such an article. */
function brokenMustNots(record: CasusRecord): string[] {
  const out: string[] = [];
  const { blocks } = record.document;
  for (const event of record.events) {
    for (const span of [event.evidence, ...event.mentions]) {
      const block = blocks.find((one) => span.start >= one.start && span.start < one.end);
      if (block !== undefined && !['headline', 'paragraph', 'quote', 'list'].includes(block.kind))
        out.push(`${describeEvent(event)} rests on a ${block.kind}`);
    }
    if (event.type === 'ASSAULT' && !event.auxiliary.includes('hypothetical'))
      out.push(`${describeEvent(event)} is not hypothetical`);
    if (event.type === 'ASSAULT' && event.evidence.text.includes('gun salute'))
      out.push(`${describeEvent(event)}: a salute is no attack`);
  }
  return out;
}

export function formatScore(score: AcceptanceScore): string {
  return [
    `must events ${score.must} of ${score.mustOf}`,
    ...score.missing.map((one) => `  missing: ${one}`),
    `statements ${score.statements} of ${score.statementsOf}, commitments ${score.commitments} of ${score.commitmentsOf}, findings ${score.findings} of ${score.findingsOf}`,
    `events that no expectation covers: ${score.unmatched.length}`,
    ...score.unmatched.map((one) => `  ${one}`),
    `must-nots broken: ${score.mustNot.length}`,
    ...score.mustNot.map((one) => `  ${one}`),
  ].join('\n');
}

// One record as a person likes to read it: headline and date, events in order of the text, statements, commitments.
import type { CasusRecord, Commitment, Event, Finding, Party, Statement } from '../../records/index.ts';
import { clip, type Paint, plain, quote } from './paint.ts';
import { statementWords } from './statement-words.ts';

const quadPaint = {
  'verbal-cooperation': 'cyan',
  'material-cooperation': 'green',
  'verbal-conflict': 'yellow',
  'material-conflict': 'red',
} as const;

export function printRecord(record: CasusRecord, paint: Paint, width = 100): string {
  const { document } = record;
  const lines: string[] = [];
  const title = plain(document.title ?? document.text.slice(0, 80));
  lines.push(paint.bold(title));
  lines.push(
    paint.dim(
      [document.published ?? 'date unknown', document.source, document.url, document.id]
        .filter((one) => one !== null && one !== undefined)
        .map((one) => plain(one!))
        .join('  '),
    ),
  );
  if (record.story !== undefined && record.story.duplicateOf !== null) {
    const { id, duplicateOf, similarity } = record.story;
    const first = id === duplicateOf ? '' : `, first told by ${plain(id)}`;
    lines.push(
      paint.dim(`a copy of ${plain(duplicateOf)} (${Math.round(similarity * 100)} % in common)${first}`),
    );
  }
  lines.push('');
  if (record.events.length === 0) lines.push('  no events');
  for (const event of record.events) lines.push(...eventLines(event, record, paint, width));
  if (record.statements.length > 0) {
    lines.push('', paint.bold('  Statements'));
    for (const statement of record.statements) lines.push(statementLine(statement, paint, width));
  }
  if (record.commitments.length > 0) {
    lines.push('', paint.bold('  Commitments'));
    for (const commitment of record.commitments) lines.push(...commitmentLines(commitment, paint, width));
  }
  if (record.findings.length > 0) {
    lines.push('', paint.bold('  What it touches'));
    for (const finding of record.findings) lines.push(...findingLines(finding, record, paint, width));
  }
  return `${lines.join('\n')}\n`;
}

function eventLines(event: Event, record: CasusRecord, paint: Paint, width: number): string[] {
  const colour = paint[quadPaint[event.quad]];
  const code = `${event.type}${event.mode === null ? '' : `/${event.mode}`}`;
  const auxiliary =
    event.auxiliary.length === 0 ? '' : ` ${paint.magenta(`[${event.auxiliary.join(', ')}]`)}`;
  const when =
    event.when === null
      ? ''
      : event.when.from === event.when.to
        ? event.when.from
        : `${event.when.from}..${event.when.to}`;
  const parties =
    event.recipients.length === 0
      ? names(event.actors, ' & ')
      : `${names(event.actors)} ${paint.dim('→')} ${names(event.recipients)}`;
  const said = record.statements.find((one) => one.id === event.statement);
  const claimed = said === undefined ? '' : paint.dim(`  (says ${plain(said.speaker.name)})`);
  const lines = [`  ${(when || '·').padEnd(11)} ${colour(code.padEnd(18))} ${parties}${auxiliary}${claimed}`];
  lines.push(
    `  ${' '.repeat(11)} ${paint.dim('“')}${quote(event.evidence, event.trigger, paint, width - 18)}${paint.dim('”')}`,
  );
  const extra: string[] = [];
  if (event.items.length > 0)
    extra.push(`items: ${event.items.map((item) => `${plain(item.text)} (${item.category})`).join(', ')}`);
  if (event.place !== null)
    extra.push(
      `place: ${plain(event.place.text)}${event.place.country === null ? '' : ` (${event.place.country})`}`,
    );
  for (const link of event.responseTo) {
    const other = record.events.find((one) => one.id === link.event);
    if (other !== undefined)
      extra.push(
        `${link.relation === 'condition' ? 'if' : 'answers'}: ${other.type} ${names(other.actors)} → ${names(other.recipients)}`,
      );
  }
  if (event.mentions.length > 0) extra.push(`told ${event.mentions.length + 1} times`);
  if (extra.length > 0) lines.push(paint.dim(`  ${' '.repeat(11)} ${extra.join(' · ')}`));
  return lines;
}

export function names(parties: readonly Party[], joiner = ', '): string {
  if (parties.length === 0) return '—';
  return parties
    .map(
      (party) =>
        `${plain(party.name)}${party.country === null || party.country === party.name ? '' : ` ${party.country}`}${party.basis === 'unknown' ? '?' : ''}`,
    )
    .join(joiner);
}

function statementLine(statement: Statement, paint: Paint, width: number): string {
  const { name, country } = statement.speaker;
  const speaker = `${paint.bold(plain(name))}${country === null ? '' : paint.dim(` ${country}`)}`;
  return `  ${speaker}: ${statementWords(statement, width - 30)}`;
}

function commitmentLines(commitment: Commitment, paint: Paint, width: number): string[] {
  const to = commitment.to.length === 0 ? '' : ` to ${names(commitment.to)}`;
  const not = commitment.consequence.polarity === 'negative' ? 'never ' : '';
  const lines = [
    `  ${paint.bold(commitment.kind)} by ${names(commitment.by)}${to}: ${not}${clip(plain(commitment.consequence.text), width - 20)}`,
  ];
  if (commitment.condition !== null)
    lines.push(`    ${paint.dim('when')} ${clip(plain(commitment.condition.text), width - 10)}`);
  return lines;
}

function findingLines(finding: Finding, record: CasusRecord, paint: Paint, width: number): string[] {
  const event = record.events.find((one) => one.id === finding.event);
  const about = event === undefined ? '' : clip(plain(event.evidence.text), width - 30);
  const votes = Object.entries(finding.votes)
    .map(([code, vote]) => `${code} ${vote}`)
    .join(', ');
  return [
    `  ${paint.bold(finding.verdict)} by ${finding.rule}: ${about}`,
    `    ${paint.dim([...finding.citations, ...(votes === '' ? [] : [`votes: ${votes}`]), `as known on ${finding.knowledgeDate}`].join('; '))}`,
  ];
}

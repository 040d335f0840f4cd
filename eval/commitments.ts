// Texts through the coder and the tracker: is the status of the first text's commitment right after the last text?
// Run: npx tsx eval/commitments.ts
import { readFileSync } from 'node:fs';
import { lawOf } from '../src/link/law.ts';
import { trackCommitments } from '../src/link/track-commitments.ts';
import { openTools } from '../src/open.ts';
import { codeAll } from '../src/pipeline.ts';
import { readText } from '../src/read/index.ts';
import type { CasusRecord } from '../src/records/index.ts';

type Case = { name: string; texts: { date: string; text: string }[]; expected: string[] };
const cases: Case[] = [];
for (const line of readFileSync(new URL('commitments-texts.txt', import.meta.url), 'utf8').split('\n')) {
  if (line.startsWith('== ')) cases.push({ name: line.slice(3), texts: [], expected: [] });
  else if (line.startsWith('= ')) cases.at(-1)!.expected = line.slice(2).split(' ');
  else if (/^\d/.test(line)) cases.at(-1)!.texts.push({ date: line.slice(0, 10), text: line.slice(11) });
}
const tools = await openTools();
const law = lawOf(tools.knowledge);
let right = 0;
for (const { name, texts, expected } of cases) {
  const records: CasusRecord[] = [];
  for (const { date, text } of texts) {
    for await (const { record } of codeAll([readText(text, { published: date })], tools))
      if (record !== null) records.push(record);
  }
  const first = records[0]?.commitments[0];
  const tracked = trackCommitments(records, law, tools.knowledge.opposites).find(
    ({ sources }) => sources[0]?.commitment === first?.id,
  );
  const status = tracked?.status ?? 'no commitment';
  const good = expected.includes(status);
  if (good) right++;
  else
    console.log(
      `${name}: ${status}, not ${expected.join(' or ')}${process.argv.includes('--verbose') ? `\n${show(records)}` : ''}`,
    );
}
console.log(
  JSON.stringify({ cases: cases.length, right, share: Math.round((1000 * right) / cases.length) / 1000 }),
);

function show(records: readonly CasusRecord[]): string {
  const codes = (parties: CasusRecord['events'][number]['actors']) =>
    parties.map(({ country, name }) => country ?? name).join();
  return records
    .flatMap(({ events, commitments }) => [
      ...events.map(
        (event) =>
          `    ${event.type} ${event.mode} ${codes(event.actors)} > ${codes(event.recipients)} ${event.items.map(({ category }) => category)} ${event.auxiliary} ${event.statement === null ? '' : 'said'}`,
      ),
      ...commitments.map(
        ({ kind, by, condition, consequence }) =>
          `    = ${kind} ${codes(by)} ${consequence.polarity} ${JSON.stringify(consequence.pattern)} if ${JSON.stringify(condition?.pattern)}`,
      ),
    ])
    .join('\n');
}

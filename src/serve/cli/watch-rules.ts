// `casus watch-rules`: checks a file of a user's own patterns, explains them, and finds them in coded records.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { loadWatchRules, type WatchRule } from '../../knowledge/patterns-rules.ts';
import { type Law, lawOf } from '../../link/law.ts';
import { explainPattern, indexWatches, matchWatches } from '../../link/watch.ts';
import { openKnowledge } from '../../open.ts';
import { ProblemError, problem, recordSchema } from '../../records/index.ts';
import { paintFor } from './paint.ts';

const examples = `
Examples:
  casus watch-rules my-rules.yaml
  casus watch-rules my-rules.yaml --records records.jsonl --format jsonl`;

type Flags = { records?: string; format: string; knowledge?: string };

export function addWatchRules(program: Command): void {
  program
    .command('watch-rules')
    .description('check and explain your own patterns over events, and find them in coded records')
    .argument('<file>', 'a YAML file of rules (docs/rules.md)')
    .option('--records <file>', 'records of casus code --format jsonl, or - for standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'jsonl']).default('text'))
    .option('--knowledge <folder>', "a knowledge folder in place of the package's")
    .addHelpText('after', examples)
    .action(async (file: string, flags: Flags) => {
      const knowledge = openKnowledge(flags.knowledge);
      const law = lawOf(knowledge);
      const rules = loadWatchRules(file, {
        items: knowledge.items,
        modes: Object.values(knowledge.events.types).flatMap(({ modes }) => Object.keys(modes)),
        contexts: knowledge.events.contexts,
        groups: [
          ...knowledge.actors.groupKeys,
          ...knowledge.treaties.treaties.flatMap(({ group }) => group ?? []),
        ],
        countries: [...knowledge.actors.states.map(({ code }) => code), 'UNO', 'EUN', 'NAT', 'IGO'],
      });
      if (flags.records === undefined) explainAll(rules, law, flags.format === 'jsonl');
      else await findAll(flags.records, rules, law, flags.format === 'jsonl');
    });
}

function explainAll(rules: readonly WatchRule[], law: Law, asJson: boolean): void {
  const paint = paintFor(process.stdout);
  for (const { id, when, assume, tell } of rules) {
    const words = {
      when: explainPattern(when, law),
      assume: assume === null ? null : explainPattern(assume, law),
    };
    if (asJson) process.stdout.write(`${JSON.stringify({ id, tell, ...words, pattern: when })}\n`);
    else
      process.stdout.write(
        `${paint.bold(id)}\n  when ${words.when}\n  tell ${tell}${words.assume === null ? '' : `\n  then assume ${words.assume}`}\n`,
      );
  }
}

async function findAll(file: string, rules: readonly WatchRule[], law: Law, asJson: boolean): Promise<void> {
  const paint = paintFor(process.stdout);
  const index = indexWatches(rules, law);
  let number = 0;
  const input = file === '-' ? process.stdin : createReadStream(file);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const record = readRecord(line, `${file}:${number}`);
    for (const hit of matchWatches(record.events, index, law, record.document.published)) {
      const event = record.events.find(({ id }) => id === hit.event);
      const { id, title, published } = record.document;
      if (asJson)
        process.stdout.write(
          `${JSON.stringify({ ...hit, document: id, evidence: event?.evidence ?? null })}\n`,
        );
      else
        process.stdout.write(
          `${paint.bold(hit.rule)}  ${hit.tell}\n  ${published ?? 'no date'}  ${title ?? id}\n  ${paint.dim(event?.evidence.text ?? '')}\n`,
        );
    }
  }
}

function readRecord(line: string, place: string) {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (cause) {
    throw new ProblemError([problem('bad-json', `the line is no JSON: ${(cause as Error).message}`, place)], {
      cause,
    });
  }
  const read = recordSchema.safeParse(raw);
  if (!read.success)
    throw new ProblemError([
      problem('bad-record', `no record of casus code: ${read.error.issues[0]?.message}`, place),
    ]);
  return read.data;
}

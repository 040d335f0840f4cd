// `casus annotate`: sentences, words, tags, trees and names, as CoNLL-U or JSON; or a CoNLL-U file analysed anew.
import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { Option } from 'commander';
import { annotateAll } from '../../annotate/annotate.ts';
import { type GivenSentence, readConllu, rewriteConllu, writeConllu } from '../../annotate/conllu.ts';
import { loadModel } from '../../annotate/load-model.ts';
import type { AnnotatorModel } from '../../annotate/model.ts';
import { blocksUpTo, boundLength, longestCoded } from '../../pipeline.ts';
import { type Document, ProblemError, problem } from '../../records/index.ts';
import { addInputOptions } from './code.ts';
import { type InputOptions, readInputs } from './inputs.ts';
import { createReporter, type Reporter } from './report.ts';
import { writeOut } from './write-out.ts';

type AnnotateFlags = InputOptions & { format: 'conllu' | 'json'; conllu?: string; strict: boolean };

const examples = `
Examples:
  casus annotate article.txt
  casus annotate --format json news/*.txt > annotated.jsonl
  casus annotate --conllu gold.conllu > ours.conllu`;

// Sentences of a CoNLL-U file are analysed so many at a time: full batches, constant memory.
const sentencesAtOnce = 400;

export function addAnnotate(program: Command): void {
  addInputOptions(
    program.command('annotate').description('sentences, words, tags, dependency trees and names'),
  )
    .argument('[files...]', 'files, or - for standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(['conllu', 'json']).default('conllu'))
    .option('--conllu <file>', 'analyse the sentences and words of this CoNLL-U file (- for standard input)')
    .option('--strict', 'stop at the first document with a problem', false)
    .addHelpText('after', examples)
    .action(async (files: string[], flags: AnnotateFlags, command: Command) => {
      if ((files.length === 0) === (flags.conllu === undefined))
        command.error('error: give files, or --conllu with one file');
      if (flags.conllu !== undefined && flags.format !== 'conllu')
        command.error('error: --conllu prints CoNLL-U only');
      const reporter = createReporter(process.stderr, flags.strict);
      const model = await loadModel();
      if (flags.conllu !== undefined) await annotateConllu(flags.conllu, model, reporter);
      else await annotateFiles(files, flags, model, reporter);
    });
}

async function annotateFiles(
  files: readonly string[],
  flags: AnnotateFlags,
  model: AnnotatorModel,
  reporter: Reporter,
): Promise<void> {
  const documents = async function* (): AsyncGenerator<Document> {
    for await (const source of readInputs(files, flags)) {
      const { document, problems } = boundLength(source);
      const stop = reporter.tell(problems);
      if (document !== null) yield { ...document, blocks: blocksUpTo(document.blocks, longestCoded) };
      if (stop) return;
    }
  };
  for await (const annotated of annotateAll(documents(), { model }))
    await writeOut(flags.format === 'json' ? `${JSON.stringify(annotated)}\n` : writeConllu(annotated));
}

async function annotateConllu(file: string, model: AnnotatorModel, reporter: Reporter): Promise<void> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  stream.setEncoding('utf8');
  let waiting: GivenSentence[] = [];
  const flush = async (): Promise<void> => {
    const analyses = await model.analyse(waiting.map(({ words }) => words));
    await writeOut(waiting.map((sentence, i) => rewriteConllu(sentence, analyses[i]!)).join(''));
    waiting = [];
  };
  try {
    for await (const read of readConllu(stream as AsyncIterable<string>, file)) {
      if ('problem' in read && reporter.tell([read.problem])) break;
      if ('sentence' in read) waiting.push(read.sentence);
      if (waiting.length >= sentencesAtOnce) await flush();
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall === undefined) throw cause;
    throw new ProblemError([problem('file-unreadable', (cause as Error).message, file)], { cause });
  }
  await flush();
}

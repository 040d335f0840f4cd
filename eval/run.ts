// `npm run eval`: every figure on the development data that is there, with confusions and the worst errors.
// Parts can be named: `npm run eval -- relate petrarch`. What has no data is told and skipped.
import { readFileSync } from 'node:fs';
import { formatPipeline, measurePipeline } from '../bench/pipeline.ts';
import { annotateAll } from '../src/annotate/annotate.ts';
import { relatePair } from '../src/code/relate.ts';
import { openTools } from '../src/open.ts';
import { codeAll, type Tools } from '../src/pipeline.ts';
import { readBytes, readText } from '../src/read/index.ts';
import type { CasusRecord, Document } from '../src/records/index.ts';
import { acceptanceFiles, formatScore, hasAcceptance, readExpected, scoreAcceptance } from './acceptance.ts';
import { heldFolder, readGolden } from './golden-read.ts';
import { formatFigures, formatGolden, scoreGolden } from './golden-report.ts';
import { lexiconCases, runLexicon } from './lexicon.ts';
import { hasPetrarch, petrarchFile, readPetrarch, scorePetrarch } from './petrarch.ts';
import { hasPlv, plvFile, plvRoot, readPlv, scoreRelate } from './relate.ts';

/** A bare paragraph as a document, for data that come as sentences. */
export function sentenceDocument(id: string, text: string, published: string | null): Document {
  return {
    id,
    url: null,
    source: null,
    title: null,
    published,
    language: 'en',
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  };
}

const parts: Record<string, (tools: Tools, verbose: boolean) => Promise<void>> = {
  acceptance: async (tools) => {
    if (!hasAcceptance()) return skip('acceptance', acceptanceFiles.text);
    for await (const { record } of codeAll(
      readBytes(readFileSync(acceptanceFiles.text), { name: 'acceptance' }),
      tools,
    )) {
      if (record !== null) console.log(formatScore(scoreAcceptance(record, readExpected())));
    }
  },
  relate: async (tools, verbose) => {
    if (!hasPlv()) return skip('relate', plvFile);
    const rows = readPlv();
    const found: string[] = [];
    let at = 0;
    for await (const annotated of annotateAll(
      rows.map((row) => sentenceDocument(row.id, row.text, null)),
      { model: tools.model },
    )) {
      const row = rows[at++]!;
      const [best] = relatePair(annotated, row, tools.knowledge);
      found.push(plvRoot(best?.type ?? null));
      if (verbose && found.at(-1) !== row.gold)
        console.log(
          `${row.gold} read as ${found.at(-1)}: ${row.text.slice(0, 240)} | ${best?.because[0] ?? ''}`,
        );
    }
    const score = scoreRelate(
      rows.map((row) => row.gold),
      found,
    );
    for (const line of score.byType) console.log(line);
    console.log(
      `relate, lexicon alone: macro F1 ${score.macroF1.toFixed(3)}, accuracy ${score.accuracy.toFixed(3)} on ${rows.length} pairs; bar 0.75`,
    );
  },
  petrarch: async (tools, verbose) => {
    if (!hasPetrarch()) return skip('petrarch', petrarchFile);
    const rows = readPetrarch(tools.knowledge.actors);
    const records: (CasusRecord | null)[] = [];
    const sources = rows.map((row) => readText(row.text, row.date === null ? {} : { published: row.date }));
    for await (const { record } of codeAll(sources, tools)) records.push(record);
    const score = scorePetrarch(rows, records, tools.knowledge.events.dyads);
    if (verbose) for (const error of score.errors) console.log(error);
    console.log(
      `petrarch: F1 ${score.f1.toFixed(3)} (${score.tp} of ${score.gold} gold, ${score.found} found); bar 0.60`,
    );
  },
  golden: async (tools, verbose) => {
    console.log(formatGolden(await scoreGolden(tools), { errors: verbose }));
  },
  // An unseen measure: figures only, with --errors too. Whoever must see its errors asks with --verbose.
  'golden-held': async (tools) => {
    const scores = await scoreGolden(tools, readGolden(heldFolder));
    if (!process.argv.includes('--verbose')) return console.log(formatFigures(scores, 'golden-held'));
    console.log(
      `Warning: these are errors of ${heldFolder}, which measures what was never looked at. Whoever reads on may not mend the coder by it; look into test/golden instead.\n`,
    );
    console.log(formatGolden(scores, { errors: true, name: 'golden-held' }));
  },
  lexicon: async (tools, verbose) => {
    const cases = lexiconCases(tools);
    const failures = await runLexicon(tools, cases);
    if (verbose)
      for (const { id, place, line, why } of failures) console.log(`${place} ${id}\n   ${line}\n   ${why}`);
    console.log(`lexicon: ${cases.length - failures.length} of ${cases.length} examples hold`);
  },
  speed: async (tools) => {
    console.log(formatPipeline(await measurePipeline(tools)));
  },
};

function skip(name: string, file: string): void {
  console.log(`${name}: skipped, ${file} is not there (development data, see CONTRIBUTING)`);
}

const verbose = process.argv.includes('--errors');
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const tools = await openTools();
for (const [name, run] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n== ${name}`);
  await run(tools, verbose);
}

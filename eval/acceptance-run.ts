// Prints the acceptance score from source: `npx tsx eval/acceptance-run.ts`.
import { readFileSync } from 'node:fs';
import { openTools } from '../src/open.ts';
import { codeAll } from '../src/pipeline.ts';
import { readBytes } from '../src/read/index.ts';
import { acceptanceFiles, formatScore, readExpected, scoreAcceptance } from './acceptance.ts';

const tools = await openTools();
for await (const { record } of codeAll(
  readBytes(readFileSync(acceptanceFiles.text), { name: 'acceptance' }),
  tools,
)) {
  if (record !== null && process.argv.includes('--record')) console.log(JSON.stringify(record, null, 1));
  if (record !== null) console.log(formatScore(scoreAcceptance(record, readExpected())));
}

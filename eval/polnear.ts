// Measures who-said-what on PolNeAR's development set, from the annotator to the record's statements, and prints the worst
// kinds of error. The set is only measured on; its text is not in this repository.
//   npx tsx eval/polnear.ts [FILE of annotated documents, JSON lines] [kind of error to list] [articles]
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { annotateAll } from '../src/annotate/annotate.ts';
import { loadModel } from '../src/annotate/load-model.ts';
import { codeDocument } from '../src/code/code.ts';
import { gatherKnowledge, indexKnowledge, type Knowledge } from '../src/knowledge/knowledge.ts';
import type { Annotated } from '../src/records/index.ts';
import { type GoldArticle, hasPolnear, polnearFolder, readPolnear } from './polnear/gold.ts';
import { emptyTally, f1, scoreArticle, type Tally, toAttributions } from './polnear/score.ts';

export type { Tally };
export { hasPolnear, readPolnear };

/** Scores annotated articles; both in the same order. */
export function scorePolnear(
  gold: readonly GoldArticle[],
  annotated: readonly Annotated[],
  knowledge: Knowledge,
): Tally {
  const tally = emptyTally();
  const known = new Map(gold.map((article) => [article.document.id, article]));
  for (const doc of annotated) {
    const article = known.get(doc.document.id);
    if (article === undefined) continue;
    scoreArticle(article, toAttributions(codeDocument(doc, knowledge).statements), tally);
  }
  return tally;
}

/** The figures and the commonest kinds of error, as lines. */
export function reportPolnear(tally: Tally): string[] {
  const percent = (part: number, all: number): string => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;
  const kinds = new Map<string, number>();
  for (const { kind } of tally.misses) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [
    `attributions: F1 ${f1(tally).toFixed(3)} (precision ${percent(tally.both, tally.found)}, recall ${percent(tally.both, tally.gold)}; gold ${tally.gold}, found ${tally.found}; content alone ${tally.content})`,
    `direct quotations with the right speaker: ${percent(tally.directRight, tally.direct)} of ${tally.direct}`,
    `precision by manner and kind: ${[...tally.frames].map(([frame, { found, right }]) => `${frame} ${right}/${found}`).join(', ')}`,
    `errors: ${[...kinds]
      .sort((a, b) => b[1] - a[1])
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
  ];
}

async function main([file = '', kind = '', folder = polnearFolder]: readonly string[]): Promise<void> {
  if (!hasPolnear(folder)) {
    console.error(`no PolNeAR data in ${folder}: skipped`);
    return;
  }
  const gold = readPolnear(folder);
  const annotated: Annotated[] = [];
  if (file !== '')
    for (const line of readFileSync(file, 'utf8').trim().split('\n'))
      annotated.push(JSON.parse(line) as Annotated);
  else
    for await (const doc of annotateAll(
      gold.map(({ document }) => document),
      { model: await loadModel() },
    ))
      annotated.push(doc);
  const { data } = gatherKnowledge('knowledge');
  const tally = scorePolnear(gold, annotated, indexKnowledge(data));
  for (const line of reportPolnear(tally)) console.log(line);
  for (const miss of tally.misses)
    if (miss.kind === kind) console.log(`${miss.article.slice(0, 24)} ${miss.example}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));

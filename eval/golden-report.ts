// Runs the coder over the golden articles and tells the figures, the confusions and, article by article, every error.
import { codeAll, type Tools } from '../src/pipeline.ts';
import { readBytes } from '../src/read/index.ts';
import { eventTypes } from '../src/records/index.ts';
import { type ArticleScore, isAuxiliary, isExact, isMode, type Pair, scoreArticle } from './golden.ts';
import { type GoldenArticle, type GoldenEvent, readGolden } from './golden-read.ts';
import { describeEvent, isWhen } from './match.ts';

/** Scores every golden article; one that gives no record, or several, is a fault of the set or of the reader. */
export async function scoreGolden(tools: Tools, articles = readGolden()): Promise<ArticleScore[]> {
  const out: ArticleScore[] = [];
  for (const article of articles) out.push(await scoreOne(article, tools));
  return out;
}

async function scoreOne(article: GoldenArticle, tools: Tools): Promise<ArticleScore> {
  const found: ArticleScore[] = [];
  const source = readBytes(article.bytes, { name: article.file, fallbackDate: article.published });
  for await (const { record } of codeAll(source, tools))
    if (record !== null) found.push(scoreArticle(article, record));
  if (found.length !== 1)
    throw new Error(`${article.file} gave ${found.length} records; one article a file is wanted`);
  return found[0]!;
}

/** The whole report; with `errors` also every miss and every wrong event, by article. */
export function formatGolden(
  scores: readonly ArticleScore[],
  { errors = false, name = 'golden' } = {},
): string {
  const pairs = scores.flatMap((one) => one.pairs);
  const misses = scores.flatMap((one) => one.misses);
  const wrongs = scores.flatMap((one) => one.wrongs);
  return [
    ...(errors ? scores.flatMap(articleLines) : []),
    ...typeTable(scores),
    '',
    'confusions (wanted -> coded), and wanted -> - for what was not coded at all:',
    ...commonest(
      misses.map(
        ({ want, near, kind }) =>
          `${want.type[0]} -> ${kind === 'type' ? near!.type : kind === 'nothing coded' ? '-' : `${near!.type}, wrong ${kind}`}`,
      ),
      20,
    ),
    '',
    'kinds of misses:',
    ...commonest(
      misses.map(({ kind }) => kind),
      9,
    ),
    'kinds of wrong events:',
    ...commonest(
      wrongs.map(({ kind }) => kind),
      9,
    ),
    '',
    `mode ${share(pairs, ({ want }) => want.mode !== undefined, isModeOf)}, auxiliary ${share(pairs, always, ({ event, want }) => isAuxiliary(event, want))}, date ${share(pairs, ({ want }) => want.when !== undefined, isDateOf)}, contexts ${share(pairs, ({ want }) => want.contexts.length > 0, hasContexts)}`,
    `no party too many: ${share(pairs, always, isExact)}; article's own date: ${scores.filter((one) => one.dated).length} of ${scores.length}`,
    totalLine(scores, name),
  ].join('\n');
}

/** Figures alone, by type and in all: for a set whose errors nobody should see while mending the coder. */
export function formatFigures(scores: readonly ArticleScore[], name: string): string {
  return [...typeTable(scores), '', totalLine(scores, name)].join('\n');
}

function typeTable(scores: readonly ArticleScore[]): string[] {
  const columns = (cells: readonly (string | number)[]): string =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(11) : String(cell).padStart(9))).join(' ');
  return [
    columns(['type', 'wanted', 'missed', 'found', 'wrong', 'precision', 'recall', 'F1']),
    ...eventTypes.map((type) => {
      const right = scores.flatMap((one) => one.pairs).filter(({ want }) => want.type[0] === type).length;
      const missed = scores.flatMap((one) => one.misses).filter(({ want }) => want.type[0] === type).length;
      const wrong = scores.flatMap((one) => one.wrongs).filter(({ event }) => event.type === type).length;
      const [wanted, found] = [right + missed, right + wrong];
      return columns([
        type,
        wanted,
        missed,
        found,
        wrong,
        rate(right, found),
        rate(right, wanted),
        f1(right, missed, wrong),
      ]);
    }),
  ];
}

function totalLine(scores: readonly ArticleScore[], name: string): string {
  const [right, missed, wrong] = (['pairs', 'misses', 'wrongs'] as const).map((key) =>
    scores.reduce((sum, one) => sum + one[key].length, 0),
  ) as [number, number, number];
  return `${name}: precision ${rate(right, right + wrong)}, recall ${rate(right, right + missed)}, F1 ${f1(right, missed, wrong)} (${right} right, ${missed} missed, ${wrong} wrong in ${scores.length} articles); bar 0.75`;
}

function articleLines({ id, pairs, misses, wrongs }: ArticleScore): string[] {
  const slips = pairs.filter(
    (pair) => !isModeOf(pair) || !isAuxiliary(pair.event, pair.want) || !isDateOf(pair),
  );
  return [
    `-- ${id}: ${pairs.length} right, ${misses.length} missed, ${wrongs.length} wrong`,
    ...misses.map(
      ({ want, kind, near }) =>
        `  missed (${kind}) ${describeWanted(want)}${near === null ? '' : `\n      near ${describeEvent(near)}`}`,
    ),
    ...wrongs.map(({ event, kind }) => `  wrong (${kind}) ${describeEvent(event)}`),
    ...slips.map(({ event, want }) => `  detail ${describeWanted(want)}\n      got ${describeEvent(event)}`),
    '',
  ];
}

function describeWanted(want: GoldenEvent): string {
  const mode = want.mode === undefined ? '' : `/${want.mode.join('|')}`;
  const auxiliary = want.auxiliary.length === 0 ? '' : `[${want.auxiliary.join(',')}]`;
  const when = typeof want.when === 'string' ? want.when : (want.when?.from ?? '');
  return `${want.type.join('|')}${mode}${auxiliary} ${want.actors.join('+')} > ${want.recipients.join('+') || '-'} ${when} "${want.evidence[0]}"`;
}

const always = (): boolean => true;
const isModeOf = ({ event, want }: Pair): boolean => isMode(event, want);
const isDateOf = ({ event, want }: Pair): boolean => want.when === undefined || isWhen(event, want.when);
const hasContexts = ({ event, want }: Pair): boolean =>
  want.contexts.every((context) => event.contexts.includes(context));

function share(pairs: readonly Pair[], asked: (pair: Pair) => boolean, right: (pair: Pair) => boolean) {
  const all = pairs.filter(asked);
  return `${rate(all.filter(right).length, all.length)} of ${all.length}`;
}

function rate(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(2);
}

function f1(right: number, missed: number, wrong: number): string {
  return right + missed + wrong === 0 ? '-' : ((2 * right) / (2 * right + missed + wrong)).toFixed(3);
}

function commonest(kinds: readonly string[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .slice(0, most)
    .map(([kind, count]) => `  ${String(count).padStart(4)}  ${kind}`);
}

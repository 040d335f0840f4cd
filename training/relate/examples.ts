// What the relate classifier learns from: our own marked sentences and PLV's, annotated and read by the lexicon.
import { annotateAll } from '../../src/annotate/annotate.ts';
import { relatePair } from '../../src/code/relate.ts';
import type { Root } from '../../src/code/relate-classifier.ts';
import { relateFeatures } from '../../src/code/relate-features.ts';
import type { Tools } from '../../src/pipeline.ts';
import type { Document, EventType } from '../../src/records/index.ts';
import { type PlvRow, readPlv } from '../../eval/relate.ts';
import type { Example } from './fit.ts';
import { plvRootOf, readOwnSentences } from './own-sentences.ts';

/** PLV's rows with what the lexicon alone says of each. */
export async function plvExamples({
  knowledge,
  model,
}: Tools): Promise<{ row: PlvRow; example: Example; lexicon: EventType | null }[]> {
  const rows = readPlv();
  const out: { row: PlvRow; example: Example; lexicon: EventType | null }[] = [];
  const documents = rows.map(({ id, text }) => sentenceDocument(id, text, null));
  for await (const annotated of annotateAll(documents, { model })) {
    const row = rows[out.length]!;
    const relations = relatePair(annotated, row, knowledge);
    const features = relateFeatures(annotated, row, relations);
    const example = { features, root: row.gold as Root, weight: 1 };
    out.push({ row, example, lexicon: relations[0]?.type ?? null });
  }
  return out;
}

/** How much one of our own sentences counts beside one of PLV's; found by cross-validation. */
const ownWeight = 0.15;

/**
 * Our own sentences, those in which nothing happens left out. The lexicon reads them less often than PLV's (which its
 * authors could see) and their roots are evenly spread, so what hangs on either has features of its own.
 */
export async function ownExamples({ knowledge, model }: Tools): Promise<Example[]> {
  const rows = readOwnSentences().flatMap((row) => {
    const root = plvRootOf(row);
    return root === null ? [] : [{ row, root }];
  });
  const out: Example[] = [];
  const documents = rows.map(({ row }) => sentenceDocument(row.id, row.text, null));
  for await (const annotated of annotateAll(documents, { model })) {
    const { row, root } = rows[out.length]!;
    const features = relateFeatures(annotated, row, relatePair(annotated, row, knowledge)).map((feature) =>
      feature.startsWith('lexicon') || feature === 'any' ? `own ${feature}` : feature,
    );
    out.push({ features, root, weight: ownWeight });
  }
  return out;
}

function sentenceDocument(id: string, text: string, published: string | null): Document {
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }];
  return { id, url: null, source: null, title: null, published, language: 'en', text, blocks };
}

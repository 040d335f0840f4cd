// What the relate classifier learns from: PLV's marked training sentences, annotated and read by the lexicon.
import { annotateAll } from '../../src/annotate/annotate.ts';
import { relatePair } from '../../src/code/relate.ts';
import type { Root } from '../../src/code/relate-classifier.ts';
import { relateFeatures } from '../../src/code/relate-features.ts';
import type { Tools } from '../../src/pipeline.ts';
import type { Document, EventType } from '../../src/records/index.ts';
import { type PlvRow, readPlv } from '../../eval/relate.ts';
import type { Example } from './fit.ts';

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

function sentenceDocument(id: string, text: string, published: string | null): Document {
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }];
  return { id, url: null, source: null, title: null, published, language: 'en', text, blocks };
}

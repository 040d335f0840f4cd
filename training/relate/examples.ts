// What the relate classifier learns from: the lexicon's own examples, annotated and coded, with the parties that the coder
// found as the marked pair; and marked rows of PLV.
import { annotateAll } from '../../src/annotate/annotate.ts';
import { codeDocument } from '../../src/code/code.ts';
import { relatePair } from '../../src/code/relate.ts';
import { type Root, rootOf } from '../../src/code/relate-classifier.ts';
import { relateFeatures } from '../../src/code/relate-features.ts';
import { parseExample } from '../../src/knowledge/lexicon/schema.ts';
import type { Tools } from '../../src/pipeline.ts';
import type { Document, EventType } from '../../src/records/index.ts';
import { lexiconCases } from '../../eval/lexicon.ts';
import { type PlvRow, readPlv } from '../../eval/relate.ts';
import type { Example } from './fit.ts';

/** A lexicon example counts less than a row of PLV: it is shorter and its wording is the lexicon's own. */
export const lexiconWeight = 0.3;

export async function lexiconExamples({ knowledge, model }: Tools): Promise<Example[]> {
  const cases = lexiconCases({ knowledge }).flatMap((one) => {
    const read = one.negative ? null : parseExample(one.line);
    const type = (read?.type ?? one.type) as EventType | null;
    return read === null || type === null ? [] : [{ sentence: read.sentence, type }];
  });
  const out: Example[] = [];
  let at = 0;
  const documents = cases.map(({ sentence }) => sentenceDocument('example', sentence, '2024-06-21'));
  for await (const annotated of annotateAll(documents, { model })) {
    const { type } = cases[at++]!;
    const event = codeDocument(annotated, knowledge).events.find((one) => one.type === type);
    const [actor, recipient] = [event?.actors[0], event?.recipients[0]];
    if (actor === undefined || recipient === undefined || actor.start === recipient.start) continue;
    const pair = { actor, recipient };
    // The lexicon reads its own examples too well: they teach words, not how far it is to be trusted.
    const features = relateFeatures(annotated, pair, []).filter((name) => !name.startsWith('lexicon'));
    out.push({ features, root: rootOf(type), weight: lexiconWeight });
  }
  return out;
}

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

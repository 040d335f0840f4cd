// The model and a short way to a document, shared by the annotator's tests.
import { annotate } from '../../src/annotate/annotate.ts';
import { loadModel } from '../../src/annotate/load-model.ts';
import type { AnnotatorModel } from '../../src/annotate/model.ts';
import type { Annotated, Document } from '../../src/records/index.ts';

let opened: Promise<AnnotatorModel> | undefined;

export function openModel(): Promise<AnnotatorModel> {
  opened ??= loadModel({ threads: 2 });
  return opened;
}

/** A document whose lines are paragraphs. */
export function makeDocument(text: string, published: string | null = null): Document {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: 'paragraph' as const,
    start: line.index,
    end: line.index + line[0].length,
  }));
  return { id: 'test', url: null, source: null, title: null, published, language: 'en', text, blocks };
}

export async function annotateText(text: string, published: string | null = null): Promise<Annotated> {
  return annotate(makeDocument(text, published), { model: await openModel() });
}

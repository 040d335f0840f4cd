// The proof that the annotator runs in a browser: loads the model through onnxruntime-web and prints CoNLL-U.
import * as ort from 'onnxruntime-web/wasm';
import { annotate } from '../../src/annotate/annotate.ts';
import { writeConllu } from '../../src/annotate/conllu.ts';
import { AnnotatorModel, type Ort } from '../../src/annotate/model.ts';

const read = async (path: URL): Promise<Response> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`cannot read ${path.pathname}: ${response.status}`);
  return response;
};

async function open(): Promise<AnnotatorModel> {
  ort.env.wasm.numThreads = 1;
  const [weights, meta, lemmas, vocab, boundaries] = await Promise.all([
    read(new URL('../../models/annotator.onnx', import.meta.url)).then((r) => r.arrayBuffer()),
    read(new URL('../../models/annotator.json', import.meta.url)).then((r) => r.json()),
    read(new URL('../../models/lemmas.json', import.meta.url)).then((r) => r.json()),
    read(new URL('../../models/vocab.txt', import.meta.url)).then((r) => r.text()),
    read(new URL('../../models/boundaries.bin', import.meta.url)).then((r) => r.arrayBuffer()),
  ]);
  const files = {
    weights: new Uint8Array(weights),
    meta,
    lemmas,
    vocab,
    boundaries: new Uint8Array(boundaries),
  };
  return AnnotatorModel.open(files, ort as unknown as Ort, { executionProviders: ['wasm'] });
}

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const [input, button] = [element<HTMLTextAreaElement>('text'), element<HTMLButtonElement>('run')];
const [status, output] = [element('status'), element('output')];

async function run(model: AnnotatorModel): Promise<void> {
  const text = input.value;
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: 'paragraph' as const,
    start: line.index,
    end: line.index + line[0].length,
  }));
  const id = 'browser';
  const nothing = { url: null, source: null, title: null, published: null, language: 'en' };
  const start = performance.now();
  const annotated = await annotate({ id, ...nothing, text, blocks }, { model });
  output.textContent = writeConllu(annotated);
  status.textContent = `${annotated.sentences.length} sentences in ${Math.round(performance.now() - start)} ms`;
}

try {
  const model = await open();
  button.addEventListener('click', () => void run(model));
  await run(model);
  button.disabled = false;
} catch (error) {
  status.textContent = `It failed: ${(error as Error).message}`;
}

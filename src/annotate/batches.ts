// Sentences as padded tensors: which sentences share a batch, and the numbers the encoder wants of them.
import { caseClass } from './case-class.ts';
import type { WordPieces } from './wordpiece.ts';

/** One stretch of words that goes through the encoder at once; a very long sentence is several. */
export type Stretch = {
  readonly words: readonly string[];
  readonly pieces: readonly (readonly number[])[];
  /** Number of pieces with [CLS] and [SEP]. */
  readonly length: number;
  readonly sentence: number;
  /** Index of its first word in the sentence. */
  readonly first: number;
};

export type Batch = {
  readonly stretches: readonly Stretch[];
  readonly width: number;
  readonly count: number;
};

/** int64 tensors without BigInt work: the low halves are written through a 32-bit view. */
export type Int64 = { readonly data: BigInt64Array; readonly dims: readonly [number, number] };

export type Inputs = Readonly<
  Record<'input_ids' | 'attention_mask' | 'case_ids' | 'word_starts' | 'word_ends' | 'word_mask', Int64>
>;

// The model was trained on sentences of up to 120 words; longer stretches cost memory by the square.
const maxWords = 200;
const maxPieces = 510;

/** Cuts each sentence into stretches that fit the encoder; nearly always one. Prefers to cut after punctuation. */
export function cutStretches(sentences: readonly (readonly string[])[], split: WordPieces): Stretch[] {
  const out: Stretch[] = [];
  sentences.forEach((words, sentence) => {
    const pieces = words.map(split);
    for (let first = 0; first < words.length; ) {
      let length = 2;
      let last = first;
      while (last < words.length && last - first < maxWords && length + pieces[last]!.length <= maxPieces + 2)
        length += pieces[last++]!.length;
      if (last < words.length) last = findCut(words, first, last);
      const part = first === 0 && last === words.length;
      const own = part ? pieces : pieces.slice(first, last);
      length = own.reduce((sum, ids) => sum + ids.length, 2);
      out.push({ words: part ? words : words.slice(first, last), pieces: own, length, sentence, first });
      first = last;
    }
  });
  return out;
}

/** The last place after punctuation in the second half of [first, last), or `last` itself. */
function findCut(words: readonly string[], first: number, last: number): number {
  for (const mark of [/^[.;!?]+$/, /^[,:)\]"”’]+$/])
    for (let at = last; at > (first + last) / 2; at--) if (mark.test(words[at - 1]!)) return at;
  return last;
}

/** Batches of about the same length, padding included in `pieces`, shortest first. */
export function makeBatches(stretches: readonly Stretch[], pieces: number): Batch[] {
  const sorted = [...stretches].sort((a, b) => a.length - b.length || a.words.length - b.words.length);
  const batches: Batch[] = [];
  let current: Stretch[] = [];
  const flush = (): void => {
    if (current.length === 0) return;
    const width = Math.max(...current.map((one) => one.length));
    batches.push({ stretches: current, width, count: Math.max(...current.map((one) => one.words.length)) });
    current = [];
  };
  for (const one of sorted) {
    if (current.length > 0 && one.length * (current.length + 1) > pieces) flush();
    current.push(one);
  }
  flush();
  return batches;
}

/** The tensors of one batch; `specials` are the ids of [CLS] and [SEP]. */
export function fillInputs(batch: Batch, specials: { readonly cls: number; readonly sep: number }): Inputs {
  const { stretches, width, count } = batch;
  const make = (columns: number) => new BigInt64Array(stretches.length * columns);
  const wide = { ids: make(width), mask: make(width), cases: make(width) };
  const word = { starts: make(count), ends: make(count), mask: make(count) };
  const low = (array: BigInt64Array) => new Int32Array(array.buffer);
  const [ids, mask, cases] = [low(wide.ids), low(wide.mask), low(wide.cases)];
  const [starts, ends, words] = [low(word.starts), low(word.ends), low(word.mask)];
  stretches.forEach((stretch, row) => {
    let at = row * width;
    const origin = at;
    const put = (id: number, kind: number): void => {
      ids[2 * at] = id;
      mask[2 * at] = 1;
      cases[2 * at] = kind;
      at++;
    };
    put(specials.cls, 0);
    stretch.pieces.forEach((own, index) => {
      const cell = 2 * (row * count + index);
      const kind = caseClass(stretch.words[index]!);
      starts[cell] = at - origin;
      for (const id of own) put(id, kind);
      ends[cell] = at - 1 - origin;
      words[cell] = 1;
    });
    put(specials.sep, 0);
  });
  const tensor = (data: BigInt64Array, columns: number): Int64 => ({
    data,
    dims: [stretches.length, columns],
  });
  return {
    input_ids: tensor(wide.ids, width),
    attention_mask: tensor(wide.mask, width),
    case_ids: tensor(wide.cases, width),
    word_starts: tensor(word.starts, count),
    word_ends: tensor(word.ends, count),
    word_mask: tensor(word.mask, count),
  };
}

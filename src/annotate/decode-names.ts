// The best sequence of B/I/O tags in which I-X follows only B-X or I-X (Viterbi), as spans of words.
import { type NameKind, nameKinds } from '../records/index.ts';

export type NameSpan = { readonly kind: NameKind; readonly first: number; readonly last: number };

export type NameTags = {
  readonly size: number;
  /** For a tag I-X the tags B-X and I-X, else -1. */
  readonly begin: Int32Array;
  readonly inside: Uint8Array;
  readonly kinds: readonly (NameKind | null)[];
};

/** Prepares the tag set of models/annotator.json (`O`, `B-PER`, `I-PER`, ...). */
export function prepareNameTags(tags: readonly string[]): NameTags {
  const kinds = tags.map((tag): NameKind | null => {
    if (tag === 'O') return null;
    const kind = nameKinds.find((one) => one === tag.slice(2));
    if (!kind) throw new Error(`unknown name tag ${tag}; known kinds are ${nameKinds.join(', ')}`);
    return kind;
  });
  return {
    size: tags.length,
    begin: Int32Array.from(tags, (tag) => (tag.startsWith('I-') ? tags.indexOf(`B-${tag.slice(2)}`) : -1)),
    inside: Uint8Array.from(tags, (tag) => (tag.startsWith('I-') ? 1 : 0)),
    kinds,
  };
}

/** `scores[base + i * tags.size + t]` is the score of tag t at word i; spans are [first, last). */
export function decodeNames(scores: Float32Array, base: number, words: number, tags: NameTags): NameSpan[] {
  const { size, begin, inside, kinds } = tags;
  if (isAllOutside(scores, base, words, size)) return [];
  const back = new Uint8Array(words * size);
  let best = new Float64Array(size);
  for (let t = 0; t < size; t++) best[t] = inside[t] ? Number.NEGATIVE_INFINITY : scores[base + t]!;
  for (let i = 1; i < words; i++) {
    let top = 0;
    for (let t = 1; t < size; t++) if (best[t]! > best[top]!) top = t;
    const next = new Float64Array(size);
    for (let t = 0; t < size; t++) {
      const from = !inside[t] ? top : best[begin[t]!]! >= best[t]! ? begin[t]! : t;
      back[i * size + t] = from;
      next[t] = best[from]! + scores[base + i * size + t]!;
    }
    best = next;
  }
  let tag = 0;
  for (let t = 1; t < size; t++) if (best[t]! > best[tag]!) tag = t;
  const path = new Uint8Array(words);
  for (let i = words - 1; i >= 0; i--) {
    path[i] = tag;
    tag = back[i * size + tag]!;
  }
  const spans: NameSpan[] = [];
  for (let i = 0; i < words; i++) {
    const kind = kinds[path[i]!];
    if (!kind) continue;
    const first = i;
    while (i + 1 < words && inside[path[i + 1]!]) i++;
    spans.push({ kind, first, last: i + 1 });
  }
  return spans;
}

/** O is tag 0 and the best everywhere: then it is the best path too. */
function isAllOutside(scores: Float32Array, base: number, words: number, size: number): boolean {
  for (let i = 0; i < words; i++) {
    const row = base + i * size;
    for (let t = 1; t < size; t++) if (scores[row + t]! > scores[row]!) return false;
  }
  return true;
}

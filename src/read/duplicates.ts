// Near-duplicate articles (a wire story in ten papers) by MinHash over word shingles with LSH bands.
// Streaming, in memory that does not grow: the oldest signatures give way to new ones.
import { codedBlockKinds, type Document } from '../records/index.ts';

const hashes = 128;
/** Two rows a band: what shares a quarter of its shingles shares a band with a probability of 98 %. */
const bands = 64;
const rows = hashes / bands;
const shingleWords = 4;
/** A copy that was cut short is like its original by its share of it, but nearly all of it is there. */
const cutCopy = { similarity: 0.25, contained: 0.8, shingles: 40 } as const;

export type StoryMatch = {
  /** The id of the first document of the story. */
  readonly story: string;
  /** The earlier document that this one is most like, or null when it opens a story. */
  readonly duplicateOf: string | null;
  /** Estimated Jaccard similarity of the word shingles with that document, 0 when there is none. */
  readonly similarity: number;
};

/** `add` gives the document's story among those that came before, and remembers the document. */
export type StoryIndex = { add(document: Document): StoryMatch };

export type StoryOptions = {
  /** How many documents are remembered; about 1.1 kB each. */
  readonly capacity?: number;
  /** Least similarity for a duplicate. */
  readonly threshold?: number;
};

/** Gives each document, as it comes, the story it belongs to. The order of adding decides which one is first. */
export function createStoryIndex({ capacity = 65_536, threshold = 0.5 }: StoryOptions = {}): StoryIndex {
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(16, capacity * 2)));
  const signatures = new Uint32Array(capacity * hashes);
  const sizes = new Uint32Array(capacity);
  const tables = new Int32Array(bands * buckets).fill(-1);
  const ids: string[] = [];
  const stories: string[] = [];
  let added = 0;
  return {
    add: (document) => {
      const signed = signText(storyText(document));
      const id = document.id;
      if (signed === null) return { story: id, duplicateOf: null, similarity: 0 };
      const { signature, size } = signed;
      const places = Array.from(
        { length: bands },
        (_, band) => band * buckets + (bandHash(signature, band) & (buckets - 1)),
      );
      let best = -1;
      let similarity = 0;
      for (const slot of new Set(places.map((place) => tables[place]!))) {
        if (slot < 0) continue;
        const like = compare(signature, signatures.subarray(slot * hashes, (slot + 1) * hashes));
        if (like > similarity || (like === similarity && best >= 0 && slot < best))
          [best, similarity] = [slot, like];
      }
      const known =
        best >= 0 && (similarity >= threshold || isCutCopy(similarity, size, sizes[best]!, threshold));
      const match = known
        ? { story: stories[best]!, duplicateOf: ids[best]!, similarity }
        : { story: id, duplicateOf: null, similarity: 0 };
      const slot = added++ % capacity;
      signatures.set(signature, slot * hashes);
      sizes[slot] = size;
      ids[slot] = id;
      stories[slot] = match.story;
      for (const place of places) tables[place] = slot;
      return match;
    },
  };
}

/** Whether the smaller of the two is nearly all in the larger; the threshold 1 asks for the same text. */
function isCutCopy(similarity: number, one: number, other: number, threshold: number): boolean {
  const smaller = Math.min(one, other);
  const shared = (similarity * (one + other)) / (1 + similarity);
  return (
    threshold < 1 &&
    smaller >= cutCopy.shingles &&
    similarity >= cutCopy.similarity &&
    shared >= smaller * cutCopy.contained
  );
}

/** Share of equal minima: an unbiased estimate of the Jaccard similarity of the two sets of shingles. */
export function compare(one: Uint32Array, other: Uint32Array): number {
  let equal = 0;
  for (let index = 0; index < hashes; index++) if (one[index] === other[index]) equal++;
  return equal / hashes;
}

/** The MinHash signature of a text and how many shingles it has, or null when it has no word. */
export function signText(text: string): { readonly signature: Uint32Array; readonly size: number } | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  if (words === null) return null;
  const signature = new Uint32Array(hashes).fill(0xffffffff);
  const last = Math.max(1, words.length - shingleWords + 1);
  for (let at = 0; at < last; at++) {
    let seed = 0x811c9dc5;
    const end = Math.min(words.length, at + shingleWords);
    for (let index = at; index < end; index++) seed = hashWord(words[index]!, seed);
    for (let index = 0; index < hashes; index++) {
      const value = mix(seed ^ Math.imul(index + 1, 0x9e3779b1));
      if (value < signature[index]!) signature[index] = value;
    }
  }
  return { signature, size: last };
}

/** Only what is coded counts: each paper adds its own captions, links and notices. */
function storyText({ text, blocks }: Document): string {
  return blocks
    .filter(({ kind }) => codedBlockKinds.has(kind))
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

/** FNV-1a over UTF-16 units, with a mark between words. */
function hashWord(word: string, seed: number): number {
  let value = Math.imul(seed ^ 0x20, 0x01000193);
  for (let index = 0; index < word.length; index++)
    value = Math.imul(value ^ word.charCodeAt(index), 0x01000193);
  return value;
}

/** The finaliser of MurmurHash3: every bit in changes half of the bits out. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function bandHash(signature: Uint32Array, band: number): number {
  let value = 0x811c9dc5;
  for (let row = 0; row < rows; row++) value = mix(value ^ signature[band * rows + row]!);
  return value;
}

// The small trained model that decides where a token or a sentence ends: logistic regression over hashed features.
// Trained by training/boundaries/train.ts on UD text; its weights are models/boundaries.bin.

/** Weights of one decision: int8 numbers times `scale`; a power of two of them. */
export type Weights = { readonly values: Int8Array; readonly scale: number };

export type Boundaries = { readonly token: Weights; readonly sentence: Weights };

const magic = 0x62736163;

/** The log-odds of a boundary, given the features' hashes. */
export function scoreBoundary({ values, scale }: Weights, features: readonly number[]): number {
  const mask = values.length - 1;
  let sum = 0;
  for (const feature of features) sum += values[feature & mask]!;
  return sum * scale;
}

/** Reads models/boundaries.bin: magic, then for tokens and sentences the number of weights, their scale, the weights. */
export function readBoundaries(bytes: Uint8Array): Boundaries {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) throw new Error('models/boundaries.bin is not a boundary model');
  let at = 4;
  const read = (): Weights => {
    const count = view.getUint32(at, true);
    const scale = view.getFloat32(at + 4, true);
    const values = new Int8Array(bytes.buffer, bytes.byteOffset + at + 8, count);
    at += 8 + count;
    return { values, scale };
  };
  return { token: read(), sentence: read() };
}

/** The bytes that `readBoundaries` reads. */
export function writeBoundaries({ token, sentence }: Boundaries): Uint8Array {
  const bytes = new Uint8Array(4 + 16 + token.values.length + sentence.values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  let at = 4;
  for (const { values, scale } of [token, sentence]) {
    view.setUint32(at, values.length, true);
    view.setFloat32(at + 4, scale, true);
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), at + 8);
    at += 8 + values.length;
  }
  return bytes;
}

/** FNV-1a of a string, as an unsigned 32-bit number. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Mixes a template's number and its values' hashes into one feature. */
export function hashFeature(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) >>> 0;
}

// The best tree over arc scores with exactly one word under the root: Chu-Liu/Edmonds, with a short way out
// when the best head of each word already makes a tree (most sentences).

/**
 * `arcs[base + i * stride + h]` scores head h of word i: h = 0 is the root, h = j + 1 is word j.
 * Returns each word's head in the same numbering (0 = root).
 */
export function decodeTree(arcs: Float32Array, base: number, stride: number, words: number): Int32Array {
  const heads = new Int32Array(words);
  let roots = 0;
  for (let i = 0; i < words; i++) {
    const row = base + i * stride;
    let best = i === 0 && words > 0 ? 0 : -1;
    let score = best < 0 ? Number.NEGATIVE_INFINITY : arcs[row]!;
    for (let h = 0; h <= words; h++) {
      const value = arcs[row + h]!;
      if (h !== i + 1 && value > score) {
        best = h;
        score = value;
      }
    }
    if (best <= 0) {
      best = 0;
      roots++;
    }
    heads[i] = best;
  }
  if (roots === 1 && reachesRoot(heads)) return heads;
  return decodeFully(arcs, base, stride, words);
}

/** Does every word lead to the root? */
export function reachesRoot(heads: Int32Array): boolean {
  const state = new Uint8Array(heads.length + 1);
  state[0] = 2;
  for (let start = 1; start <= heads.length; start++) {
    let node = start;
    while (state[node] === 0) {
      state[node] = 1;
      node = heads[node - 1]!;
    }
    if (state[node] === 1) return false;
    for (let back = start; state[back] === 1; back = heads[back - 1]!) state[back] = 2;
  }
  return true;
}

type Scores = { readonly size: number; readonly values: Float64Array };

function decodeFully(arcs: Float32Array, base: number, stride: number, words: number): Int32Array {
  const size = words + 1;
  const values = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < words; i++)
    for (let h = 0; h <= words; h++) values[(i + 1) * size + h] = arcs[base + i * stride + h]!;
  const free = findArborescence({ size, values });
  const roots: number[] = [];
  for (let node = 1; node < size; node++) if (free[node] === 0) roots.push(node);
  if (roots.length === 1) return free.subarray(1);

  let best = free;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const root of roots) {
    const only = values.slice();
    for (let node = 1; node < size; node++) if (node !== root) only[node * size] = Number.NEGATIVE_INFINITY;
    const tree = findArborescence({ size, values: only });
    let score = 0;
    for (let node = 1; node < size; node++) score += only[node * size + tree[node]!]!;
    if (score > bestScore) {
      best = tree;
      bestScore = score;
    }
  }
  return best.subarray(1);
}

/** Heads of the nodes 0..size-1 (that of 0 unused); `values[dependent * size + head]`. */
function findArborescence({ size, values }: Scores): Int32Array {
  const heads = new Int32Array(size);
  for (let node = 1; node < size; node++) {
    let best = node === 1 ? 0 : 1;
    for (let h = 0; h < size; h++)
      if (h !== node && values[node * size + h]! > values[node * size + best]!) best = h;
    // All impossible but itself: take the root, so that no word heads itself.
    heads[node] = values[node * size + best]! === Number.NEGATIVE_INFINITY ? 0 : best;
  }
  const cycle = findCycle(heads);
  if (!cycle) return heads;

  // The cycle becomes one node, the last of a smaller graph; remember which member enters and leaves.
  const inside = new Uint8Array(size);
  for (const node of cycle) inside[node] = 1;
  const rest: number[] = [];
  for (let node = 0; node < size; node++) if (!inside[node]) rest.push(node);
  let total = 0;
  for (const node of cycle) total += values[node * size + heads[node]!]!;
  const merged = rest.length;
  const small = new Float64Array((merged + 1) ** 2).fill(Number.NEGATIVE_INFINITY);
  const entry = new Int32Array(merged).fill(cycle[0]!);
  const exit = new Int32Array(merged).fill(cycle[0]!);
  const width = merged + 1;
  for (let a = 0; a < merged; a++) {
    const node = rest[a]!;
    for (let b = 0; b < merged; b++) small[a * width + b] = values[node * size + rest[b]!]!;
    for (const member of cycle) {
      const into = values[member * size + node]! - values[member * size + heads[member]!]! + total;
      if (into > small[merged * width + a]!) {
        small[merged * width + a] = into;
        entry[a] = member;
      }
      const out = values[node * size + member]!;
      if (out > small[a * width + merged]!) {
        small[a * width + merged] = out;
        exit[a] = member;
      }
    }
  }
  const solved = findArborescence({ size: width, values: small });
  const result = heads.slice();
  for (let a = 1; a < merged; a++) result[rest[a]!] = solved[a] === merged ? exit[a]! : rest[solved[a]!]!;
  const broken = solved[merged]!;
  result[entry[broken]!] = rest[broken]!;
  return result;
}

function findCycle(heads: Int32Array): number[] | null {
  const state = new Uint8Array(heads.length);
  state[0] = 2;
  for (let start = 1; start < heads.length; start++) {
    const path: number[] = [];
    let node = start;
    while (state[node] === 0) {
      state[node] = 1;
      path.push(node);
      node = heads[node]!;
    }
    if (state[node] === 1) return path.slice(path.indexOf(node));
    for (const seen of path) state[seen] = 2;
  }
  return null;
}

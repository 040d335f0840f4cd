// Finds the known word that was probably meant, for the hints of problems.

/** "did you mean X?" when a known word is within two edits (or a third of its length), else null. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < least) {
      best = candidate;
      least = edits;
    }
  }
  return best === null ? null : `did you mean "${best}"?`;
}

function distance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= two.length; to++) {
      next.push(
        Math.min(row[to]! + 1, next[to - 1]! + 1, row[to - 1]! + (one[at - 1] === two[to - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[two.length]!;
}

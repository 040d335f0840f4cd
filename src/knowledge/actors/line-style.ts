// Lines whose capitals tell nothing: headlines in capitals or in title case.

/** Whether every lettered word is in capitals ("NEW CAR BOMB KILLS TEN"). */
export function isCapitalLine(words: readonly string[]): boolean {
  const lettered = words.filter((word) => /\p{L}{2}/u.test(word));
  return lettered.length > 3 && lettered.every((word) => word === word.toUpperCase());
}

/** Whether capitals are no sign of a name: a line in capitals, or nearly all longer words capitalised. */
export function isDoubtfulLine(words: readonly string[]): boolean {
  const longer = words.filter((word) => /^\p{L}{4}/u.test(word));
  return longer.length > 3 && longer.filter((word) => /^\p{Lu}/u.test(word)).length >= longer.length * 0.8;
}

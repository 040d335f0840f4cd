// A word's shape in a few characters, for features of boundaries: `Xx` title, `xx` lower, `X` capital, `9` digits, else its marks.

/** Shape of a whole word: runs are shortened to two, so that "Korea" and "Paris" are both `Xx`. */
export function wordShape(text: string): string {
  let shape = '';
  for (const char of text) {
    const kind = charShape(char);
    const { length } = shape;
    if (kind === shape[length - 1] && (kind !== 'X' || shape[length - 2] === 'X')) continue;
    shape += kind;
    if (length > 12) break;
  }
  return shape;
}

/** `x`, `X` or `9` for letters and digits, else the character itself with curly quotes made straight. */
export function charShape(char: string): string {
  if (char >= 'a' && char <= 'z') return 'x';
  if (char >= 'A' && char <= 'Z') return 'X';
  if (char >= '0' && char <= '9') return '9';
  if (char < '\u0080') return char;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return 'X';
  if (/\p{L}|\p{M}/u.test(char)) return 'x';
  if (/\p{Nd}/u.test(char)) return '9';
  return normalizeMark(char);
}

/** Typographic marks as their plain cousins, so that curly and straight text are judged alike. */
export function normalizeMark(char: string): string {
  if (char === '\u2019' || char === '\u2018' || char === '\u02bc') return "'";
  if (char === '\u201c' || char === '\u201d') return '"';
  if (char === '\u2013' || char === '\u2014') return '\u2014';
  return char;
}

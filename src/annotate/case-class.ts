// The case class of a word: the encoder is uncased, so each piece carries how its word was written.

/** Index into `caseClasses` of models/annotator.json: none, lower, title, upper, single, mixed, number, alphanumeric, symbol. */
export function caseClass(word: string): number {
  let letters = 0;
  let upper = 0;
  let firstUpper = false;
  let digit = false;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 127) return caseClassUnicode(word);
    if (code >= 97 && code <= 122) letters++;
    else if (code >= 65 && code <= 90) {
      if (letters === 0) firstUpper = true;
      letters++;
      upper++;
    } else if (code >= 48 && code <= 57) digit = true;
  }
  return classify(letters, upper, firstUpper, digit);
}

function caseClassUnicode(word: string): number {
  let letters = 0;
  let upper = 0;
  let firstUpper = false;
  for (const char of word) {
    if (!/\p{L}/u.test(char)) continue;
    if (/[\p{Lu}\p{Lt}]/u.test(char)) {
      if (letters === 0) firstUpper = true;
      upper++;
    }
    letters++;
  }
  return classify(letters, upper, firstUpper, /\p{Nd}/u.test(word));
}

function classify(letters: number, upper: number, firstUpper: boolean, digit: boolean): number {
  if (letters === 0) return digit ? 6 : 8;
  if (digit) return 7;
  if (upper === 0) return 1;
  if (letters === 1) return 4;
  if (upper === letters) return 3;
  return firstUpper && upper === 1 ? 2 : 5;
}

// Turns written names into comparable keys: no accents, dots, hyphens or apostrophes, lower case; and says which
// letters must stand as capitals in a text, so that "US" is not "us" and "Turkey" is not "turkey".

/** The parts of one word: "al-Qaeda" gives al, Qaeda; "U.S." gives US; a lone hyphen or quote mark gives none. */
export function splitWord(word: string): readonly string[] {
  if (/^[A-Za-z]+$/.test(word)) return [word];
  const folded = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ıİłŁøØđĐßæÆœŒə]/g, (letter) => foldings[letter] ?? letter)
    .replace(/\./g, '')
    .replace(/&/g, ' and ')
    .replace(/,/g, ' , ')
    .replace(/[-‐‑‒–—'’‘ʼ`"“”]/g, ' ');
  return folded.split(/\s+/).filter((part) => part !== '');
}

const foldings: Readonly<Record<string, string>> = {
  ı: 'i',
  İ: 'I',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ə: 'a',
};

/** The parts of a whole written name. */
export function splitName(name: string): readonly string[] {
  if (/^[A-Za-z ]+$/.test(name)) return name.split(' ');
  return name.split(/\s+/).flatMap(splitWord);
}

/** The key under which a name is kept: its parts in lower case, joined by blanks. */
export function nameKey(name: string): string {
  return splitName(name).join(' ').toLowerCase();
}

/**
 * Whether a text's parts wear the capitals that the name's parts ask for. Acronyms of up to three letters must be
 * all capitals (US, WHO, IS), and LeT is written so; longer ones may be written Nato; otherwise the first capital of the name decides, so
 * "Gaza strip" and "State department" still count.
 */
export function wearsCapitals(name: readonly string[], text: readonly string[]): boolean {
  let first = true;
  for (let i = 0; i < name.length; i++) {
    const wanted = name[i]!;
    const given = text[i]!;
    if (!/^\p{Lu}/u.test(wanted)) continue;
    const acronym = wanted.length <= 3 && wanted.length > 1 && wanted === wanted.toUpperCase();
    if (acronym && given !== given.toUpperCase()) return false;
    if (wanted.length <= 3 && /^\p{Lu}\p{Ll}\p{Lu}$/u.test(wanted) && given !== wanted) return false;
    if (first && !/^\p{Lu}/u.test(given)) return false;
    first = false;
  }
  return true;
}

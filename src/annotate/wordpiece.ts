// Words into BERT's uncased wordpieces, by the rules that models/annotator.json states.
const asciiPunctuation = /[!-/:-@[-`{-~]/;
const punctuation = /\p{P}/u;
const cjk = /[\u4E00-\u9FFF\u3400-\u4DBF\uF900-\uFAFF\u{20000}-\u{2CEAF}\u{2F800}-\u{2FA1F}]/u;
const mark = /\p{Mn}/u;
const space = /[\t\n\r\p{Zs}]/u;
const control = /[\p{Cc}\p{Cf}\uFFFD]/u;
const plainWord = /^[A-Za-z0-9]+$/;

const maxPartChars = 100;
const maxWordPieces = 12;
const cacheSize = 50_000;
/** V8 copies what is shorter. */
const shortestWindow = 13;

export type WordPieces = (word: string) => readonly number[];

/** Reads vocab.txt (one piece a line, its line is its id) and returns the splitter: at least 1, at most 12 ids. */
export function buildWordPieces(vocabText: string): WordPieces {
  const vocab = new Map<string, number>();
  vocabText.split('\n').forEach((piece, id) => {
    if (piece !== '') vocab.set(piece, id);
  });
  const unknown = vocab.get('[UNK]')!;
  const cache = new Map<string, readonly number[]>();

  const match = (part: string, ids: number[]): void => {
    const chars = isAscii(part) ? part : [...part];
    if (chars.length > maxPartChars) {
      ids.push(unknown);
      return;
    }
    const first = ids.length;
    for (let start = 0; start < chars.length; ) {
      let end = chars.length;
      let id: number | undefined;
      for (; end > start; end--) {
        const piece = typeof chars === 'string' ? chars.slice(start, end) : chars.slice(start, end).join('');
        id = vocab.get(start === 0 ? piece : `##${piece}`);
        if (id !== undefined) break;
      }
      if (id === undefined) {
        ids.length = first;
        ids.push(unknown);
        return;
      }
      ids.push(id);
      start = end;
    }
  };

  return (word) => {
    const known = cache.get(word);
    if (known) return known;
    const ids: number[] = [];
    for (const part of splitParts(word)) match(part, ids);
    if (ids.length > maxWordPieces) ids.length = maxWordPieces;
    if (ids.length === 0) ids.push(unknown);
    if (cache.size >= cacheSize) cache.clear();
    // Very long "words" (a line of junk) are not worth their memory.
    if (word.length < 100) cache.set(detach(word), ids);
    return ids;
  };
}

/** A long word cut out of a text is a window on the whole text in V8, which would stay in memory as long as the word. */
function detach(word: string): string {
  return word.length < shortestWindow ? word : [...word].join('');
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Lower-cases, strips accents and control characters, splits at white space and around punctuation and CJK. */
export function splitParts(word: string): string[] {
  if (plainWord.test(word)) return [word.toLowerCase()];
  const parts: string[] = [];
  let current = '';
  const flush = (): void => {
    if (current !== '') parts.push(current);
    current = '';
  };
  for (const char of word.toLowerCase().normalize('NFD')) {
    if (mark.test(char)) continue;
    if (space.test(char)) flush();
    else if (control.test(char)) continue;
    else if (asciiPunctuation.test(char) || punctuation.test(char) || cjk.test(char)) {
      flush();
      parts.push(char);
    } else current += char;
  }
  flush();
  return parts;
}

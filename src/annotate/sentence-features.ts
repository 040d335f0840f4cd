// What the boundary model sees between two tokens of a block: does a sentence end here?
import { hashFeature, hashText } from './boundaries.ts';
import { normalizeMark, wordShape } from './word-shape.ts';

/** A token before tagging: where it stands, and what features want of it, computed once. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

type Seen = { readonly word: number; readonly shape: number; readonly mark: string; readonly glued: boolean };

const none: Seen = { word: 1, shape: 2, mark: '', glued: false };
const ender = /^[.!?…]+$|^[.!?]+["')\]”’]+$/;
const plain = /^[a-z]+$/;
const endsInWord = /[\p{L}\p{N}]$/u;
const startsWord = /^[\p{L}\p{N}]/u;

/** A block's tokens with their hashes; asks `featuresAfter` place by place, from left to right. */
export class SentenceContext {
  readonly #pieces: readonly Piece[];
  readonly #seen: readonly Seen[];
  readonly #cased: number;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    let capitals = 0;
    let lowers = 0;
    this.#seen = pieces.map(({ text, start }, i) => {
      const shape = wordShape(text);
      if (shape[0] === 'x') lowers++;
      if (shape === 'X' || shape.startsWith('XX') || shape.startsWith('Xx')) capitals++;
      const mark = text.length === 1 ? normalizeMark(text) : '';
      const word = mark === '' ? text.toLowerCase() : mark;
      return {
        word: hashText(word),
        shape: hashText(shape),
        mark,
        glued: i > 0 && pieces[i - 1]!.end === start,
      };
    });
    // A text in lower case or in capitals only says nothing by its capitals.
    this.#cased = capitals === 0 ? 1 : lowers === 0 ? 2 : capitals > lowers ? 3 : 4;
  }

  /** False where no sentence ends: most places, so that little is asked of the model. */
  isCandidate(at: number): boolean {
    const [here, next, before] = [this.#pieces[at]!, this.#pieces[at + 1]!, this.#pieces[at - 1]];
    if (plain.test(here.text) && plain.test(next.text)) return false;
    // 'a "free and open" Indo-Pacific': words in quotation marks without a stop of their own end nothing.
    const closes = this.#seen[at]!.mark === '"' && this.#seen[at]!.glued && before !== undefined;
    return !(
      closes &&
      endsInWord.test(before.text) &&
      startsWord.test(next.text) &&
      !this.#seen[at + 1]!.glued
    );
  }

  /** Features of a sentence end after token `at`, in a sentence that began at token `first`. */
  featuresAfter(at: number, first: number): number[] {
    const see = (i: number): Seen => (i < first ? none : (this.#seen[i] ?? none));
    const [a2, a1, a, b, b1] = [see(at - 2), see(at - 1), see(at), see(at + 1), see(at + 2)];
    const length = at + 1 - first;
    const size = length < 4 ? length : length < 8 ? 4 : length < 16 ? 5 : length < 30 ? 6 : 7;
    const left = this.#seen.length - at - 1;
    const rest = left < 4 ? left : left < 10 ? 4 : 5;
    const space = b.glued ? 1 : 2;
    const open = this.#openMarks(first, at);
    const end = ender.test(this.#pieces[at]!.text) ? 1 : 0;
    const earlier = ender.test(this.#pieces[at - 1]?.text ?? '') && at > first ? 1 : 0;
    const state = end * 2 + earlier;
    const f = hashFeature;
    return [
      f(0, this.#cased),
      f(1, a.word, space),
      f(2, a.word, b.shape, space),
      f(3, a.word, b.word, space),
      f(4, a1.word, a.word, b.shape),
      f(5, a1.shape, a.word, b.shape),
      f(6, a1.word, a.word),
      f(7, a.shape, b.shape, space),
      f(8, a.shape, b.word, space),
      f(9, a.word, size, open),
      f(10, a.word, b.mark === '' ? 0 : b.word, open),
      f(11, a1.shape, a.shape, b.shape),
      f(12, a.shape, b.shape, b1.shape),
      f(13, state, b.word),
      f(14, state, b.shape, size),
      f(15, state, b.word, b1.word),
      f(16, state, a1.word, a2.word),
      f(17, a.word, this.#cased, b.shape),
      f(18, open, state, b.shape),
      f(19, see(first).word, state, a.shape),
      f(20, rest, a.word, state),
      f(21, a2.shape, f(0, a1.shape, a.shape), b.shape),
      f(22, state, b.word, b.shape),
      f(23, a.word, b.shape, b1.shape),
      f(24, see(first).shape, see(first + 1).word, size),
      f(25, a.word, see(first).word, size),
      f(26, this.#pieces[at]!.text.length < 20 ? this.#pieces[at]!.text.length : 20, a.shape, b.shape),
      f(27, b.word, b1.shape, space),
      f(28, state, size, this.#cased),
      f(29, a1.word, state, b.word),
      f(30, state, this.#marks[at] ?? 0, b.shape),
    ];
  }

  /** 0 none, 1 a quotation, 2 a bracket, 3 both are open at `at`, counted from the sentence's start. */
  #openMarks(first: number, at: number): number {
    let quotes = 0;
    let brackets = 0;
    for (let i = Math.max(first, at - 80); i <= at; i++) {
      const { mark } = this.#seen[i]!;
      if (mark === '"') quotes++;
      else if (mark === '(' || mark === '[') brackets++;
      else if (mark === ')' || mark === ']') brackets--;
    }
    return (quotes % 2) + (brackets > 0 ? 2 : 0);
  }

  /** Running parity of double quotation marks over the whole block. */
  get #marks(): readonly number[] {
    this.#parity ??= runningParity(this.#seen);
    return this.#parity;
  }
  #parity: readonly number[] | undefined;
}

function runningParity(seen: readonly Seen[]): number[] {
  let open = 0;
  return seen.map(({ mark }) => {
    if (mark === '"') open = 1 - open;
    return open;
  });
}

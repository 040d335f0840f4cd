// Parses the schematic sentences of the lexicon ("A supply @arms to R"); see knowledge/README.md. Matching is src/code's.

export type Slot = 'A' | 'R' | 'X' | 'E';

export type NounSet = { readonly words: readonly string[]; readonly classes: readonly string[] };

/** What may stand at a place: a slot, or a noun of these words or classes, perhaps belonging to a slot (R's troops). */
export type Filler =
  | {
      readonly slot: Slot;
      readonly reciprocal: boolean;
      /** Only a noun of these words or classes may fill the slot ("A:@rioters"); undefined when any may. */
      readonly only?: NounSet;
    }
  | {
      readonly words: readonly string[];
      readonly classes: readonly string[];
      readonly owner: 'A' | 'R' | null;
    };

/** Where it stands: bare places are counted after the verb (object, then second object). */
export type Argument = {
  readonly at:
    | 'subject'
    | 'object'
    | 'second'
    | 'preposition'
    | 'infinitive'
    | 'clause'
    | 'owner'
    | 'purpose';
  /** For a purpose, the verbs of the infinitive ("sent troops to protect R"). */
  readonly verbs?: readonly string[];
  /** Lemmas joined by blanks for prepositions of several words ("in favour of"); '' means that it may stand bare. */
  readonly prepositions: readonly string[];
  readonly filler: Filler;
  readonly optional: boolean;
};

export type LexiconPattern = {
  readonly text: string;
  readonly pos: 'v' | 'n' | 'a';
  /** Alternatives, each a row of lemmas; `lemmas[headAt]` is the head token. */
  readonly heads: readonly { readonly lemmas: readonly string[]; readonly headAt: number }[];
  readonly arguments: readonly Argument[];
  /** Lexical material matched beyond one bare head: the more special pattern wins. */
  readonly weight: number;
};

const prepositions = new Set(
  (
    'about above across after against ahead+of along alongside amid among around as aside at away+from back+to before behind below ' +
    'beneath beside besides between beyond by concerning despite during except for from in in+favour+of in+favor+of in+front+of ' +
    'in+return+for in+exchange+for in+response+to in+support+of in+solidarity+with in+breach+of in+violation+of in+charge+of inside into like ' +
    'near next+to of off on on+behalf+of onto out+of outside over per regarding since through throughout to toward towards ' +
    'under underneath until up upon versus via with within without on+grounds+of because+of due+to over+to in+touch+with in+talks+with at+odds+with ' +
    'off+from down+on out+against up+to up+against away in+defence+of in+defense+of on+to off+of with+regard+to with+respect+to in+line+with in+accordance+with together+with along+with instead+of ' +
    'in+honour+of in+honor+of at+invitation+of on+sidelines+of at+request+of at+disposal+of on+side+of to+side+of to+defence+of to+defense+of side+by+side+with opposite past round close+to atop'
  ).split(' '),
);
const linkWords = new Set([
  'of',
  'in',
  'on',
  'to',
  'for',
  'with',
  'against',
  'at',
  'from',
  'by',
  'as',
  'out',
  'and',
  'under',
  'into',
  'over',
  'between',
  'off',
]);

class PatternError extends Error {}

/** Parses one pattern; throws an Error that says what is wrong and where in the row. */
export function parsePattern(text: string): LexiconPattern {
  const tokens = joinOwners(tokenize(text));
  const state = { args: [] as Argument[], bare: 0 };
  let index = 0;
  let head: { word: string; pos: 'v' | 'n' | 'a' } | null = null;
  while (index < tokens.length) {
    const { word, optional } = tokens[index]!;
    if (head === null) {
      const slot = parseSlot(word);
      const owned = /^([AR])'s$/.exec(word);
      if (slot !== null) {
        if (slot.slot === 'E') throw new PatternError(`E can't stand before the head in "${text}"`);
        state.args.push({ at: 'subject', prepositions: [], filler: slot, optional });
      } else if (owned !== null) {
        state.args.push({
          at: 'owner',
          prepositions: [],
          filler: { slot: owned[1] as Slot, reciprocal: false },
          optional,
        });
      } else {
        const next = tokens[index + 1]?.word;
        if (
          word.startsWith('@') ||
          (!word.includes('/') &&
            state.args.length === 0 &&
            next !== undefined &&
            !next.startsWith('to:') &&
            !isPreposition(next))
        ) {
          // A subject in words: "@media report that E", "fighting erupt between A&"
          state.args.push({ at: 'subject', prepositions: [], filler: parseWords(word), optional });
        } else {
          head = parseHead(word, text);
        }
      }
      index++;
      continue;
    }
    if (word === 'that') {
      const filler = parseSlot(tokens[index + 1]?.word ?? '');
      if (filler?.slot !== 'E') throw new PatternError(`"that" must be followed by E in "${text}"`);
      state.args.push({ at: 'clause', prepositions: [], filler, optional });
      index += 2;
    } else if (word.startsWith('to:')) {
      // "A send @armed-forces to:protect|guard R": an infinitive with one of these verbs, and its object (X: any or none)
      const next = tokens[index + 1];
      state.args.push({
        at: 'purpose',
        prepositions: [],
        verbs: word
          .slice(3)
          .split('|')
          .map((one) => one.replaceAll('+', ' ')),
        filler: next === undefined ? { slot: 'X', reciprocal: false } : parseFiller(next.word),
        optional,
      });
      index += next === undefined ? 1 : 2;
    } else if (isPreposition(word)) {
      const next = tokens[index + 1];
      if (next === undefined) throw new PatternError(`nothing follows "${word}" in "${text}"`);
      const filler = parseFiller(next.word);
      // "A meet (with) A": the preposition alone in brackets means with it or bare.
      const bare = optional && !next.optional;
      const isInfinitive = word === 'to' && 'slot' in filler && filler.slot === 'E';
      state.args.push({
        at: isInfinitive ? 'infinitive' : 'preposition',
        prepositions: [...(bare ? [''] : []), ...word.split('|').map((one) => one.replaceAll('+', ' '))],
        filler,
        optional: next.optional,
      });
      index += 2;
    } else {
      if (state.bare >= 2) throw new PatternError(`more than two bare parts after the head in "${text}"`);
      state.args.push({
        at: state.bare === 0 ? 'object' : 'second',
        prepositions: [],
        filler: parseFiller(word),
        optional,
      });
      state.bare++;
      index++;
    }
  }
  if (head === null) throw new PatternError(`no head word in "${text}"`);
  const heads = head.word.split('|').map((one) => placeHead(one, head.pos));
  return { text, pos: head.pos, heads, arguments: state.args, weight: weigh(heads, state.args) };
}

function tokenize(text: string): { word: string; optional: boolean }[] {
  const out: { word: string; optional: boolean }[] = [];
  let open = false;
  for (const part of text.trim().split(/\s+/)) {
    const starts = part.startsWith('(');
    const ends = part.endsWith(')');
    if (starts && open) throw new PatternError(`brackets within brackets in "${text}"`);
    if (starts) open = true;
    const word = part.slice(starts ? 1 : 0, ends ? -1 : undefined);
    if (word === '') throw new PatternError(`an empty part in "${text}"`);
    out.push({ word, optional: open });
    if (ends) {
      if (!open) throw new PatternError(`")" without "(" in "${text}"`);
      open = false;
    }
  }
  if (open) throw new PatternError(`"(" without ")" in "${text}"`);
  return out;
}

/** "attack R's troops": owner and noun are one part, unless the noun is the head itself ("R's arrest/n"). */
function joinOwners(tokens: { word: string; optional: boolean }[]): { word: string; optional: boolean }[] {
  const out: { word: string; optional: boolean }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    if (/^[AR]'s$/.test(token.word) && next !== undefined && !/\/[vna]$/.test(next.word)) {
      out.push({ word: `${token.word}${next.word}`, optional: token.optional });
      at++;
    } else out.push(token);
  }
  return out;
}

function parseSlot(word: string): Extract<Filler, { slot: Slot }> | null {
  const match = /^([ARXE])(&?)(?::(.+))?$/.exec(word);
  if (match === null) return null;
  const slot = { slot: match[1] as Slot, reciprocal: match[2] === '&' };
  return match[3] === undefined ? slot : { ...slot, only: parseNouns(match[3]) };
}

function parseFiller(word: string): Filler {
  return parseSlot(word) ?? parseWords(word);
}

function parseWords(word: string): Filler {
  const owned = /^([AR])'s(.+)$/.exec(word);
  return {
    ...parseNouns(owned === null ? word : owned[2]!),
    owner: owned === null ? null : (owned[1] as 'A' | 'R'),
  };
}

function parseNouns(body: string): NounSet {
  const parts = body.split('|').filter((part) => part !== '');
  for (const part of parts) {
    if (!/^@?[\p{L}\p{N}'.+-]+$/u.test(part)) throw new PatternError(`can't read "${part}"`);
  }
  return {
    words: parts
      .filter((part) => !part.startsWith('@'))
      .map((part) => part.replaceAll('+', ' ').toLowerCase()),
    classes: parts.filter((part) => part.startsWith('@')).map((part) => part.slice(1)),
  };
}

function parseHead(word: string, text: string): { word: string; pos: 'v' | 'n' | 'a' } {
  const match = /^([^/]+)(?:\/([vna]))?$/.exec(word);
  if (match === null || /[@()]/.test(match[1]!))
    throw new PatternError(`can't read the head "${word}" in "${text}"`);
  return { word: match[1]!.toLowerCase(), pos: (match[2] ?? 'v') as 'v' | 'n' | 'a' };
}

function placeHead(word: string, pos: 'v' | 'n' | 'a'): { lemmas: string[]; headAt: number } {
  const lemmas = word.split('+');
  if (lemmas.some((one) => one === '')) throw new PatternError(`an empty word in "${word}"`);
  // "jointly+run" is headed by the verb.
  if (pos === 'v' && lemmas[0]!.endsWith('ly') && lemmas.length > 1) return { lemmas, headAt: 1 };
  if (pos !== 'n' || lemmas.length === 1) return { lemmas, headAt: 0 };
  // "state+of+emergency" is headed by its first noun, "trade+war" by its last.
  const link = lemmas.findIndex((lemma, at) => at > 0 && linkWords.has(lemma));
  return { lemmas, headAt: link > 0 ? link - 1 : lemmas.length - 1 };
}

function isPreposition(word: string): boolean {
  return word.split('|').every((one) => prepositions.has(one));
}

function weigh(heads: LexiconPattern['heads'], args: readonly Argument[]): number {
  const extra = Math.max(...heads.map(({ lemmas }) => lemmas.length)) - 1;
  return args.reduce((sum, arg) => {
    const plain = 'slot' in arg.filler && arg.filler.only === undefined;
    const filler = plain ? 0.4 : 'slot' in arg.filler || arg.filler.words.length > 0 ? 1.2 : 1;
    return sum + (filler + (arg.at === 'purpose' ? 1.2 : 0)) * (arg.optional ? 0.1 : 1);
  }, extra * 1.2);
}

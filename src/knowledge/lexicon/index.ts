// The lexicon ready for matching: entries by the lemma of their head, classes as sets of lemmas.
import type { CompiledAct, CompiledOperator, LexiconData } from './load.ts';
import { firstWord, type Need, needsOf } from './needs.ts';
import type { LexiconPattern } from './pattern.ts';

export type LexiconEntry = CompiledAct | CompiledOperator;
export type Candidate = {
  readonly entry: LexiconEntry;
  readonly pattern: LexiconPattern;
  readonly lemmas: readonly string[];
  readonly headAt: number;
  /** What a sentence must have beside the head, each of them, for the pattern to match at all. */
  readonly needs: readonly Need[];
};
export type Lexicon = {
  readonly acts: readonly CompiledAct[];
  readonly operators: readonly CompiledOperator[];
  /** Candidates by head lemma and part of speech: key `lemma/v`. */
  readonly byHead: ReadonlyMap<string, readonly Candidate[]>;
  /** Lemmas (or lemma phrases) of each class, item categories and all below them included. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Verbs with a particle that take an object: "shoot down", "call off". */
  readonly phrasal: ReadonlySet<string>;
  /** The classes that have a phrase with this first word. */
  readonly classesByWord: ReadonlyMap<string, readonly string[]>;
};

/** Is this lemma in the class of that name? A class that does not exist holds nothing. */
export function isInClass({ classes }: Pick<Lexicon, 'classes'>, name: string, lemma: string): boolean {
  return classes.get(name)?.has(lemma) ?? false;
}

/** Builds the index; `itemWords` gives the words of each item category with those of the categories below it. */
export function indexLexicon(
  data: LexiconData,
  itemWords: Readonly<Record<string, readonly string[]>>,
): Lexicon {
  const byHead = new Map<string, Candidate[]>();
  for (const entry of [...data.acts, ...data.operators]) {
    for (const pattern of entry.compiled) {
      for (const { lemmas, headAt } of pattern.heads) {
        const key = `${lemmas[headAt]}/${pattern.pos}`;
        const list = byHead.get(key) ?? [];
        list.push({ entry, pattern, lemmas, headAt, needs: needsOf(pattern, lemmas, headAt) });
        byHead.set(key, list);
      }
    }
  }
  const classes = new Map<string, ReadonlySet<string>>();
  for (const [name, words] of Object.entries(itemWords)) classes.set(name, new Set(words));
  for (const [name, words] of Object.entries(data.classes))
    classes.set(name, new Set([...words, ...(classes.get(name) ?? [])]));
  const classesByWord = indexByWord(classes);
  const phrasal = phrasalVerbs(byHead);
  return { acts: data.acts, operators: data.operators, byHead, classes, phrasal, classesByWord };
}

const particles = new Set(['up', 'down', 'off', 'out', 'back', 'away']);

function phrasalVerbs(byHead: ReadonlyMap<string, readonly Candidate[]>): Set<string> {
  const out = new Set<string>();
  for (const { lemmas, headAt, pattern } of [...byHead.values()].flat()) {
    const [verb = '', particle = ''] = lemmas;
    if (pattern.pos !== 'v' || lemmas.length !== 2 || headAt !== 0 || !particles.has(particle)) continue;
    if (pattern.arguments.some(({ at }) => at === 'object')) out.add(`${verb} ${particle}`);
  }
  return out;
}

function indexByWord(classes: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const [name, phrases] of classes) {
    for (const word of new Set([...phrases].map(firstWord))) {
      const names = out.get(word);
      if (names === undefined) out.set(word, [name]);
      else names.push(name);
    }
  }
  return out;
}

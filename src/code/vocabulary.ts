// The words that a sentence has, in every form in which the lexicon may ask for them, and the classes these may begin.
import type { Lexicon } from '../knowledge/lexicon/index.ts';
import type { Need } from '../knowledge/lexicon/needs.ts';
import { plainForms } from './plain-forms.ts';
import type { Tree } from './tree.ts';

export type Vocabulary = { readonly words: ReadonlySet<string>; readonly classes: ReadonlySet<string> };

/** Lemmas, written forms and singulars, in lower case. */
export function vocabularyOf(tree: Tree, lexicon: Lexicon): Vocabulary {
  const words = new Set([...tree.forms, ...tree.lemmas]);
  for (const { index, xpos } of tree.tokens)
    if (xpos === 'NNS') for (const plain of plainForms(tree.forms[index]!, true)) words.add(plain);
  // "F-16s" in three tokens
  for (let at = 1; at + 1 < tree.tokens.length; at++)
    if (tree.forms[at] === '-') words.add(`${tree.forms[at - 1]}-${tree.forms[at + 1]!.replace(/s$/, '')}`);
  const classes = new Set<string>();
  for (const word of words) for (const name of lexicon.classesByWord.get(word) ?? []) classes.add(name);
  return { words, classes };
}

/** May a pattern with these needs match in the sentence? */
export function meets({ words, classes }: Vocabulary, needs: readonly Need[]): boolean {
  return needs.every(
    (need) => need.words.some((word) => words.has(word)) || need.classes.some((name) => classes.has(name)),
  );
}

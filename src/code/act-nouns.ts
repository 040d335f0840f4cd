// Act nouns: the verb that carries them ("launched an attack") and who does what they name.
import type { Lexicon } from '../knowledge/lexicon/index.ts';
import { logicalSubject, surfaceSubject } from './roles.ts';
import { childExactly, childrenBy, isVerb, markOf, type Tree } from './tree.ts';

/** The verb that carries an act noun: "launched an attack", "talks were held", "the attack launched by". */
export function carrier(tree: Tree, noun: number, lexicon: Lexicon): number | null {
  const light = lexicon.classes.get('light-verbs');
  const isLight = (at: number): boolean =>
    isVerb(tree.tokens[at]!) &&
    (light?.has(verbPhrase(tree, at)) || light?.has(tree.tokens[at]!.lemma) || false);
  const token = tree.tokens[noun]!;
  if (
    token.deprel === 'obj' ||
    token.deprel === 'nsubj:pass' ||
    token.deprel === 'obl' ||
    token.deprel === 'nsubj'
  ) {
    const ok =
      token.deprel === 'obj' ||
      token.deprel === 'nsubj:pass' ||
      (token.deprel === 'obl' && ['in', 'on', 'into', 'under'].includes(markOf(tree, noun)));
    if (ok && token.head >= 0 && isLight(token.head)) return token.head;
  }
  if (token.deprel === 'conj' && token.head >= 0) return carrier(tree, token.head, lexicon);
  const participle = childrenBy(tree, noun, 'acl').find((kid) => isLight(kid));
  return participle ?? null;
}

function verbPhrase(tree: Tree, at: number): string {
  const particle = childExactly(tree, at, 'compound:prt');
  return particle === null
    ? tree.tokens[at]!.lemma
    : `${tree.tokens[at]!.lemma} ${tree.tokens[particle]!.lemma}`;
}

/** Who does the act that a noun names. */
export function nominalActor(
  tree: Tree,
  noun: number,
  draft: {
    readonly A: readonly number[];
    readonly R: readonly number[];
    readonly X: readonly number[];
    readonly E: readonly number[];
  },
  partyLike: (at: number) => boolean,
  lexicon: Lexicon,
): number | null {
  const taken = new Set([...draft.A, ...draft.R, ...draft.X, ...draft.E]);
  const free = (at: number | null | undefined): number | null => (at == null || taken.has(at) ? null : at);
  // "the delivery of howitzers to Ukraine by Sweden": by may hang on a noun further down.
  const by = free(
    childrenBy(tree, noun, 'nmod', 'obl').find((kid) => markOf(tree, kid) === 'by') ??
      childrenBy(tree, noun, 'nmod')
        .flatMap((kid) => childrenBy(tree, kid, 'nmod', 'obl'))
        .find((kid) => markOf(tree, kid) === 'by'),
  );
  if (by !== null) return by;
  // "the threat posed by Iran", "an attack claimed by rebels"
  for (const participle of childrenBy(tree, noun, 'acl')) {
    const doer = tree.tokens[participle]!.xpos === 'VBN' ? free(logicalSubject(tree, participle)) : null;
    if (doer !== null && doer !== noun) return doer;
  }
  const owner = free(childExactly(tree, noun, 'nmod:poss'));
  if (owner !== null) return owner;
  const modifier = childrenBy(tree, noun, 'amod', 'compound', 'nmod:desc').find(
    (kid) => !taken.has(kid) && partyLike(kid),
  );
  const verb = carrier(tree, noun, lexicon);
  const subject = verb === null ? null : free(logicalSubject(tree, verb));
  if (subject !== null && subject !== noun) return subject;
  if (modifier !== undefined) return modifier;
  const from = free(
    childrenBy(tree, noun, 'nmod').find(
      (kid) => ['from', 'of'].includes(markOf(tree, kid)) && partyLike(kid),
    ),
  );
  if (from !== null) return from;
  // "During a visit to Hanoi, Putin signed": who signed also visited.
  const token = tree.tokens[noun]!;
  if (
    token.deprel.startsWith('obl') &&
    ['during', 'on', 'amid'].includes(markOf(tree, noun)) &&
    token.head >= 0
  ) {
    const doer = free(surfaceSubject(tree, token.head));
    if (doer !== null && partyLike(doer)) return doer;
  }
  // "It was an attack by ...", "Russia is in talks with"
  if (childExactly(tree, noun, 'cop') !== null) return free(childExactly(tree, noun, 'nsubj'));
  return null;
}

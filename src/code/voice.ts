// Whose "we" a document's own text is: "We, the leaders of the Group of Seven", or a headline "Statement by the Foreign Ministry".

import type { Knowledge } from '../knowledge/knowledge.ts';
import { isInClass } from '../knowledge/lexicon/index.ts';
import type { Annotated, Party } from '../records/index.ts';
import { partiesOf } from './parties.ts';
import type { PartyContext } from './party-context.ts';
import { childrenBy, markOf, type Tree } from './tree.ts';

/** The parties that a sentence shows to speak in the document outside quotations, mostly none. */
export function voiceOf(
  tree: Tree,
  context: PartyContext,
  { document }: Annotated,
  { lexicon }: Knowledge,
): readonly Party[] {
  const known = (at: number): Party[] =>
    partiesOf(context, tree, at).filter((party) => party.country !== null || party.wikidata !== null);
  for (const token of tree.tokens) {
    if (token.text !== 'We' && token.text !== 'we') continue;
    // The parser may hang the apposition on the verb as a second subject.
    const beside = [
      ...childrenBy(tree, token.index, 'appos'),
      ...(token.head < 0 || tree.tokens[token.index + 1]?.text !== ','
        ? []
        : childrenBy(tree, token.head, 'nsubj', 'parataxis').filter((at) => at > token.index)),
    ];
    for (const at of beside) {
      const parties = known(at);
      if (parties.length > 0) return parties;
    }
  }
  const block = document.blocks.find(
    ({ start, end }) => start <= tree.sentence.start && tree.sentence.start < end,
  );
  if (block?.kind !== 'headline') return [];
  const nouns = lexicon.classes.get('voice-nouns');
  const noun = tree.tokens.find(
    ({ lemma, text }) => nouns?.has(lemma.toLowerCase()) || nouns?.has(text.toLowerCase()),
  );
  const talk = tree.tokens.find(({ lemma }) => isInClass(lexicon, 'interview-nouns', lemma.toLowerCase()));
  if (talk !== undefined) {
    const guests = childrenBy(tree, talk.index, 'nmod', 'obl').filter((at) => markOf(tree, at) === 'with');
    const parties = guests.map(known).find((one) => one.length > 0);
    if (parties !== undefined) return parties;
  }
  if (noun === undefined) return [];
  // Whose statement it is, not where ("Communique, Hiroshima").
  const owners = [
    ...childrenBy(tree, noun.index, 'nmod', 'obl').filter((at) =>
      ['by', 'of', 'from'].includes(markOf(tree, at)),
    ),
    ...childrenBy(tree, noun.index, 'nmod:poss', 'amod', 'compound', 'nmod:desc'),
  ];
  return owners.map(known).find((parties) => parties.length > 0) ?? [];
}

// CAMEO has two roots for what PLOVER calls REQUEST: appeals (02) and demands (10). The words decide which.
import type { Lexicon } from '../knowledge/lexicon/index.ts';
import type { Draft } from './draft.ts';
import { childrenBy } from './tree.ts';

/** The draft's CAMEO code: "urged Iran to free them" is 0253, "demanded that Iran free them" 1053. */
export function appealOrDemand(draft: Draft, lexicon: Lexicon): string {
  const { tree, cameo } = draft;
  if (draft.type !== 'REQUEST' || !cameo.startsWith('10')) return cameo;
  const demanding = lexicon.classes.get('demanding-words');
  const words = draft.words.flatMap((at) => [at, ...childrenBy(tree, at, 'aux')]);
  const isDemand = words.some((at) => demanding?.has(tree.tokens[at]!.lemma.toLowerCase()) ?? false);
  return isDemand ? cameo : `02${cameo.slice(2)}`;
}

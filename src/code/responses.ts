// What the text itself says an event answers: "as a response to", "in retaliation for", "in response", "if".
import type { Lexicon } from '../knowledge/lexicon/index.ts';
import type { Event } from '../records/index.ts';
import type { Built } from './build-event.ts';
import { childrenBy, isBelow, markOf, spanOf, type Tree } from './tree.ts';

type Link = Event['responseTo'][number];

/** Adds `responseTo` to the events of a document, in order of the text. */
export function linkResponses(built: readonly Built[], lexicon: Lexicon, text: string): Built[] {
  return built.map((one) => {
    const links = [...conditions(one, built, text), ...answers(one, built, lexicon, text)];
    return links.length === 0 ? one : { ...one, event: { ...one.event, responseTo: links } };
  });
}

/** "will respond if Kyiv attacks": the event depends on those inside the if-clause. */
function conditions(one: Built, built: readonly Built[], text: string): Link[] {
  const { tree, head } = one.draft;
  if (one.draft.condition !== null) return [];
  const out: Link[] = [];
  for (const other of built) {
    const clause = other.draft.condition;
    if (other.draft.tree !== tree || clause === null || other.draft.head === head) continue;
    const governor = tree.tokens[clause]!.head;
    if (
      governor !== head &&
      !(governor >= 0 && isBelow(tree, head, governor)) &&
      !(governor >= 0 && isBelow(tree, governor, head))
    )
      continue;
    if (isBelow(tree, head, clause)) continue;
    const mark = childrenBy(tree, clause, 'mark')[0] ?? clause;
    out.push({ event: other.event.id, relation: 'condition', cue: spanOf(tree, [mark], text) });
  }
  return out;
}

function answers(one: Built, built: readonly Built[], lexicon: Lexicon, text: string): Link[] {
  const { tree } = one.draft;
  const nouns = lexicon.classes.get('response-nouns');
  if (nouns === undefined) return [];
  const heads = [
    one.draft.head,
    ...one.draft.inner.map((inner) => inner.head),
    ...ancestors(tree, one.draft.head),
  ];
  for (const head of heads) {
    for (const kid of childrenBy(tree, head, 'obl', 'nmod', 'advmod')) {
      const token = tree.tokens[kid]!;
      if (!nouns.has(token.lemma.toLowerCase()) || !['in', 'as'].includes(markOf(tree, kid))) continue;
      const cue = spanOf(tree, [...childrenBy(tree, kid, 'case'), kid], text);
      const target = childrenBy(tree, kid, 'nmod', 'acl').find((below) =>
        ['to', 'for', 'against', 'over'].includes(markOf(tree, below)),
      );
      if (target !== undefined) {
        const found = built.find(
          (other) => other !== one && other.draft.tree === tree && isBelow(tree, other.draft.head, target),
        );
        return found === undefined ? [] : [{ event: found.event.id, relation: 'response', cue }];
      }
      // "In response, the US's envoy will visit": the last event of the sentence before.
      const before = built.filter(
        (other) =>
          other.draft.tree.sentence.index < tree.sentence.index &&
          tree.sentence.index - other.draft.tree.sentence.index <= 2,
      );
      const last = before.at(-1);
      return last === undefined ? [] : [{ event: last.event.id, relation: 'response', cue }];
    }
  }
  return [];
}

function ancestors(tree: Tree, at: number): number[] {
  const out: number[] = [];
  for (
    let node = tree.tokens[at]!.head, step = 0;
    node >= 0 && step < 3;
    node = tree.tokens[node]!.head, step++
  ) {
    out.push(node);
    if (['ccomp', 'acl:relcl', 'conj'].includes(tree.tokens[node]!.deprel)) break;
  }
  return out;
}

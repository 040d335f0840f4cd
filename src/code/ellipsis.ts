// "So did Qatar.", "Qatar followed suit.": what was told before is told again of somebody else.
import { childrenBy, type Tree } from './tree.ts';

/** The token of whoever did what was told in the sentence before, or null where the sentence says nothing of the kind. */
export function likewise(tree: Tree): number | null {
  const root = tree.tokens.findIndex(({ deprel }) => deprel === 'root');
  if (root < 0) return null;
  const subject = childrenBy(tree, root, 'nsubj')[0] ?? null;
  if (subject === null || isDenied(tree, root)) return null;
  const { lemma } = tree.tokens[root]!;
  // "followed suit", "did the same", "did likewise"
  const phrase = tree.kids[root]!.some((kid) =>
    lemma === 'follow'
      ? tree.forms[kid] === 'suit'
      : lemma === 'do' && ['same', 'likewise', 'so'].includes(tree.forms[kid]!) && kid > root,
  );
  if (phrase) return subject;
  // "So did Qatar", "So has Kuwait": the subject after its auxiliary, and nothing else.
  const [first, second] = tree.forms;
  const inverted =
    first === 'so' && ['did', 'has', 'have', 'had', 'does', 'do', 'will'].includes(second ?? '');
  return inverted && subject > 1 && tree.tokens.length <= subject + 12 ? subject : null;
}

function isDenied(tree: Tree, root: number): boolean {
  return tree.kids[root]!.some((kid) => ['not', "n't", 'never'].includes(tree.forms[kid]!));
}

// Interviews and briefings set down turn by turn ("SPOKESMAN: ...", "Q: ..."): where the labels stand, and what is only asked.
import type { Document } from '../records/index.ts';
import { childrenBy, type Tree } from './tree.ts';

export type Label = { readonly start: number; readonly end: number };

const label =
  /^(?:\p{Lu}[\p{Lu}\p{N}.'’ -]{0,40}|Q|A|Question|Answer|\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.'’-]+){0,3}):\s/u;

/** The labels of a document's turns; none where fewer than three paragraphs start with one, or all labels are different. */
export function turnLabels({ blocks, text }: Document): Label[] {
  const found: Label[] = [];
  const counts = new Map<string, number>();
  for (const { kind, start, end } of blocks) {
    const name =
      kind === 'paragraph' ? label.exec(text.slice(start, Math.min(end, start + 60)))?.[0].trim() : undefined;
    if (name === undefined) continue;
    found.push({ start, end: start + name.length });
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const repeated = [...counts.values()].some((count) => count > 1);
  return found.length >= 3 && repeated ? found : [];
}

/** "Does Israel condemn the raid?": an auxiliary before its subject and a question mark at the end ask, and tell nothing. */
export function isAsked(tree: Tree, head: number): boolean {
  if (tree.tokens.at(-1)?.text !== '?' && tree.tokens.at(-2)?.text !== '?') return false;
  let clause = head;
  while (tree.tokens[clause]!.head >= 0 && ['conj', 'xcomp', 'obj'].includes(tree.tokens[clause]!.deprel))
    clause = tree.tokens[clause]!.head;
  if (clause !== tree.root) return false;
  const [subject] = childrenBy(tree, clause, 'nsubj');
  const auxiliaries = childrenBy(tree, clause, 'aux', 'cop');
  return subject !== undefined && auxiliaries.some((at) => at < subject);
}

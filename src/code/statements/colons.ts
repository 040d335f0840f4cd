// "Poll: Voters split", "PUTIN: We will answer.": a name and a colon at the start of a headline or a paragraph.
import type { Annotated } from '../../records/index.ts';
import type { Tree } from '../tree.ts';
import type { Speech } from './speech.ts';

const labels =
  /^(?:update|exclusive|watch|video|live|breaking|opinion|photos?|analysis|correction|note|related|read more|fact check|editor|q|a)\b/i;

/** The speech behind the colon, or null when the line doesn't open with a short name and one. */
export function headlineCue(tree: Tree, { document }: Annotated): Speech | null {
  const { block, start } = tree.sentence;
  const { kind, start: from, end } = document.blocks[block]!;
  if (start - from > 2) return null;
  const colon = tree.tokens.findIndex((token, at) => token.text === ':' && at > 0);
  if (colon < 0 || colon > 7) return null;
  const before = document.text.slice(start, tree.tokens[colon]!.start);
  const shouted = /^["“]?\p{Lu}[\p{Lu}\s.'’-]+$/u.test(before);
  if ((kind !== 'headline' && !shouted) || labels.test(before)) return null;
  const head = tree.tokens.findLast((token) => token.index < colon && /^(?:PROPN|NOUN)$/.test(token.upos));
  const after = tree.tokens[colon + 1];
  if (
    head === undefined ||
    tree.tokens.slice(0, colon).some(({ upos }) => upos === 'VERB' || upos === 'AUX') ||
    after === undefined
  )
    return null;
  const stop = kind === 'headline' ? tree.sentence.end : end;
  const { start: at, end: to } = tree.tokens[colon]!;
  const words = { start: head.start, end: head.end };
  return {
    speaker: { tree, at: head.index },
    source: words,
    cue: { start: at, end: to },
    start: after.start,
    end: stop,
    kind: 'indirect',
    manner: 'speech',
    frame: 'colon',
    nested: false,
  };
}

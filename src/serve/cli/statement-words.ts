// What somebody said or holds, on one line: speech as it was quoted or reported, an attitude after the word that tells it.
import type { Statement } from '../../records/index.ts';
import { clip, plain } from './paint.ts';

/** "that it would leave", “We will leave”, or, of an attitude, "(welcomed) the decision". */
export function statementWords(
  { kind, manner, cue, content }: Pick<Statement, 'kind' | 'manner' | 'cue' | 'content'>,
  width: number,
): string {
  const words = clip(plain(content.text), width);
  const quoted = kind === 'direct' ? `“${words}”` : kind === 'mixed' ? `~“${words}”` : words;
  if (manner === 'attitude') return cue === null ? quoted : `(${plain(cue.text)}) ${quoted}`;
  return kind === 'indirect' ? `that ${words}` : quoted;
}

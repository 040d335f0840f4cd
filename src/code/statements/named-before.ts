// Who speaks a quotation that no word reports: the subject before its colon ("Orlov was blunt: ..."), or that of the sentence
// before it in the same paragraph ("Orlov shook his head. ...").
import type { Quotation } from '../../records/index.ts';
import { surfaceSubject } from '../roles.ts';
import type { Tree } from '../tree.ts';
import type { Cue } from './speech.ts';

/** The cue is the colon, or the verb of the sentence before. */
export function namedBefore(quote: Quotation, own: Tree, before: Tree | null): Cue | null {
  const lead = own.tokens.findLast((token) => token.end <= quote.start && !/^["“”'‘’`]+$/.test(token.text));
  if (lead !== undefined) {
    if (lead.text !== ':') return null;
    const subject = own.tokens.find((token) => token.index < lead.index && /^nsubj/.test(token.deprel));
    return subject === undefined ? null : cueOf(own, lead.index, subject.index, /^(?:PROPN|PRON|NOUN)$/);
  }
  if (before === null || before.sentence.block !== own.sentence.block) return null;
  const subject = surfaceSubject(before, before.root);
  return subject === null ? null : cueOf(before, before.root, subject, /^(?:PROPN|PRON)$/);
}

function cueOf(tree: Tree, at: number, subject: number, kinds: RegExp): Cue | null {
  const { upos, text } = tree.tokens[subject]!;
  if (!kinds.test(upos) || (upos === 'PRON' && !/^(?:he|she|they)$/i.test(text))) return null;
  return { tree, at, speaker: subject, source: subject, manner: 'speech', frame: 'quote', content: [] };
}

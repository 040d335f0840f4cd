// "Since January the agency has:" and below it "evacuated 300 orphans to Chad": an item without a subject is read as one
// sentence with the line that introduces its list.
import type { Annotated, Sentence, Token } from '../records/index.ts';

/** The document with such items joined to their introduction; their sentences keep their place in the text. */
export function joinListItems(annotated: Annotated): Annotated {
  const { document, sentences } = annotated;
  const shifts = new Map<number, number>();
  let intro: Sentence | null = null;
  const joined = sentences.map((sentence, at) => {
    const block = document.blocks[sentence.block]!;
    const next = sentences[at + 1];
    if (block.kind !== 'list') {
      const ends = sentence.tokens.at(-1)?.text === ':' && next?.block !== sentence.block;
      intro = ends ? sentence : null;
      return sentence;
    }
    const first = sentences[at - 1]?.block !== sentence.block;
    const whole = intro === null || !first ? null : join(intro, sentence);
    if (whole === null) return sentence;
    shifts.set(sentence.index, whole.tokens.length - sentence.tokens.length);
    return whole;
  });
  if (shifts.size === 0) return annotated;
  const shifted = <T extends { readonly sentence: number; readonly first: number; readonly last: number }>(
    one: T,
  ): T => {
    const shift = shifts.get(one.sentence) ?? 0;
    return shift === 0 ? one : { ...one, first: one.first + shift, last: one.last + shift };
  };
  return {
    ...annotated,
    sentences: joined,
    names: annotated.names.map(shifted),
    times: annotated.times.map(shifted),
  };
}

function join(intro: Sentence, item: Sentence): Sentence | null {
  const root = item.tokens.findIndex(({ deprel }) => deprel === 'root');
  const verb = item.tokens[root];
  const before = intro.tokens.slice(0, -1);
  const top = before.findIndex(({ deprel }) => deprel === 'root');
  const governor = before[top];
  if (verb === undefined || governor === undefined || item.tokens.length + before.length > 120) return null;
  const own = item.tokens.some(({ head, deprel }) => head === root && /^(nsubj|expl|cop|mark)/.test(deprel));
  if (!isVerbal(verb) || own) return null;
  const shift = before.length;
  const moved = (token: Token, index: number, head: number, deprel = token.deprel): Token => ({
    ...token,
    index,
    head,
    deprel,
  });
  const last = before.at(-1)!;
  // "We call on both sides to:" takes the item as its infinitive ...
  if (last.text.toLowerCase() === 'to') {
    const opens = before.map((token, at) =>
      at === before.length - 1
        ? moved({ ...token, upos: 'PART', xpos: 'TO' }, at, shift + root, 'mark')
        : token,
    );
    if (top === before.length - 1) return null;
    const items = item.tokens.map((token, at) =>
      at === root
        ? moved({ ...token, upos: 'VERB', xpos: 'VB' }, shift + at, top, 'xcomp')
        : moved(token, shift + at, token.head + shift),
    );
    return { ...item, tokens: [...opens, ...items] };
  }
  // ... "the agency has:", "the ministers:" give it their subject.
  const subject = before.find(({ deprel, head }) => head === top && /^nsubj/.test(deprel));
  const bare = governor.upos === 'AUX' || ['have', 'be', 'will'].includes(governor.lemma);
  const nominal = ['NOUN', 'PROPN', 'PRON'].includes(governor.upos) && subject === undefined;
  if (!nominal && (subject === undefined || !bare)) return null;
  const doer = nominal ? top : subject!.index;
  const opens = before.map((token, at) => {
    if (at === doer) return moved(token, at, shift + root, 'nsubj');
    if (at === top) return moved({ ...token, upos: nominal ? token.upos : 'AUX' }, at, shift + root, 'aux');
    return token.head === top && at !== doer && !nominal ? moved(token, at, shift + root) : token;
  });
  const items = item.tokens.map((token, at) =>
    moved(token, shift + at, at === root ? -1 : token.head + shift),
  );
  return { ...item, tokens: [...opens, ...items] };
}

function isVerbal({ upos, xpos }: Token): boolean {
  return upos === 'VERB' && ['VBD', 'VBN', 'VB', 'VBZ', 'VBP'].includes(xpos);
}

// CoNLL-U in and out: columns 1 to 8 and 10, with names and document offsets in MISC.
import type { Name, Sentence, Token } from '../records/index.ts';
import { type Problem, problem } from '../records/index.ts';
import type { AnnotatedVectors } from './annotate.ts';
import type { NameSpan } from './decode-names.ts';
import type { Analysis } from './model.ts';

/** A sentence of a CoNLL-U file: its lines as they came, and its words. */
export type GivenSentence = { readonly lines: readonly string[]; readonly words: readonly string[] };

const clitic = /^(?:n['’]t|['’](?:s|re|ve|ll|d|m)?)$/i;
const endsInLetter = /[\p{L}\p{M}\p{N}]$/u;
const startsWithLetter = /^\p{L}/u;

/** A document as CoNLL-U, a blank line after each sentence. */
export function writeConllu({ document, sentences, names }: AnnotatedVectors): string {
  const tagsOf = nameTags(names);
  let block = -1;
  return sentences
    .map((sentence) => {
      const header = sentence.index === 0 ? [`# newdoc id = ${oneLine(document.id)}`] : [];
      if (sentence.block !== block) header.push('# newpar');
      block = sentence.block;
      const text = oneLine(document.text.slice(sentence.start, sentence.end));
      header.push(`# sent_id = ${oneLine(document.id)}-${sentence.index + 1}`, `# text = ${text}`);
      return `${[...header, ...writeTokens(sentence, document.text, tagsOf.get(sentence.index))].join('\n')}\n\n`;
    })
    .join('');
}

function writeTokens(
  sentence: Sentence,
  text: string,
  tags: ReadonlyMap<number, string> | undefined,
): string[] {
  const { tokens } = sentence;
  const lines: string[] = [];
  let until = -1;
  for (const token of tokens) {
    const { index } = token;
    if (index > until) {
      until = lastOfSurface(tokens, index);
      const end = tokens[until]!.end;
      if (until > index) {
        const misc = withSpace([`TokenRange=${token.start}:${end}`], text, end);
        lines.push(`${index + 1}-${until + 1}\t${text.slice(token.start, end)}${'\t_'.repeat(7)}\t${misc}`);
      }
    }
    const misc = [`TokenRange=${token.start}:${token.end}`];
    const tag = tags?.get(index);
    if (tag) misc.unshift(`Name=${tag}`);
    const alone = until === index && (index === 0 || lastOfSurface(tokens, index - 1) < index);
    const columns = [index + 1, token.text, token.lemma, token.upos, token.xpos, token.feats, token.head + 1];
    lines.push(
      [...columns, token.deprel, '_', alone ? withSpace(misc, text, token.end) : misc.join('|')].join('\t'),
    );
  }
  return lines;
}

/** The last word written together with this one as one surface token: "do" + "n't", "Russia" + "'s", "can" + "not". */
export function lastOfSurface(
  tokens: readonly Pick<Token, 'start' | 'end' | 'text'>[],
  first: number,
): number {
  let last = first;
  for (let next = first + 1; next < tokens.length; next++) {
    const [left, right] = [tokens[next - 1]!, tokens[next]!];
    if (left.end !== right.start || !endsInLetter.test(left.text)) break;
    if (!clitic.test(right.text) && !(startsWithLetter.test(right.text) && /\p{L}$/u.test(left.text))) break;
    last = next;
  }
  return last;
}

function withSpace(misc: string[], text: string, end: number): string {
  const glued = end < text.length && !/\s/.test(text[end]!);
  return (glued ? ['SpaceAfter=No', ...misc] : misc).join('|');
}

function nameTags(names: readonly Name[]): Map<number, Map<number, string>> {
  const tags = new Map<number, Map<number, string>>();
  for (const { sentence, first, last, kind } of names) {
    const own = tags.get(sentence) ?? new Map<number, string>();
    tags.set(sentence, own);
    for (let i = first; i < last; i++) own.set(i, `${i === first ? 'B' : 'I'}-${kind}`);
  }
  return tags;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Reads sentences of a CoNLL-U stream, given in chunks of text. Throws nothing: malformed lines come as problems. */
export async function* readConllu(
  chunks: AsyncIterable<string> | Iterable<string>,
  place: string,
): AsyncGenerator<{ readonly sentence: GivenSentence } | { readonly problem: Problem }> {
  let rest = '';
  let lines: string[] = [];
  let number = 0;
  const finish = function* (): Generator<{ sentence: GivenSentence } | { problem: Problem }> {
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'));
    const bad = rows.findIndex((row, i) => row.length !== 10 || Number(row[0]) !== i + 1);
    const strange = lines.find((line) => !/^(?:#|\d+(?:[-.]\d+)?\t)/.test(line));
    const at = `${place}:${number}`;
    if (strange !== undefined)
      yield {
        problem: problem('bad-conllu', `not a line of CoNLL-U: ${JSON.stringify(strange.slice(0, 60))}`, at),
      };
    else if (bad >= 0)
      yield {
        problem: problem(
          'bad-conllu',
          `word ${bad + 1} of the sentence has not 10 columns with the id ${bad + 1}`,
          at,
        ),
      };
    else if (lines.length > 0) yield { sentence: { lines, words: rows.map((row) => row[1]!) } };
    lines = [];
  };
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop()!;
    for (const part of parts) {
      number++;
      const line = part.endsWith('\r') ? part.slice(0, -1) : part;
      if (line.trim() === '') yield* finish();
      else lines.push(line);
    }
  }
  if (rest.trim() !== '') lines.push(rest);
  yield* finish();
}

/** The given sentence with columns 3 to 8 ours. Comments and multiword ranges stay; empty nodes go, with their graph. */
export function rewriteConllu({ lines }: GivenSentence, analysis: Analysis): string {
  const { lemmas, upos, xpos, feats, heads, deprels } = analysis;
  const tags = spanTags(analysis.names);
  const out = lines.flatMap((line) => {
    if (/^\d+\.\d+\t/.test(line)) return [];
    const columns = line.split('\t');
    if (/^\d+-\d+\t/.test(line)) {
      columns[8] = '_';
      return [columns.join('\t')];
    }
    if (!/^\d+\t/.test(line)) return [line];
    const i = Number(columns[0]) - 1;
    const kept = columns[9]!.split('|').filter((one) => one !== '_' && !one.startsWith('Name='));
    const misc = tags.has(i) ? [...kept, `Name=${tags.get(i)!}`] : kept;
    const ours = [
      lemmas[i],
      upos[i],
      xpos[i],
      feats[i],
      heads[i]! + 1,
      deprels[i],
      '_',
      misc.join('|') || '_',
    ];
    return [[columns[0], columns[1], ...ours].join('\t')];
  });
  return `${out.join('\n')}\n\n`;
}

function spanTags(names: readonly NameSpan[]): Map<number, string> {
  const all = names.map((name) => ({ ...name, sentence: 0, text: '', start: 0, end: 0 }));
  return nameTags(all).get(0) ?? new Map();
}

// Gold CoNLL-U as raw text with the offsets of its sentences, surface tokens and words, for scoring and for training.
import { readFileSync } from 'node:fs';

export type GoldWord = {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  /** 0-based, -1 the root. */
  readonly head: number;
  readonly deprel: string;
};

export type GoldSentence = {
  readonly words: readonly GoldWord[];
  /** Surface tokens, a contraction being one. */
  readonly tokens: readonly { readonly start: number; readonly end: number }[];
};

/** One paragraph: text, and sentences with offsets into it. */
export type GoldParagraph = { readonly text: string; readonly sentences: readonly GoldSentence[] };

/** Reads paragraphs (`# newpar`, `# newdoc`); their texts are joined as SpaceAfter says. */
export function readGold(path: string): GoldParagraph[] {
  const paragraphs: { text: string; sentences: GoldSentence[] }[] = [];
  for (const block of readFileSync(path, 'utf8').split(/\n\n+/)) {
    if (block.trim() === '') continue;
    const lines = block.split('\n');
    const opens = lines.some((line) => /^# new(?:par|doc)\b(?!_)/.test(line));
    if (opens || paragraphs.length === 0) paragraphs.push({ text: '', sentences: [] });
    const current = paragraphs.at(-1)!;
    if (current.text !== '' && !current.text.endsWith(' ')) current.text += ' ';
    const rows = lines.filter((line) => /^\d+(?:-\d+)?\t/.test(line)).map((line) => line.split('\t'));
    const words: GoldWord[] = [];
    const tokens: { start: number; end: number }[] = [];
    for (let i = 0; i < rows.length; i++) {
      const [id, form, misc] = [rows[i]![0]!, rows[i]![1]!, rows[i]![9]!];
      const start = current.text.length;
      const count = id.includes('-') ? Number(id.split('-')[1]) - Number(id.split('-')[0]) + 1 : 1;
      const parts = id.includes('-') ? rows.slice(i + 1, i + 1 + count) : [rows[i]!];
      if (id.includes('-')) i += count;
      const spelt = parts.map((row) => row[1]!).join('') === form;
      let at = start;
      for (const row of parts) {
        // A contraction whose parts are not its letters ("wanna" as "want to") has the whole as the span of each.
        const end = spelt ? at + row[1]!.length : start + form.length;
        words.push({
          start: spelt ? at : start,
          end,
          form: row[1]!,
          lemma: row[2]!,
          upos: row[3]!,
          xpos: row[4]!,
          feats: row[5]!,
          head: Number(row[6]) - 1,
          deprel: row[7]!,
        });
        at = end;
      }
      tokens.push({ start, end: start + form.length });
      current.text += form;
      if (!/\bSpaceAfter=No\b/.test(misc)) current.text += ' ';
    }
    current.sentences.push({ words, tokens });
  }
  return paragraphs;
}

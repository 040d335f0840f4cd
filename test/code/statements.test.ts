// Who said what, over the annotator's trees of our own sentences, looked over by hand (statements.json; a token is
// text/lemma/upos/xpos/head/deprel).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../src/annotate/quotations.ts';
import { findSpeech } from '../../src/code/statements/find-speech.ts';
import { reportingWords, type Speech } from '../../src/code/statements/speech.ts';
import { buildTree } from '../../src/code/tree.ts';
import { gatherKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Annotated, Block, Document, Sentence } from '../../src/records/index.ts';

type Case = {
  readonly name: string;
  readonly text: string;
  readonly trees: readonly string[];
  readonly speech: readonly string[];
};

const cases = JSON.parse(readFileSync('test/code/statements.json', 'utf8')) as Case[];
const { classes } = gatherKnowledge('knowledge').data.lexicon;
const words = reportingWords(new Map(Object.entries(classes).map(([name, list]) => [name, new Set(list)])));

function build({ name, text, trees }: Case): Annotated {
  const kind: Block['kind'] = name === 'a headline' ? 'headline' : 'paragraph';
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    kind,
    start: index,
    end: index + line.length,
  }));
  const document: Document = {
    id: 'x',
    url: null,
    source: null,
    title: null,
    published: null,
    language: 'en',
    text,
    blocks,
  };
  let at = 0;
  const sentences = trees.map((tree, index): Sentence => {
    const tokens = tree.split(' ').map((row, place) => {
      const [word = '', lemma = '', upos = '', xpos = '', head = '', deprel = ''] = row.split('/');
      const start = text.indexOf(word, at);
      at = start + word.length;
      return {
        index: place,
        start,
        end: at,
        text: word,
        lemma,
        upos,
        xpos,
        feats: '_',
        head: Number(head),
        deprel,
      };
    });
    const start = tokens[0]!.start;
    return {
      index,
      block: blocks.findIndex((block) => block.start <= start && start < block.end),
      start,
      end: at,
      tokens,
    };
  });
  return {
    document,
    sentences,
    names: [],
    times: [],
    quotations: findQuotations(
      document,
      blocks.map((_, block) => block),
    ),
  };
}

function findIn(one: Case): readonly Speech[] {
  const annotated = build(one);
  return findSpeech(annotated, annotated.sentences.map(buildTree), words);
}

function show({ speaker, start, end, kind, manner, nested }: Speech, text: string): string {
  const name = speaker === null ? '-' : speaker.tree.tokens[speaker.at]!.text;
  return `${name}: ${text.slice(start, end)} (${kind}, ${manner}${nested ? ', nested' : ''})`;
}

describe('who said what', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(findIn(one).map((speech) => show(speech, one.text))).toEqual(one.speech);
  });

  it('gives both halves of an interrupted quotation one cue', () => {
    const halves = findIn(cases.find(({ name }) => name === 'one cue in the middle')!);
    expect(halves).toHaveLength(2);
    expect(halves[0]!.cue).toEqual(halves[1]!.cue);
  });

  it('tells the words of the source from the one who speaks', () => {
    const one = cases.find(({ name }) => name === 'a relative clause')!;
    const [speech] = findIn(one);
    expect(one.text.slice(speech!.source!.start, speech!.source!.end)).toBe('who');
  });
});

// What a pattern needs of a sentence before it is tried in full: everything fixed and required, nothing optional.
import { describe, expect, it } from 'vitest';
import { needsOf } from '../../src/knowledge/lexicon/needs.ts';
import { parsePattern } from '../../src/knowledge/lexicon/pattern.ts';

const word = (...words: string[]) => ({ words, classes: [] as string[] });

const table: [pattern: string, needs: ReturnType<typeof needsOf>][] = [
  ['A attack R', []],
  [
    'A carry+out @raids on|against R',
    [word('out'), { words: [], classes: ['raids'] }, word('on', 'against')],
  ],
  ['A declare state+of+emergency|curfew (in R)', [word('state', 'curfew')]],
  ['A meet (with) R', []],
  ['A:@rioters march on R', [{ words: [], classes: ['rioters'] }, word('on')]],
  ['A speak in+favour+of R', [word('in')]],
  ['A send @troops to:protect|stand+by R', [{ words: [], classes: ['troops'] }, word('protect', 'stand')]],
];

describe('needsOf', () => {
  for (const [text, needs] of table) {
    it(text, () => {
      const pattern = parsePattern(text);
      const { lemmas, headAt } = pattern.heads[0]!;
      expect(needsOf(pattern, lemmas, headAt)).toEqual(needs);
    });
  }
});

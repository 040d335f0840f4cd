import { describe, expect, it } from 'vitest';
import { readConllu, rewriteConllu, writeConllu } from '../../src/annotate/conllu.ts';
import { annotateText, openModel } from './open-model.ts';

describe('CoNLL-U out', () => {
  it('is valid, with surface tokens, spaces, names and offsets', async () => {
    const conllu = writeConllu(
      await annotateText('Russia’s troops don’t leave Odesa.\nThey\u00a0cannot (yet).'),
    );
    const sentences = conllu.trimEnd().split('\n\n');
    expect(sentences.length).toBe(2);
    expect(conllu).toContain(
      '# newdoc id = test\n# newpar\n# sent_id = test-1\n# text = Russia’s troops don’t leave Odesa.\n1-2\tRussia’s\t_',
    );
    expect(conllu).toMatch(
      /^1\tRussia\tRussia\tPROPN\tNNP\tNumber=Sing\t3\tnmod:poss\t_\tName=B-LOC\|TokenRange=0:6$/m,
    );
    expect(conllu).toMatch(/^4-5\tdon’t\t(?:_\t){7}TokenRange=16:21$/m);
    expect(conllu).toMatch(/^7\tOdesa\t.*\tSpaceAfter=No\|(?:Name=B-\w+\|)?TokenRange=28:33$/m);
    expect(conllu).toMatch(/^2-3\tcannot\t/m);
    for (const sentence of sentences) {
      const lines = sentence.split('\n');
      const words = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'));
      for (const columns of words) expect(columns.length).toBe(10);
      expect(words.map((columns) => Number(columns[0]))).toEqual(words.map((_, i) => i + 1));
      expect(words.filter((columns) => columns[6] === '0').map((columns) => columns[7])).toEqual(['root']);
      // The text is that of the surface tokens with their spaces.
      const text = lines.find((line) => line.startsWith('# text = '))!.slice(9);
      let until = 0;
      let built = '';
      for (const columns of lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'))) {
        const [from, to] = columns[0]!.split('-').map(Number) as [number, number?];
        if (from <= until) continue;
        until = to ?? from;
        built += columns[1] + (columns[9]!.includes('SpaceAfter=No') ? '' : ' ');
      }
      expect(built.trim()).toBe(text);
    }
  });
});

const given = `# sent_id = a-1
# text = They can't.
1	They	x	X	X	_	0	root	0:root	Entity=(1)
2-3	can't	_	_	_	_	_	_	_	SpaceAfter=No
2	ca	x	X	X	_	1	dep	1:dep	_
3	n't	x	X	X	_	1	dep	1:dep	_
3.1	go	go	VERB	VB	_	_	_	0:root	_
4	.	x	X	X	_	1	dep	1:dep	_

# sent_id = a-2
1	Oslo	_	_	_	_	_	_	_	Name=B-PER|X=1
`;

describe('CoNLL-U anew', () => {
  it('keeps sentences, words, ranges, comments and MISC, whatever the chunks', async () => {
    for (const size of [1, 7, 1000]) {
      const chunks = given.match(new RegExp(`[^]{1,${size}}`, 'g'))!;
      const sentences = [];
      for await (const one of readConllu(chunks, 'given'))
        if ('sentence' in one) sentences.push(one.sentence);
      expect(sentences.map(({ words }) => words)).toEqual([['They', 'ca', "n't", '.'], ['Oslo']]);
      const analyses = await (await openModel()).analyse(sentences.map(({ words }) => words));
      const [first, second] = sentences.map((sentence, i) =>
        rewriteConllu(sentence, analyses[i]!).split('\n'),
      );
      expect(first!.map((line) => line.split('\t').slice(0, 2).join(' '))).toEqual([
        '# sent_id = a-1',
        "# text = They can't.",
        '1 They',
        "2-3 can't",
        '2 ca',
        "3 n't",
        '4 .',
        '',
        '',
      ]);
      expect(first![2]).toMatch(/^1\tThey\tthey\tPRON\tPRP\t.*\t_\tEntity=\(1\)$/);
      expect(first![3]).toBe("2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No");
      expect(second![1]).toMatch(/^1\tOslo\tOslo\tPROPN\tNNP\tNumber=Sing\t0\troot\t_\tX=1\|Name=B-LOC$/);
    }
  });

  it('names malformed lines and goes on', async () => {
    const read = [];
    for await (const one of readConllu(
      ['not conllu\n\n1\tOslo\n\n1\tOslo\t_\t_\t_\t_\t_\t_\t_\t_\n'],
      'given',
    ))
      read.push(one);
    expect(read.map((one) => ('problem' in one ? one.problem.place : one.sentence.words))).toEqual([
      'given:2',
      'given:4',
      ['Oslo'],
    ]);
  });
});

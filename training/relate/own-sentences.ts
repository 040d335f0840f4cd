// Our own marked sentences (training/relate/sentences/*.tsv: type, CAMEO code, marked sentence), written for Casus.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMarks } from '../../eval/relate.ts';
import type { MarkedPair } from '../../src/code/relate.ts';
import type { Root } from '../../src/code/relate-classifier.ts';

const folder = join(import.meta.dirname, 'sentences');

export type OwnSentence = MarkedPair & {
  readonly id: string;
  readonly text: string;
  /** PLOVER type, or NONE where nothing happens between the two. */
  readonly type: string;
  readonly cameo: string;
};

/** All sentences in order of file and line; a line that can't be read throws with its place. */
export function readOwnSentences(): OwnSentence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line, at) => (line === '' ? [] : [readLine(line, `${name}:${at + 1}`)])),
    );
}

function readLine(line: string, id: string): OwnSentence {
  const [type, cameo, marked, ...rest] = line.split('\t');
  const { text, marks } = readMarks(marked ?? '');
  const [actor, recipient] = [marks.s, marks.t];
  if (type === undefined || cameo === undefined || rest.length > 0 || actor === undefined || recipient === undefined)
    throw new Error(`${id}: wanted "TYPE<tab>CAMEO<tab>sentence with <s>actor</s> and <t>recipient</t>", came "${line}"`);
  return { id, type, cameo, text, actor, recipient };
}

/** The root that PLV's coding gives the sentence: by the published table, convictions are ACCUSE, blockades ASSAULT. */
export function plvRootOf({ type, cameo }: OwnSentence): Root | null {
  if (type === 'NONE') return null;
  if (cameo === '116') return 'ACCUSE';
  if (cameo === '191') return 'ASSAULT';
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : (type as Root);
}

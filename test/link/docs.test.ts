// The documents of the pattern language against the code: the JSON Schema is the generated one, the examples are sound.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parsePattern, valueFields } from '../../src/knowledge/patterns.ts';
import { loadWatchRules } from '../../src/knowledge/patterns-rules.ts';
import { patternJsonSchema } from '../../src/knowledge/patterns-schema.ts';
import { explainPattern } from '../../src/link/watch.ts';
import { openLaw } from './law-fixture.ts';

const law = openLaw();
const vocabulary = { items: law.items, groups: law.actors.groupKeys };
const read = (file: string): string => readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');
const blocks = (text: string): string[] =>
  [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);

describe('docs', () => {
  it('hold the generated JSON Schema (npx tsx test/link/write-schema.ts)', () => {
    expect(JSON.parse(read('patterns.schema.json'))).toEqual(JSON.parse(JSON.stringify(patternJsonSchema())));
  });

  it('name every field', () => {
    for (const field of [...valueFields, 'date', 'where', 'any', 'not'])
      expect(read('patterns.md')).toContain(`\`${field}\``);
  });

  it('show sound patterns', () => {
    for (const block of blocks(read('patterns.md')))
      expect(parsePattern(parse(block), vocabulary).faults).toEqual([]);
  });

  it('show sound rules, which can be explained', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'casus-docs-')), 'rules.yaml');
    writeFileSync(file, blocks(read('rules.md'))[0]!);
    const rules = loadWatchRules(file, vocabulary);
    expect(rules.map(({ when }) => explainPattern(when, law))[0]).toContain('AID to Ukraine of arms');
  });
});

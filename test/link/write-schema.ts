// Writes docs/patterns.schema.json anew after a change of the pattern language.
import { writeFileSync } from 'node:fs';
import { patternJsonSchema } from '../../src/knowledge/patterns-schema.ts';

writeFileSync(
  new URL('../../docs/patterns.schema.json', import.meta.url),
  `${JSON.stringify(patternJsonSchema(), null, 2)}\n`,
);

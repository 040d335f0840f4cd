// The phrases of knowledge/reading: what lines around an article say. The package's own are read once, at the first
// article; another knowledge folder's are read by its user and handed to the readers.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type BlockKind, ProblemError, problem } from '../../records/index.ts';
import { ownKnowledge } from '../own-knowledge.ts';

const list = z.array(z.string().min(1)).min(1);
const schema = z.strictObject({
  source: z.string(),
  boilerplate: z.strictObject({ whole: list, starts: list, anywhere: list }),
  comments: list,
  related: list,
  links: z.strictObject({ starts: list, whole: list }),
  classes: z.strictObject({
    byline: list,
    dateline: list,
    caption: list,
    link: list,
    boilerplate: list,
    notOfParagraphs: list,
  }),
});

export type Phrases = {
  readonly boilerplate: { readonly whole: RegExp; readonly starts: RegExp; readonly anywhere: RegExp };
  readonly comments: RegExp;
  readonly related: RegExp;
  readonly links: { readonly whole: RegExp; readonly starts: RegExp };
  /** What the classes of an element say of it; null when they say nothing. */
  readonly classes: (marks: string, isParagraph: boolean) => BlockKind | null;
};

const classKinds = ['byline', 'dateline', 'caption', 'link', 'boilerplate'] as const;

let own: Phrases | null = null;

/** The package's own. */
export function ownPhrases(): Phrases {
  own ??= readPhrases(ownKnowledge());
  return own;
}

/** Reads the phrases of a knowledge folder. Throws a ProblemError when they are missing or wrong. */
export function readPhrases(folder: string): Phrases {
  const file = join(folder, 'reading', 'lines.yaml');
  if (!existsSync(file))
    throw new ProblemError([
      problem(
        'unknown-file',
        'the phrases of reading are missing',
        file,
        'a knowledge folder has all rooms of the package\u2019s; copy reading/lines.yaml into it',
      ),
    ]);
  const result = schema.safeParse(parseFile(file));
  if (!result.success)
    throw new ProblemError(
      result.error.issues.map(({ path, message }) =>
        problem('bad-knowledge', `${path.join('.')}: ${message}`, file),
      ),
    );
  const { boilerplate, comments, related, links, classes } = result.data;
  const word = (words: readonly string[]) => compile(words, file, '(?:^|[\\s_-])(?:', ')(?:$|[\\s_-])');
  const byKind = classKinds.map((kind) => [kind, word(classes[kind])] as const);
  const loose = word(classes.notOfParagraphs);
  return {
    boilerplate: {
      whole: compile(boilerplate.whole, file, '^[[({<>»►▶→•*-]?\\s*(?:', ')\\s*[\\])}>»→:.…]*$'),
      starts: compile(boilerplate.starts, file, '^[[({>»►▶→•*-]?\\s*(?:', ')'),
      anywhere: compile(boilerplate.anywhere, file, '(?:', ')'),
    },
    comments: compile(comments, file, '^(?:', ')\\s*[:>»→]?$'),
    related: compile(related, file, '^(?:', ')\\s*[:>»→]?$'),
    links: {
      whole: compile(links.whole, file, '^(?:', ')$'),
      starts: compile(links.starts, file, '^[[({>»►▶→•*-]?\\s*(?:', ')'),
    },
    classes: (marks, isParagraph) => {
      const read = isParagraph ? marks.replace(loose, ' ') : marks;
      return byKind.find(([, words]) => words.test(read))?.[0] ?? null;
    },
  };
}

function parseFile(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const message = (cause as Error).message.split('\n')[0] ?? 'not YAML';
    throw new ProblemError([problem('bad-yaml', message, file)], { cause });
  }
}

/** One expression of all phrases; a phrase that is no expression of its own is told by its words. */
function compile(phrases: readonly string[], file: string, before: string, after: string): RegExp {
  for (const phrase of phrases) {
    try {
      new RegExp(phrase);
    } catch (error) {
      throw new ProblemError([problem('bad-pattern', `${phrase}: ${(error as Error).message}`, file)]);
    }
  }
  return new RegExp(`${before}${phrases.join('|').replace(/ (?![*?+{])/g, '\\s+')}${after}`, 'i');
}

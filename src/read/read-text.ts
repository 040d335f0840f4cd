// Plain text of the messy kind that scrapers deliver -> a Document of clean text in typed blocks.
import { createHash } from 'node:crypto';
import { type Block, type Document, type Problem, problem } from '../records/index.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { detectLanguage } from './language.ts';
import { ownPhrases, type Phrases } from './lines/phrases.ts';
import { type Line, splitLines } from './lines/split-lines.ts';
import { choosePublished } from './published.ts';
import { type Draft, typeBlocks } from './type-blocks.ts';

/** What is known of an article besides its text; everything may be missing. */
export type ReadOptions = {
  readonly id?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly title?: string | null | undefined;
  /** As the source wrote it: ISO, RFC 822, "20 June 2024", or an epoch. */
  readonly published?: string | null | undefined;
  readonly source?: string | null | undefined;
  /** The date to assume when nothing tells one (`--date`). */
  readonly fallbackDate?: string | null | undefined;
  /** Where the text came from, for problems: a file or file:line. */
  readonly place?: string | null | undefined;
  /** What lines around an article say, of another knowledge folder (`readPhrases`) than the package's. */
  readonly phrases?: Phrases | undefined;
};

/** A document, or null when there was nothing to read; the problems say what went wrong. */
export type ReadResult = { readonly document: Document | null; readonly problems: readonly Problem[] };

/** No article is longer, and reading what is would only cost memory; as many characters as of a page of HTML. */
export const longestText = 6_000_000;
/** What is longer is no title. */
const longestTitle = 2000;

/**
 * Reads one article. A document with the problem `not-english` is kept for the reader and must not be coded.
 *
 *     readText('Pact signed\n\nMOSCOW, June 19 (Reuters) - Russia signed ...', { fallbackDate: '2024-06-20' })
 */
export function readText(text: string, options: ReadOptions = {}): ReadResult {
  const read = text.length > longestText ? text.slice(0, longestText) : text;
  const result = readLines(splitLines(cleanText(read), options.phrases ?? ownPhrases()), options, []);
  if (read === text) return result;
  const cut = problem(
    'text-cut',
    `the text has ${text.length} characters; only the first ${longestText} were read`,
    options.place ?? options.id ?? null,
    'split it into its articles',
  );
  return { ...result, problems: [cut, ...result.problems] };
}

/**
 * The common end of every reader: lines with hints, and dates that the page's metadata stated, surest first. `isMarked`:
 * the lines come from markup, which would call a heading a heading.
 */
export function readLines(
  lines: readonly Line[],
  options: ReadOptions,
  statedDates: readonly string[],
  isMarked = false,
): ReadResult {
  const place = options.place ?? options.id ?? null;
  const metaTitle = cleanLine((options.title ?? '').slice(0, longestTitle)) || null;
  const { drafts, title } = typeBlocks(lines, metaTitle, options.phrases ?? ownPhrases(), isMarked);
  if (drafts.length === 0) {
    return { document: null, problems: [problem('empty-file', 'there is no text to read', place)] };
  }
  const url = options.url ?? null;
  const stated = [options.published ?? '', ...statedDates].filter((date) => date.trim() !== '');
  const fallback = options.fallbackDate ?? null;
  const { published, problems } = choosePublished({ stated, url, drafts, fallback, place });
  if ((options.title?.length ?? 0) > longestTitle)
    problems.push(
      problem(
        'bad-field',
        `the title has ${options.title!.length} characters; only the first ${longestTitle} were read`,
        place,
      ),
    );
  const language = detectLanguage(drafts);
  if (language !== null && language !== 'en') problems.push(notEnglish(language, place));
  const { text, blocks } = layOut(drafts);
  const id = options.id ?? contentId(url, published, text);
  const document = { id, url, source: options.source ?? null, title, published, language, text, blocks };
  return { document, problems };
}

/** True when the coder must leave the document alone. */
export function isSkipped(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === 'not-english');
}

/** Blocks in order, a blank line between them; a paragraph follows its dateline on the same line. */
function layOut(drafts: readonly Draft[]): { text: string; blocks: Block[] } {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  for (const { kind, text, joined } of drafts) {
    const gap = blocks.length === 0 ? '' : joined ? ' ' : '\n\n';
    const start = length + gap.length;
    parts.push(gap, text);
    length = start + text.length;
    blocks.push({ kind, start, end: length });
  }
  return { text: parts.join(''), blocks };
}

/** The same words from another address or of another day are another document: one story, many sources. */
function contentId(url: string | null, published: string | null, text: string): string {
  return createHash('sha256')
    .update(JSON.stringify([url, published, text]))
    .digest('hex')
    .slice(0, 16);
}

function notEnglish(language: string, place: string | null): Problem {
  let name = language;
  try {
    name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  } catch {
    // An unknown code is shown as it is.
  }
  return problem('not-english', `the text is in ${name} (${language}), and only English is coded`, place);
}

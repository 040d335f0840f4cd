// Near-duplicates measured: thirty wire stories, each printed by six more papers in their own way, and for each another
// article on the same matter - same states, same headline, the same paragraph of background - that is no copy.
import { describe, expect, it } from 'vitest';
import { streamLine } from '../../bench/stream-articles.ts';
import { createStoryIndex, readText } from '../../src/read/index.ts';
import type { Document } from '../../src/records/index.ts';

type Article = { readonly title: string; readonly paragraphs: readonly string[] };
type Printed = { readonly family: string; readonly document: Document };

/** An article of the stream with eight paragraphs; pages, copies and broken lines are passed over. */
function article(number: number): Article {
  const { title, text } = JSON.parse(streamLine(number)) as { title: string; text: string };
  return { title, paragraphs: text.split('\n\n') };
}

const background =
  'The two governments have quarrelled over the river and the pipeline along it for eleven years, and three rounds of talks under the auspices of the United Nations have ended without an agreement that both parliaments would ratify.';

/** What papers do with a story of an agency. */
const rewrites: readonly ((story: Article) => Article)[] = [
  ({ paragraphs }) => ({ title: 'New row between neighbours', paragraphs }),
  ({ title, paragraphs }) => ({ title, paragraphs: paragraphs.slice(0, 5) }),
  ({ title, paragraphs }) => ({ title, paragraphs: [paragraphs[0]!, ...paragraphs.slice(1).reverse()] }),
  ({ title, paragraphs }) => ({
    title: `UPDATE 2-${title}`,
    paragraphs: [
      'This report was prepared by the foreign desk from reports of several agencies.',
      ...paragraphs.slice(0, -1),
      'The desk will follow the matter over the coming days and weeks.',
    ],
  }),
  // Cut, moved and corrected at once.
  ({ title, paragraphs }) => ({
    title: `Roundup: ${title}`,
    paragraphs: [paragraphs[2]!, paragraphs[0]!, paragraphs[4]!, paragraphs[3]!].map((text) =>
      text.replace(/\d+/g, (number) => String(Number(number) * 2)),
    ),
  }),
  // Corrected: every number is another.
  ({ title, paragraphs }) => ({
    title,
    paragraphs: paragraphs.map((text) => text.replace(/\d+/g, (number) => String(Number(number) + 3))),
  }),
];

function print(family: string, { title, paragraphs }: Article, at: number): Printed {
  const text = [title, ...paragraphs].join('\n\n');
  const { document } = readText(text, { id: `${family}-${at}`, published: '2024-06-20' });
  return { family, document: document! };
}

function corpus(): Printed[] {
  const numbers = Array.from({ length: 400 }, (_, at) => at).filter(
    (at) => [1, 2, 4, 5, 6, 8].includes(at % 10) && at % 331 !== 7,
  );
  const printed: Printed[] = [];
  for (let family = 0; family < 30; family++) {
    const story = article(numbers[2 * family]!);
    const first = {
      ...story,
      paragraphs: [...story.paragraphs.slice(0, 3), background, ...story.paragraphs.slice(3)],
    };
    [first, ...rewrites.map((rewrite) => rewrite(first))].forEach((own, at) => {
      printed.push(print(`story${family}`, own, at));
    });
    // Another article on the matter has its headline, its background, and its second paragraph as a quotation.
    const other = article(numbers[2 * family + 1]!);
    const paragraphs = [
      ...other.paragraphs.slice(0, 4),
      background,
      story.paragraphs[1]!,
      ...other.paragraphs.slice(4),
    ];
    printed.push(print(`other${family}`, { title: story.title, paragraphs }, 9));
  }
  // Papers do not print in order of the stories.
  return printed.sort((one, two) => hash(one.document.id) - hash(two.document.id));
}

function hash(text: string): number {
  let value = 7;
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return value;
}

describe('stories', () => {
  it('of thirty families of rewritten articles are found, and others on the same matter stay apart', () => {
    const index = createStoryIndex({ capacity: 1024 });
    const placed = corpus().map(({ family, document }) => ({ family, story: index.add(document).story }));
    let [right, joined, wanted] = [0, 0, 0];
    for (const [at, one] of placed.entries())
      for (const two of placed.slice(at + 1)) {
        const same = one.family === two.family;
        if (same) wanted++;
        if (one.story === two.story) joined++;
        if (same && one.story === two.story) right++;
      }
    expect(wanted).toBe(30 * 21);
    const figures = `precision ${(right / joined).toFixed(3)}, recall ${(right / wanted).toFixed(3)}`;
    expect(right / joined, figures).toBeGreaterThanOrEqual(0.95);
    expect(right / wanted, figures).toBeGreaterThanOrEqual(0.95);
    if (process.env.CASUS_FIGURES === '1') console.log(figures);
  });
});

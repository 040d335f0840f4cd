// Pages of HTML: the article and its metadata; hostile pages are bounded and told of.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/read/index.ts';
import { blocksOf, documentOf, effortSince, kindsOf } from './show.ts';

describe('readHtml', () => {
  it('reads the example page', () => {
    const result = readHtml(readFileSync('examples/ecowas-lifts-sanctions.html', 'utf8'));
    const { title, published, source, language } = documentOf(result);
    expect({ title, published, source, language }).toEqual({
      title: 'ECOWAS lifts most sanctions on Niger',
      published: '2024-02-24',
      source: 'Casus Examples',
      language: 'en',
    });
    const blocks = blocksOf(result);
    for (const wanted of [
      'headline: ECOWAS lifts most sanctions on Niger',
      'caption: West African leaders at the summit in Abuja. Photo: Example/AFP',
      'dateline: ABUJA, Feb 24 (Casus) -',
      'quote: ECOWAS demanded again that the junta release Bazoum, who has been held in his residence since the coup.',
      'headline: Three states want to leave',
      'list: Some sanctions on individuals in Niger remain in force.',
      'link: READ MORE: Three states announce withdrawal',
    ]) {
      expect(blocks).toContain(wanted);
    }
    const coded = blocks.filter((block) => /^(?:headline|paragraph|quote|list): /.test(block)).join('\n');
    expect(coded).not.toMatch(/cookies|Accept all|Share on|Most read|rights reserved|never run|color/);
  });

  it.each([
    ['<meta property="article:published_time" content="2024-02-03T10:00:00Z">', '2024-02-03'],
    ['<meta itemprop="datePublished" content="2024-02-04">', '2024-02-04'],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-02-05"}</script>',
      '2024-02-05',
    ],
    [
      '<script type="application/ld+json">{broken</script><meta name="date" content="2024-02-06">',
      '2024-02-06',
    ],
  ])('finds the date in %s', (head, date) => {
    const html = `<html><head>${head}</head><body><p>The two sides signed a pact.</p></body></html>`;
    expect(documentOf(readHtml(html)).published).toBe(date);
  });

  it('takes line breaks after sentences for paragraphs and others for layout', () => {
    expect(blocksOf(readHtml('<p>They met<br>in Geneva.<br><br>They will meet again.</p>'))).toEqual([
      'paragraph: They met in Geneva.',
      'paragraph: They will meet again.',
    ]);
  });

  it('keeps words whole over inline tags and apart over blocks', () => {
    expect(
      blocksOf(readHtml('<div>The <b>U</b>.N. said <a href="/x">so</a>.<p>Kyiv agreed.</p></div>')),
    ).toEqual(['paragraph: The U.N. said so.', 'paragraph: Kyiv agreed.']);
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['100,000 nested tags', `${'<div>'.repeat(100_000)}They met.${'</div>'.repeat(100_000)}`],
    ['misnested tags', `${'<b></i>'.repeat(100_000)}They met.`],
    ['nested tables', '<table><tr><td>'.repeat(30_000)],
    ['open scripts', '<script>'.repeat(100_000)],
    ['open comments', '<!--'.repeat(200_000)],
    ['open quotes', '<a b="'.repeat(200_000)],
    ['stray brackets', '<'.repeat(500_000)],
    ['entities', `<p>${'&amp;'.repeat(200_000)}`],
    ['line breaks', 'word<br>'.repeat(50_000)],
  ];
  it.each(hostile)('survives %s', (_, html) => {
    const before = process.cpuUsage();
    const { document, problems } = readHtml(html);
    expect(document !== null || problems.length > 0).toBe(true);
    expect(effortSince(before)).toBeLessThan(5);
  });

  it('says when it cut, and reads on', () => {
    const html = `<p>The two sides signed a pact.</p>${'<div>'.repeat(1000)}<p>They met.</p>`;
    const result = readHtml(html);
    expect(result.problems.map(({ code }) => code)).toEqual(['html-cut']);
    expect(kindsOf(result).length).toBeGreaterThan(0);
  });
});

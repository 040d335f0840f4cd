// What pages say of themselves, in the many ways they say it.
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/read/index.ts';

const body =
  '<article><h1>Pact signed in Hanoi</h1><p>Russia signed a pact with Vietnam on Wednesday, officials said, after months of talks.</p></article>';
const page = (head: string, content = body) =>
  `<!doctype html><html><head>${head}</head><body>${content}</body></html>`;
const ld = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
const article = {
  '@type': 'NewsArticle',
  headline: 'Pact signed in Hanoi',
  datePublished: '2024-06-19T10:00:00+07:00',
  publisher: { '@type': 'Organization', name: 'Hanoi Post' },
  url: 'https://hp.example/1',
};
const all = {
  title: 'Pact signed in Hanoi',
  published: '2024-06-19',
  source: 'Hanoi Post',
  url: 'https://hp.example/1',
};

const linked: readonly (readonly [string, string])[] = [
  ['an object', ld(article)],
  ['a list', ld([{ '@type': 'BreadcrumbList' }, article])],
  ['a graph', ld({ '@graph': [{ '@type': 'WebPage', datePublished: '2024-06-01' }, article] })],
  ['two types', ld({ ...article, '@type': ['Article', 'NewsArticle'] })],
  ['a type with its address', ld({ ...article, '@type': 'http://schema.org/NewsArticle' })],
  ['a main entity', ld({ '@type': 'WebPage', mainEntity: article })],
  ['a broken block before it', ld('{broken') + ld(article)],
  ['a CDATA mark', ld(`/*<![CDATA[*/${JSON.stringify(article)}/*]]>*/`)],
  ['a line break in a string', ld(JSON.stringify(article).replace('Pact signed', 'Pact\nsigned'))],
  ['the publisher as text', ld({ ...article, publisher: 'Hanoi Post' })],
  ['the publisher in a list', ld({ ...article, publisher: [{ name: 'Hanoi Post' }] })],
  [
    'the publisher elsewhere',
    ld({
      '@graph': [
        { '@id': '#us', name: 'Hanoi Post' },
        { ...article, publisher: { '@id': '#us' } },
      ],
    }),
  ],
  ['an epoch', ld({ ...article, datePublished: 1718762400000 })],
  ['only a date of change', ld({ ...article, datePublished: null, dateModified: '2024-06-19' })],
];

describe('JSON-LD', () => {
  it.each(linked)('%s', (_, head) => expect(readHtml(page(head)).document).toMatchObject(all));
});

describe('other metadata', () => {
  const openGraph = [
    'og:title|Pact signed in Hanoi',
    'og:site_name|Hanoi Post',
    'og:url|https://hp.example/1',
  ];
  const tags = (key: string) =>
    [...openGraph, 'article:published_time|2024-06-19T10:00:00Z']
      .map((tag) => tag.split('|'))
      .map(([name, content]) => `<meta ${key}="${name}" content="${content}">`)
      .join('');
  it.each(['property', 'name', 'PROPERTY'])('OpenGraph under %s', (key) =>
    expect(readHtml(page(tags(key))).document).toMatchObject(all),
  );
  it.each(['DC.date.issued', 'DC.Date', 'pubdate', 'citation_publication_date'])(
    'the date under %s',
    (name) =>
      expect(readHtml(page(`<meta name="${name}" content="2024-06-19">`)).document?.published).toBe(
        '2024-06-19',
      ),
  );
  it('the time of the article, not of a story linked above it', () => {
    const other = '<nav><a href="x">Other <time datetime="2024-06-01">1 June</time></a></nav>';
    const own = body.replace('<p>', '<time datetime="2024-06-19">19 June</time><p>');
    expect(readHtml(page('', other + own)).document?.published).toBe('2024-06-19');
  });
});

// Feeds as sites write them, archives that break off, and phrases of another knowledge folder.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readBytes, readPhrases, readText } from '../../src/read/index.ts';
import { all, documentOf } from './show.ts';

const read = (data: string | Uint8Array, name = 'x') => all(readBytes(Buffer.from(data), { name }));
const codes = (results: Awaited<ReturnType<typeof read>>) =>
  results.flatMap(({ problems }) => problems.map(({ code }) => code));

describe('feeds', () => {
  it('reads RSS with an internal DTD, bare ampersands, markup in titles, relative and permanent addresses', async () => {
    const results = await read(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title><![CDATA[R&D <b>more</b>]]></title><link>https://e.org/news/</link>
<item><title>Norway &lt;b&gt;expels&lt;/b&gt; two at a caf&amp;eacute;</title><link>/a?x=1&y=2</link><pubDate>soon</pubDate><description>teaser</description><content:encoded><![CDATA[<p>Norway met Kenya.</p>]]></content:encoded></item>
<item><title>Second</title><guid>https://e.org/2</guid><description>Mali met Niger.</description></item>
<item><title>Third</title><guid isPermaLink="false">https://e.org/3</guid><description>Peru met Chile.</description></item></channel></rss>`);
    expect(
      results.map((one) => documentOf(one)).map(({ title, url, source }) => [title, url, source]),
    ).toEqual([
      ['Norway expels two at a café', 'https://e.org/a?x=1&y=2', 'R&D more'],
      ['Second', 'https://e.org/2', 'R&D more'],
      ['Third', null, 'R&D more'],
    ]);
    expect(documentOf(results[0]!).text).toMatch(/Norway met Kenya\.$/);
    expect(codes(results)).toEqual(['bad-date']);
  });

  it.each([
    [
      'RSS 1.0 under a prefix, RDF under another',
      `<?xml version="1.0"?><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/">
<rss:channel r:about="https://e.org/"><rss:title>E</rss:title><rss:link>https://e.org/</rss:link></rss:channel>
<rss:item r:about="https://e.org/1"><rss:title>Peru aids Chile</rss:title><rss:description>short</rss:description><c:encoded>&lt;p&gt;Peru sent Chile food.&lt;/p&gt;</c:encoded><d:date>2024-05-09T10:00Z</d:date></rss:item></r:RDF>`,
    ],
    [
      'Atom under a prefix',
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>E</a:title><a:entry><a:title>Peru aids Chile</a:title><a:link href="https://e.org/1"/><a:published>2024-05-09T00:00:00Z</a:published><a:content type="html">&lt;p&gt;Peru sent Chile food.&lt;/p&gt;</a:content></a:entry></a:feed>`,
    ],
    [
      'RSS 1.0 as the default namespace',
      `<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/"><channel rdf:about="https://e.org/"><title>E</title></channel><item rdf:about="https://e.org/1"><title>Peru aids Chile</title><description>Peru sent Chile food.</description><dcterms:date>2024-05-09</dcterms:date></item></rdf:RDF>`,
    ],
    [
      'RSS 2.0 with Atom beside it',
      `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>E</title><atom:link href="https://e.org/feed" rel="self"/><link>https://e.org/</link><item><title>Peru aids Chile</title><media:title>A picture</media:title><link>https://e.org/1</link><atom:link href="https://e.org/other" rel="related"/><pubDate>Thu, 09 May 2024 10:00:00 GMT</pubDate><description>Peru sent Chile food.</description></item></channel></rss>`,
    ],
  ])('reads %s', async (_, xml) => {
    const results = await read(xml);
    expect(codes(results)).toEqual([]);
    expect(results.map((one) => documentOf(one))).toMatchObject([
      { title: 'Peru aids Chile', url: 'https://e.org/1', published: '2024-05-09', source: 'E' },
    ]);
    expect(documentOf(results[0]!).text).toMatch(/Peru sent Chile food\.$/);
  });

  it('reads markup that Atom carries as elements, and takes the next date where one cannot be read', async () => {
    const [result] =
      await read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.org/b/"><title>T</title><entry>
<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Peru <b>aids</b> Chile</div></title><link href="a1"/><published>2024-13-45</published><updated>2024-05-09T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Peru sent <b>its</b> neighbour <i>food</i>.</p><p>They met.</p></div></content></entry></feed>`);
    expect(documentOf(result!)).toMatchObject({
      title: 'Peru aids Chile',
      url: 'https://e.org/b/a1',
      published: '2024-05-09',
      text: 'Peru aids Chile\n\nPeru sent its neighbour food.\n\nThey met.',
    });
    expect(result!.problems).toEqual([]);
  });

  it('takes the address of an RDF item from what it is about', async () => {
    const [result] = await read(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>T</title></channel><item rdf:about="https://e.org/1"><title>Mali and Niger</title><description>Mali met Niger.</description></item></rdf:RDF>',
    );
    expect(documentOf(result!).url).toBe('https://e.org/1');
  });

  it('knows a JSON feed whose version stands last, and goes on after items that are none', async () => {
    const results = await read(
      JSON.stringify({
        title: 'J',
        home_page_url: 'https://j.org/',
        items: [
          { id: 1, url: '/1', title: 'A <b>pact</b>', summary: 'Norway met Kenya.' },
          'none',
          { id: 3 },
        ],
        version: 'https://jsonfeed.org/version/1.1',
      }),
    );
    expect(documentOf(results[0]!)).toMatchObject({ title: 'A pact', url: 'https://j.org/1', source: 'J' });
    expect(codes(results)).toEqual(['bad-record', 'bad-record']);
  });
});

const record = (body: string | Uint8Array, headers = 'Content-Type: text/html\r\n', type = 'response') => {
  const http = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n`), Buffer.from(body)]);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://e.org/a\r\nWARC-Date: 2024-06-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]);
};
const page = '<html><body><p>They signed a pact.</p></body></html>';
const chunked = `5\r\n${page.slice(0, 5)}\r\n${(page.length - 5).toString(16)}\r\n${page.slice(5)}\r\n0\r\n\r\n`;

describe('web archives', () => {
  it('unpacks pages, puts chunks together, and skips requests', async () => {
    const html = 'Content-Type: text/html\r\n';
    const records = [
      record('', '', 'request'),
      record(chunked, `${html}Transfer-Encoding: chunked\r\n`),
      record(gzipSync(page), `${html}Content-Encoding: gzip\r\n`),
      record(brotliCompressSync(page), `${html}Content-Encoding: br\r\n`),
      record(page, 'Server: x\r\n'),
    ];
    for (const data of [Buffer.concat(records), Buffer.concat(records.map((one) => gzipSync(one)))]) {
      const results = await read(data);
      expect(results.map((one) => one.document?.text)).toEqual(Array(4).fill('They signed a pact.'));
      expect(codes(results)).toEqual([]);
    }
  });

  it('reads responses that were kept without HTTP headers', async () => {
    const bare = (body: string, type: string, kind = 'response') =>
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: ${kind}\r\nWARC-Target-URI: https://e.org/a\r\nWARC-Date: 2024-06-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}\r\n\r\n`,
      );
    const records = [
      bare(page, 'text/html'),
      bare(page, 'application/http; msgtype=response'),
      bare(`${page}\r\n\r\n`, 'text/html', 'resource'),
      bare('They signed a pact.', 'text/plain; charset=utf-8'),
      bare('{"a": 1}', 'application/json'),
      bare(`HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n${page}`, 'application/http'),
      record(page),
    ];
    const results = await read(Buffer.concat(records));
    expect(results.map((one) => one.document?.text)).toEqual(Array(5).fill('They signed a pact.'));
    expect(codes(results)).toEqual([]);
  });

  it('reads an archive up to where it breaks off, also within a record that is skipped', async () => {
    const picture = record('x'.repeat(500), 'Content-Type: image/png\r\n');
    const noise = Buffer.from(Array.from({ length: 600 }, (_, at) => (at * at * 31) % 251));
    for (const [last, cut] of [
      [record(page), 20],
      [picture, 200],
      [record(noise), 300],
    ] as const) {
      const plain = Buffer.concat([record(page), last]);
      const packed = Buffer.concat([gzipSync(record(page)), gzipSync(last)]);
      for (const data of [plain.subarray(0, plain.length - cut), packed.subarray(0, packed.length - 30)]) {
        const results = await read(data);
        expect(results[0]?.document?.text).toBe('They signed a pact.');
        expect(codes(results)).toEqual(['bad-warc']);
      }
    }
  });

  it('tells of damage in a later member, and of pages that unpack without end', async () => {
    const first = gzipSync(record(page));
    const damaged = Buffer.concat([first, gzipSync(record(page.repeat(20)))]);
    damaged[first.length + 40]! ^= 0xff;
    const results = await read(damaged);
    expect(results[0]?.document?.text).toBe('They signed a pact.');
    expect(codes(results)).toEqual(['bad-warc']);
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));
    const after = await read(
      Buffer.concat([record(bomb, 'Content-Type: text/html\r\nContent-Encoding: gzip\r\n'), record(page)]),
    );
    expect(codes(after)).toEqual(['too-large']);
    expect(after[1]?.document?.text).toBe('They signed a pact.');
  });
});

describe('gzip', () => {
  it('gives what stands before the end of a file that breaks off', async () => {
    const lines = Array.from({ length: 400 }, (_, at) =>
      JSON.stringify({ id: at, text: `Norway met ${at * at} Kenyans.` }),
    );
    const whole = gzipSync(lines.join('\n'));
    const results = await read(whole.subarray(0, whole.length / 2), 'a.jsonl.gz');
    expect(results.filter(({ document }) => document !== null).length).toBeGreaterThan(50);
    expect(codes(results).at(-1)).toBe('bad-gzip');
  });

  it('stops a bomb with a limit that is told', async () => {
    const bomb = gzipSync(Buffer.alloc(257 * 1024 * 1024, 65), { level: 1 });
    const [result] = await read(bomb, 'a.gz');
    expect(result?.document).toBeNull();
    expect(result?.problems[0]).toMatchObject({ code: 'too-large', place: 'a.gz' });
  }, 60_000);
});

describe('phrases of another knowledge folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casus-phrases-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('type the lines in place of ours', () => {
    expect(() => readPhrases(folder)).toThrow(/phrases of reading are missing/);
    mkdirSync(join(folder, 'reading'));
    const ours = readFileSync('knowledge/reading/lines.yaml', 'utf8');
    writeFileSync(
      join(folder, 'reading', 'lines.yaml'),
      ours.replace(/^( *)anywhere:\n/m, '$&$1  - paid for by freedonia\n'),
    );
    const text =
      'Norway met Kenya on Monday, officials said.\n\nThese lines were paid for by Freedonia and friends.';
    const kinds = (phrases?: ReturnType<typeof readPhrases>) =>
      documentOf(readText(text, { phrases })).blocks.map(({ kind }) => kind);
    expect(kinds()).toEqual(['paragraph', 'paragraph']);
    expect(kinds(readPhrases(folder))).toEqual(['paragraph', 'boilerplate']);
  });
});

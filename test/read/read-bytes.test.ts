// Files of every kind and encoding -> their documents, one result each, and clear problems for the rest.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readBytes, readJsonl } from '../../src/read/index.ts';
import { all, documentOf } from './show.ts';

const bytes = (text: string, encoding = 'utf-8') => new Uint8Array(iconv.encode(text, encoding));
const read = (data: Uint8Array, name = 'x', more = {}) => all(readBytes(data, { name, ...more }));
const codes = (results: Awaited<ReturnType<typeof read>>) =>
  results.flatMap(({ problems }) => problems.map(({ code }) => code));

const sentence = 'The café owner’s government said “no” to the Škoda deal on Monday.';
const windows = 'The café owner’s government said “no” to the deal on Monday.';
describe('encodings', () => {
  it.each([
    ['utf-8', bytes(sentence), sentence],
    ['utf-8 with a mark', bytes(`\ufeff${sentence}`), sentence],
    ['utf-16le with a mark', bytes(`\ufeff${sentence}`, 'utf-16le'), sentence],
    ['utf-16be without a mark', bytes(sentence, 'utf-16be'), sentence],
    ['windows-1252', bytes(windows, 'windows-1252'), windows],
    [
      'declared',
      bytes(`<html><meta charset="windows-1250"><p>${sentence}</p></html>`, 'windows-1250'),
      sentence,
    ],
    ['declared wrongly', bytes(`<html><meta charset="latin1"><p>${sentence}</p></html>`), sentence],
    ['with a few NULs', bytes(`\u0000${sentence}\u0000`), sentence],
  ])('%s', async (_, data, text) => {
    const [result] = await read(data);
    expect(documentOf(result!).text).toBe(text);
  });
  it('windows-1251 is told from Latin', async () => {
    const russian = 'Министр иностранных дел заявил в понедельник, что переговоры будут продолжены в Женеве.';
    const [result] = await read(bytes(russian, 'windows-1251'));
    expect(documentOf(result!).text).toBe(russian);
    expect(codes([result!])).toEqual(['not-english']);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty-file'],
    ['white space', bytes(' \n\t\n'), 'empty-file'],
    ['a PDF', bytes('%PDF-1.7 ...'), 'binary-file'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'binary-file'],
    ['broken gzip', new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'bad-gzip'],
    ['a broken feed', bytes('<rss><channel><item></rss>'), 'bad-feed'],
    ['JSON without text', bytes('{"headline": "x"}'), 'bad-record'],
  ])('%s', async (_, data, code) => {
    const results = await read(data);
    expect(codes(results)).toEqual([code]);
    expect(results[0]!.document).toBeNull();
    expect(results[0]!.problems[0]!.place).toBe('x');
  });
});

describe('kinds', () => {
  it('reads the example feed, an entry a document', async () => {
    const results = await read(readFileSync('examples/europe-feed.xml'));
    expect(results.map((result) => documentOf(result).published)).toEqual([
      '2024-03-07',
      '2024-02-22',
      '2023-03-18',
    ]);
    expect(documentOf(results[0]!)).toMatchObject({
      title: 'Sweden becomes 32nd member of NATO',
      source: 'Casus Examples: Europe',
    });
    expect(codes(results)).toEqual([]);
  });

  it('reads Atom and JSON feeds', async () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>Pact signed</title><link rel="self" href="https://e.org/self"/><link href="https://e.org/a"/><published>2024-05-06T00:00:00Z</published><content type="html">&lt;p&gt;They signed a pact.&lt;/p&gt;</content></entry></feed>';
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [
        {
          id: '1',
          url: 'https://e.org/a',
          title: 'Pact signed',
          date_published: '2024-05-06',
          content_html: '<p>They signed a pact.</p>',
        },
      ],
    });
    for (const feed of [atom, json]) {
      const [result] = await read(bytes(feed));
      const { title, url, published, text, source } = documentOf(result!);
      expect({ title, url, published, text, source }).toEqual({
        title: 'Pact signed',
        url: 'https://e.org/a',
        published: '2024-05-06',
        text: 'Pact signed\n\nThey signed a pact.',
        source: 'T',
      });
    }
  });

  it('does not multiply entities of a feed', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
    ).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${levels}]><rss><channel><item><title>&e12;</title><description>They met.</description></item></channel></rss>`;
    const [result] = await read(bytes(bomb));
    expect(JSON.stringify(result).length).toBeLessThan(2000);
  });

  it('reads WARC, packed or not, and skips what is no page', async () => {
    const record = (type: string, body: string) => {
      const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`;
      return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.org/2024/05/06/a\r\nWARC-Date: 2024-06-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
    };
    const page = Buffer.from(record('text/html', '<html><body><p>They signed a pact.</p></body></html>'));
    const picture = Buffer.from(record('image/png', 'not read'));
    for (const data of [Buffer.concat([picture, page]), Buffer.concat([gzipSync(picture), gzipSync(page)])]) {
      const results = await read(data, 'a.warc.gz');
      expect(results).toHaveLength(1);
      expect(documentOf(results[0]!)).toMatchObject({
        url: 'https://e.org/2024/05/06/a',
        published: '2024-05-06',
        text: 'They signed a pact.',
      });
    }
  });

  it('reads packed text and news-please JSON', async () => {
    expect(documentOf((await read(gzipSync('They signed a pact.')))[0]!).text).toBe('They signed a pact.');
    const article = {
      maintext: 'They signed a pact.',
      title: 'Pact signed',
      date_publish: '2024-05-06 10:00:00',
      source_domain: 'e.org',
      url: 'https://e.org',
    };
    for (const data of [article, [article]]) {
      const [result] = await read(bytes(JSON.stringify(data, null, 2)));
      expect(documentOf(result!)).toMatchObject({
        title: 'Pact signed',
        published: '2024-05-06',
        source: 'e.org',
      });
    }
  });
});

describe('readJsonl', () => {
  it('gives one result a line, in order, and goes on after a bad line', async () => {
    const lines = [
      '{"id": "a", "text": "They met."}',
      '{broken',
      '',
      '[1]',
      '{"id": 7, "html": "<p>They left.</p>"}',
    ];
    const results = await all(readJsonl(lines, { name: 'f' }));
    expect(results.map(({ document }) => document?.id ?? null)).toEqual(['a', null, null, null, '7']);
    expect(results.flatMap(({ problems }) => problems.map(({ code, place }) => `${code} ${place}`))).toEqual([
      'bad-json f:2',
      'bad-json f:3',
      'bad-record f:4',
    ]);
  });

  it('takes other names for fields, also inside objects', async () => {
    const line = JSON.stringify({ body: { plain: 'They met.' }, meta: { day: '2024-05-06' }, text: 'no' });
    const [result] = await all(
      readJsonl([line], { fieldMap: { text: 'body.plain', published: 'meta.day' } }),
    );
    expect(documentOf(result!)).toMatchObject({ text: 'They met.', published: '2024-05-06' });
  });

  it('reads the example file', async () => {
    const lines = readFileSync('examples/three-articles.jsonl', 'utf8').trim().split('\n');
    const results = await all(readJsonl(lines));
    expect(results.map((result) => documentOf(result).published)).toEqual([
      '2023-05-12',
      '2024-05-23',
      '2024-02-23',
    ]);
    expect(codes(results)).toEqual([]);
  });
});

// The publication date, from the surest source to the weakest.
import { describe, expect, it } from 'vitest';
import { dateInUrl, parseDate } from '../../src/read/calendar-date.ts';
import { type ReadOptions, readText } from '../../src/read/index.ts';
import { dateFromLinks } from '../../src/read/weekday-bound.ts';

const dates: readonly (readonly [string, string | null])[] = [
  ['2024-06-20T23:30:00-05:00', '2024-06-20'],
  ['Thu, 20 Jun 2024 10:00:00 GMT', '2024-06-20'],
  ['June 20th, 2024', '2024-06-20'],
  ['20 Sept. 2024', '2024-09-20'],
  ['20240620T101500', '2024-06-20'],
  ['20.06.2024', '2024-06-20'],
  ['20/06/2024', '2024-06-20'],
  ['06/20/2024', '2024-06-20'],
  ['05/06/2024', null],
  ['1718841600', '2024-06-20'],
  ['1718841600000', '2024-06-20'],
  ['31 June 2024', null],
  ['2023-02-29', null],
  ['2024-13-01', null],
  ['soon', null],
];
describe('parseDate', () => {
  it.each(dates)('%s -> %s', (text, date) => expect(parseDate(text)).toBe(date));
});

const urls: readonly (readonly [string, string | null])[] = [
  ['https://example.org/2024/06/20/asia/pact.html', '2024-06-20'],
  ['https://example.org/world/2024-06-20-pact', '2024-06-20'],
  ['https://example.org/pact-20240620', '2024-06-20'],
  ['https://example.org/2024/jun/20/pact', '2024-06-20'],
  ['https://example.org/2024/99/20/pact', null],
  ['https://example.org/story/123456789012', null],
];
describe('dateInUrl', () => {
  it.each(urls)('%s -> %s', (url, date) => expect(dateInUrl(url)).toBe(date));
});

const head = 'Pact signed\n\n';
const orders: readonly (readonly [string, string, ReadOptions, string | null])[] = [
  [
    'metadata first',
    `${head}MOSCOW, June 19, 2024 (AP) - They met.`,
    { published: '2024-06-21' },
    '2024-06-21',
  ],
  [
    'then the dateline',
    `${head}Published 20 June 2024\n\nMOSCOW, June 19 (AP) - They met.`,
    {},
    '2024-06-19',
  ],
  [
    'then the address',
    `${head}Published 20 June 2024\n\nThey met.`,
    { url: 'https://example.org/2024/06/18/x' },
    '2024-06-18',
  ],
  [
    'then a date line',
    `${head}Updated 21 June 2024\nPublished 20 June 2024\n\nThey met.`,
    { fallbackDate: '2020-01-01' },
    '2024-06-20',
  ],
  ['then the fallback', `${head}They met.`, { fallbackDate: '2024-06-20' }, '2024-06-20'],
  ['else none', `${head}They met.`, {}, null],
  ['a dateline without a year needs another source', `${head}MOSCOW, June 19 (AP) - They met.`, {}, null],
  [
    'its year is the nearest',
    `${head}MOSCOW, Dec 31 (AP) - They met.`,
    { fallbackDate: '2024-01-02' },
    '2023-12-31',
  ],
  ['a date in a sentence is not the article’s', `${head}On 20 June 2024 they met in Hanoi.`, {}, null],
];
describe('the order of sources', () => {
  it.each(orders)('%s', (_, text, options, date) =>
    expect(readText(text, options).document!.published).toBe(date),
  );

  it('says what it cannot read', () => {
    expect(readText('They met.', { published: 'yesterday' }).problems.map(({ code }) => code)).toEqual([
      'bad-date',
    ]);
  });
});

const link = ['https://example.org/2023/03/14/story'];
const linked: readonly (readonly [string, string | null])[] = [
  // 14 March 2023 is a Tuesday.
  ['The minister resigned on Tuesday.', '2023-03-14'],
  [
    'The minister resigned on Tuesday. Protesters gathered on Wednesday, and talks will begin on Friday.',
    '2023-03-15',
  ],
  ['Talks will begin on Friday.', null],
  ['The minister resigned.', null],
  // On no day from Tuesday to Saturday are all three recent.
  ['They met on Sunday, they met on Wednesday and they met on Friday.', null],
];
describe('a linked page and the weekdays', () => {
  it.each(linked)('%s -> %s', (text, date) => expect(dateFromLinks(link, text)).toBe(date));
  it('need a dated link', () =>
    expect(dateFromLinks(['https://example.org/story'], 'They met on Monday.')).toBeNull());
});

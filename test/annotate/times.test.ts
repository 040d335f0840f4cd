import { describe, expect, it } from 'vitest';
import { annotateText } from './open-model.ts';
import nothing from './times-none.json' with { type: 'json' };

// Published on a Wednesday.
const published = '2024-06-19';

async function timesOf(text: string, date: string | null) {
  const { times } = await annotateText(text, date);
  return times.map((time) => [time.text, time.from, time.to]);
}

describe('days of the week', () => {
  it.each([
    ['Putin arrived in Pyongyang on Wednesday.', 'on Wednesday', '2024-06-19', '2024-06-19'],
    ['Putin arrived in Hanoi on Thursday.', 'on Thursday', '2024-06-13', '2024-06-13'],
    ['Putin will visit Hanoi on Thursday.', 'on Thursday', '2024-06-20', '2024-06-20'],
    ['Putin will visit Hanoi on Friday and Saturday.', 'on Friday and Saturday', '2024-06-21', '2024-06-22'],
    ['The ministers met on Monday and Friday.', 'on Monday and Friday', null, null],
    ['The talks will run from Monday to Wednesday.', 'from Monday to Wednesday', '2024-06-24', '2024-06-26'],
    ["The strikes came ahead of Friday's vote.", 'ahead of Friday', '2024-06-21', '2024-06-21'],
    ["Monday's attack killed ten soldiers.", 'Monday', '2024-06-17', '2024-06-17'],
    ['He is due to meet Xi on Sunday.', 'on Sunday', '2024-06-23', '2024-06-23'],
    ['Putin plans to visit Hanoi on Thursday.', 'on Thursday', '2024-06-20', '2024-06-20'],
    ['He said he would travel to Ankara on Friday.', 'on Friday', '2024-06-21', '2024-06-21'],
    ['He held talks late on Tuesday.', 'late on Tuesday', '2024-06-18', '2024-06-18'],
    ['He signed it last Friday.', 'last Friday', '2024-06-14', '2024-06-14'],
    ['They will meet next Tuesday.', 'next Tuesday', '2024-06-25', '2024-06-25'],
    ['The army has been there since Monday.', 'since Monday', '2024-06-17', '2024-06-19'],
    ['They fought over the weekend.', 'over the weekend', '2024-06-15', '2024-06-16'],
    ['They will meet at the weekend.', 'at the weekend', '2024-06-22', '2024-06-23'],
  ])('%s', async (text, mention, from, to) => {
    expect(await timesOf(text, published)).toEqual([[mention, from, to]]);
  });
});

describe('days of the calendar', () => {
  it.each([
    ['The deal was signed on June 12.', 'on June 12', '2024-06-12', '2024-06-12'],
    ['The deal was signed on 12 June 2023.', 'on 12 June 2023', '2023-06-12', '2023-06-12'],
    ['The deal was signed on December 12.', 'on December 12', '2023-12-12', '2023-12-12'],
    ['The summit will take place on July 9-11 in Washington.', 'on July 9-11', '2024-07-09', '2024-07-11'],
    [
      'Iran fired missiles between April 13 and April 14, 2024.',
      'between April 13 and April 14, 2024',
      '2024-04-13',
      '2024-04-14',
    ],
    ['They will meet on the 25th.', 'on the 25th', '2024-06-25', '2024-06-25'],
    ['They met on the 12th.', 'on the 12th', '2024-06-12', '2024-06-12'],
    ['In March he visited Tehran.', 'In March', '2024-03-01', '2024-03-31'],
    ['The vote is expected in September.', 'in September', '2024-09-01', '2024-09-30'],
    ['He was elected in 2014.', 'in 2014', '2014-01-01', '2014-12-31'],
    ['Sanctions have been in force since 2006.', 'since 2006', '2006-01-01', '2024-06-19'],
    ['The 2015 nuclear deal collapsed.', 'The 2015', '2015-01-01', '2015-12-31'],
    ['The treaty lapsed in the 1990s.', 'in the 1990s', '1990-01-01', '1999-12-31'],
  ])('%s', async (text, mention, from, to) => {
    expect(await timesOf(text, published)).toEqual([[mention, from, to]]);
  });
});

describe('times counted from publication', () => {
  it.each([
    ['They met yesterday.', 'yesterday', '2024-06-18', '2024-06-18'],
    ['He left two days ago.', 'two days ago', '2024-06-17', '2024-06-17'],
    ['The war began three years ago.', 'three years ago', '2021-01-01', '2021-12-31'],
    ['He left several weeks ago.', 'several weeks ago', null, null],
    ['They met last week.', 'last week', '2024-06-10', '2024-06-16'],
    ['They met this week.', 'this week', '2024-06-17', '2024-06-19'],
    ['They will meet this week.', 'this week', '2024-06-19', '2024-06-23'],
    ['They will meet next month.', 'next month', '2024-07-01', '2024-07-31'],
    ['The two signed a pact earlier this year.', 'earlier this year', '2024-01-01', '2024-06-19'],
    ['Last night drones hit the port.', 'Last night', '2024-06-18', '2024-06-18'],
    ['Troops will leave in two weeks.', 'in two weeks', '2024-07-01', '2024-07-07'],
    ['In the past two weeks, ten ships were attacked.', 'In the past two weeks', '2024-06-05', '2024-06-19'],
  ])('%s', async (text, mention, from, to) => {
    expect(await timesOf(text, published)).toEqual([[mention, from, to]]);
  });
});

describe('without a date of publication', () => {
  it.each([
    ['He arrived on Wednesday.', 'on Wednesday', null, null],
    ['He arrived two days ago.', 'two days ago', null, null],
    ['He arrived on June 12.', 'on June 12', null, null],
    ['He arrived on 19 June 2024.', 'on 19 June 2024', '2024-06-19', '2024-06-19'],
    ['He has been there since 2006.', 'since 2006', '2006-01-01', null],
  ])('%s', async (text, mention, from, to) => {
    expect(await timesOf(text, null)).toEqual([[mention, from, to]]);
  });
});

describe('no time at all', () => {
  it.each(nothing)('%s', async (text) => {
    expect(await timesOf(text, published)).toEqual([]);
  });
});

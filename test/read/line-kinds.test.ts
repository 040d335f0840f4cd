// What single lines are by their own words; the negatives are what real paragraphs look like.
import { describe, expect, it } from 'vitest';
import { readHtml, readText } from '../../src/read/index.ts';
import { findDateline } from '../../src/read/lines/dateline.ts';
import { kindAlone } from '../../src/read/lines/kind-alone.ts';
import { ownPhrases } from '../../src/read/lines/phrases.ts';

const cases: readonly (readonly [string, string | null])[] = [
  ["Russia's Vladimir Putin (L) and China's Xi Jinping (R) shake hands in Beijing", 'caption'],
  ['Volodymyr Zelensky speaks at the Verkhovna Rada in Kyiv. (AFP)', 'caption'],
  ['Smoke rises over Gaza City on Monday [Mohammed Example/Al Jazeera]', 'caption'],
  ['FILE PHOTO: A tanker in the Strait of Hormuz. REUTERS/Jane Doe/File Photo', 'caption'],
  ['Image source, Getty Images', 'caption'],
  ['Photograph: Jane Doe/AFP/Getty Images', 'caption'],
  ['Getty Images', 'caption'],
  ['Senator Lindsey Graham (R) said that he would block the treaty.', null],
  ['The minister said that the troops would leave by June. (Reuters)', null],
  ['By Jane Doe and John Roe', 'byline'],
  ['By JANE DOE, Associated Press', 'byline'],
  ['Jane Doe in Moscow', 'byline'],
  ['Jane Doe, Diplomatic Correspondent', 'byline'],
  ['(Reporting by Jane Doe in Kyiv; Editing by John Roe)', 'byline'],
  ['Jane Doe contributed to this report', 'byline'],
  ['By Monday the army had taken the town of Avdiivka.', null],
  ['By sending tanks Germany has crossed a line', null],
  ['Published 20 June 2024', 'dateline'],
  ['June 20, 2024 3:05 PM EDT', 'dateline'],
  ['Last updated on Thursday, 20 Jun 2024 10:15 GMT', 'dateline'],
  ['2024-06-20', 'dateline'],
  ['On 20 June 2024 the two presidents met in Hanoi.', null],
  ['READ MORE HERE: https://example.org/2024/06/20/x', 'link'],
  ['Read more: Why Finland joined', 'link'],
  ['Share on Facebook', 'link'],
  ['Facebook Twitter WhatsApp', 'link'],
  ['https://example.org/a', 'link'],
  ['Follow us on Telegram', 'link'],
  ['Share prices fell after the sanctions were announced.', null],
  ['See also the annex, the minister told reporters, which lists the towns.', 'link'],
  ['We use cookies to improve your experience.', 'boilerplate'],
  ['Sign up for our newsletter', 'boilerplate'],
  ['ADVERTISEMENT', 'boilerplate'],
  ['© 2024 Example. All rights reserved.', 'boilerplate'],
  ['This article was originally published by The Conversation.', 'boilerplate'],
  ['Story continues below advertisement', 'boilerplate'],
  ['The states that subscribe to the treaty met in Geneva.', null],
  ['News of the ceasefire reached the town in the evening.', null],
  ['World leaders condemned the attack.', null],
];

describe('a line alone', () => {
  it.each(cases)('%s is %s', (text, kind) => {
    expect(kindAlone(text, 3, ownPhrases())).toBe(kind);
  });
});

const datelines: readonly (readonly [string, string | null])[] = [
  ['MOSCOW, June 19 (Reuters) - Russia said', 'MOSCOW, June 19 (Reuters) -'],
  ['KYIV, Ukraine (AP) — Russian missiles hit', 'KYIV, Ukraine (AP) —'],
  ['Washington (CNN) -- The president', 'Washington (CNN) --'],
  ['SEOUL, June 20 (Yonhap) -- South Korea', 'SEOUL, June 20 (Yonhap) --'],
  ['UNITED NATIONS — The Security Council', 'UNITED NATIONS —'],
  ['DOHA/JERUSALEM, Nov 27, 2023 (Casus) - Israel', 'DOHA/JERUSALEM, Nov 27, 2023 (Casus) -'],
  ['Brussels, 20 June 2024 – The European Union', 'Brussels, 20 June 2024 –'],
  ['(Reuters) - Ukraine said', '(Reuters) -'],
  ['NATO — which has 32 members — said', null],
  ['BREAKING: Russia attacks', null],
  ['TRUMP: We will leave the pact.', null],
  ['POLLS NOT WRONG, JUST TOO EARLY - The polls', null],
  ['The minister — who resigned — said', null],
  ['Putin — the president of Russia — arrived', null],
  ['In Moscow, on June 19 - a Wednesday - they met', null],
];

describe('the dateline of a paragraph', () => {
  it.each(datelines)('%s', (text, dateline) => {
    expect(findDateline(text, true)).toBe(dateline);
  });
});

describe('links to other stories', () => {
  const kinds = (text: string) => readText(text).document!.blocks.map(({ kind }) => kind);
  const story =
    'North Korea fired a missile on Monday, officials in Seoul said. The army called it a grave threat.';
  const next = 'Seoul said on Tuesday that it would answer with exercises of its own.';

  it('end before the next part of the article, whose heading is much shorter than they are', () => {
    const text = `${story}\n\nRelated stories\n\nKim visits a shipyard in the east of the country\n\nPutin sends a letter of thanks to Pyongyang\n\nSouth Korea responds\n\n${next}`;
    expect(kinds(text)).toEqual(['paragraph', 'boilerplate', 'link', 'link', 'headline', 'paragraph']);
  });

  it('go on to the last of them where none is much shorter', () => {
    const text = `${story}\n\nRelated stories\n\nKim visits a shipyard\n\nPutin thanks Pyongyang\n\nChina calls for calm\n\n${next}`;
    expect(kinds(text)).toEqual(['paragraph', 'boilerplate', 'link', 'link', 'link', 'paragraph']);
  });

  it('end at a heading of the page where they are none', () => {
    const html = `<article><p>${story}</p><p>Related</p><ul><li><a href="/1">Kim visits a shipyard</a></li></ul><h3>South Korea responds to the launch</h3><p>${next}</p></article>`;
    const { blocks, text } = readHtml(html).document!;
    expect(
      blocks.filter(({ kind }) => kind === 'headline').map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['South Korea responds to the launch']);
  });
});

// Recognises the place and date that head a wire story ("KYIV, June 19 (Reuters) -") and lines that hold only a date.
import { agency } from './agencies.ts';

const month =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const day = `(?:${month} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? ${month})(?:,? \\d{4})?`;
const capitals = "\\p{Lu}[\\p{Lu}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}.'’-]*){0,4}";
/** Without an agency or a date beside it only a short place is believed: "NEWPORT NEWS, Va. -". */
const shortCapitals = capitals.replace('{0,4}', '{0,2}');
const region = '(?:\\p{Lu}\\p{Ll}[\\p{L}.]*(?: \\p{Lu}\\p{Ll}+)*|(?:\\p{Lu}\\.){2,}|\\p{Lu}{2})';
const words = "\\p{Lu}[\\p{L}.'’-]+(?: (?:of|de|al|el|\\p{Lu}[\\p{L}.'’-]*)){0,4}";
const place = `(?:${capitals}|${words})(?:[,/] ?${words}){0,2}`;
const signed = `(?: ?[(/]${agency}[^)/]{0,30}[)/])`;
/** Any outlet signs after a place in capitals: "SEOUL (Hankook Times) -". */
const outlet = `(?: ?[(/]\\p{Lu}[^()/]{1,30}[)/])`;
const dash = '\\s*(?:--|[-–—:]|\\.(?= ))\\s+';

/** Surest first; the flagged one is allowed near the top only, since "NATO - which" looks like it. */
const heads: readonly { readonly shape: RegExp; readonly anywhere: boolean }[] = [
  { shape: new RegExp(`^${place},? ?(?:${day})?\\.?,?${signed}\\.?${dash}`, 'u'), anywhere: true },
  {
    shape: new RegExp(`^${capitals}(?:[,/] ?${words}){0,2},? ?(?:${day})?\\.?,?${outlet}\\.?${dash}`, 'u'),
    anywhere: true,
  },
  { shape: new RegExp(`^${place},? \\(?${day}\\)?${dash}`, 'u'), anywhere: true },
  { shape: new RegExp(`^\\(${agency}\\)\\s*(?:--|[-–—])\\s+`, 'u'), anywhere: true },
  {
    shape: new RegExp(`^${shortCapitals}(?:, ${region})?\\s*(?:--|[–—]| -)\\s+(?=["“‘]?\\p{Lu})`, 'u'),
    anywhere: false,
  },
];
const notPlaces =
  /^(?:BREAKING|UPDATE\w*|EXCLUSIVE|WATCH|OPINION|ANALYSIS|EXPLAINER|FACTBOX|TIMELINE|NATO|LIVE|VIDEO|PHOTOS?|READ|NOTE|URGENT|CORRECTED|FILE)\b/;

/** The dateline at the head of a paragraph without the dash's trailing space, or null. */
export function findDateline(text: string, early: boolean): string | null {
  const head = text.slice(0, 140);
  if (notPlaces.test(head)) return null;
  for (const { shape, anywhere } of heads) {
    if (!anywhere && !early) continue;
    const found = shape.exec(head)?.[0].trimEnd();
    if (found !== undefined && found.length < text.length && /\p{L}{3}/u.test(found)) return found;
  }
  return null;
}

const clock =
  '(?:,? ?(?:at |[-–—|•·] ?)?\\d{1,2}[:.]\\d{2}(?::\\d{2})? ?(?:[ap]\\.?m\\.?)?(?: ?\\(?[A-Z]{2,5}\\)?(?:[+-]\\d{1,2})?)?)';
const anyDay = `(?:(?:${weekday},? )?${day}|\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+Z?)?|\\d{1,2}[./]\\d{1,2}[./]\\d{4})`;
const stamp =
  '(?:(?:first |last )?(?:published|updated|posted|modified|issued)(?: (?:on|at))?|date|last updated?)';
const dateLine = new RegExp(
  `^(?:(?:${stamp}:?\\s*)?(?:\\d{1,2}[:.]\\d{2}(?: ?[A-Z]{2,4})?,? )?${anyDay}${clock}?\\s*[-–—|•·/,;(]*\\s*)+(?:\\d+ min(?:ute)?s?(?: read)?)?\\)?\\.?$`,
  'i',
);

/** A line of nothing but the date it was published or updated: "Published 20 June 2024, 10:15 GMT". */
export function isDateLine(text: string): boolean {
  return text.length <= 120 && /\d/.test(text) && dateLine.test(text);
}

// Recognises the place and date that head a wire story ("KYIV, June 19 (Reuters) -") and lines that hold only a date.
import { agency } from './agencies.ts';

const month =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|Jun(?:e|\\.)?|Jul(?:y|\\.)?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
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
/** "YEREVAN, Armenia (AP) —" on a line of its own. */
const aloneHeads = new RegExp(
  `^${capitals}(?:[,/] ?${words})?,? ?(?:${day})?\\.?,?(?:${signed}|${outlet})\\s*(?:--|[-–—])$`,
  'u',
);
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
  '(?:,? ?(?:at |[-–—|•·/] ?)?\\d{1,2}[:.]\\d{2}(?::\\d{2})? ?(?:[ap]\\.?m\\.?)?(?: ?\\(?[A-Z]{2,5}\\)?(?:[+-]\\d{1,2})?)?)';
const anyDay = `(?:(?:${weekday},? )?(?:the )?${day}|\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+Z?)?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4})`;
const stamp =
  '(?:(?:first |last |originally )?(?:published|updated|posted|modified|issued|uploaded|released)(?: (?:on|at))?|date|last updated?)';
const dateLine = new RegExp(
  `^(?:(?:${stamp}\\s?:?\\s*)?(?:\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: ?[A-Z]{2,5})?\\s*[,–—|-]?\\s+)?${anyDay}${clock}?\\s*[-–—|•·/,;(]*\\s*)+(?:\\d+ min(?:ute)?s?(?: read)?)?\\)?\\.?$`,
  'i',
);
/** "Suva, 3 March 2024", "New Delhi | Updated: October 26, 2024 08:14 IST". */
const placedDate = new RegExp(
  `^${words}(?:,? ${words})?\\s*[,|•·–—-]\\s*(?:${stamp}:?\\s*)?${anyDay}${clock}?\\.?$`,
  'iu',
);
/** The clock of a live blog's entry: "14:05 BST", "13.48 CEST", "12:30pm", "3h ago", "Updated at 15.02 BST". */
const hour = '(?:[01]?\\d|2[0-3])';
const clockLine = new RegExp(
  `^(?:${stamp}:?\\s*)?(?:(?:${weekday}|today|yesterday),? (?:at )?)?(?:${hour}[:.h][0-5]\\d(?::[0-5]\\d)?|${hour}(?= ?[ap]\\.?m))\\s?(?:[ap]\\.?m\\.?)?(?: ?\\(?(?:[A-Z]{2,5}|local time)(?: ?[+-]\\d{1,2}(?::\\d{2})?)?\\)?)?\\.?$`,
  'i',
);
const agoLine = new RegExp(
  `^(?:${stamp}:?\\s*)?(?:about |an? |\\d+ ?)(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?) ago\\.?$`,
  'i',
);
const justNow = new RegExp(`^(?:${stamp}:?\\s*)?(?:just now|moments ago|yesterday|today)$`, 'i');
const reportingFrom = /^reporting from \p{Lu}[\p{L}.'’ -]{1,40}$/iu;

/** A dateline whose text begins on the next line. */
export function isDatelineAlone(text: string): boolean {
  return text.length <= 120 && aloneHeads.test(text);
}

/** A line of nothing but the date or hour it was published or updated: "Published 20 June 2024, 10:15 GMT". */
export function isDateLine(text: string): boolean {
  if (text.length > 120) return false;
  if (justNow.test(text) || agoLine.test(text) || reportingFrom.test(text)) return true;
  return /\d/.test(text) && (dateLine.test(text) || clockLine.test(text) || placedDate.test(text));
}

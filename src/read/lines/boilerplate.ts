// Recognises what a page says about itself: cookies, newsletters, copyright, advertisements, navigation, contacts.
import type { Phrases } from './phrases.ts';
import { wordCount } from './shape.ts';

const contact =
  /[\w.+-]+@[\w-]+\.[\w.]+|(?:\+\d{1,3}[ ()-]|\(0\d+\)\s?|\b(?:tel|phone|fax|mob)\.?:? ?\+?)[\d ()/.-]{5,}/i;
/** "SC/15876", "A/RES/78/1", "PR-2024-11": a reference number alone. */
const reference = /^(?=.*\d)(?=.*\p{Lu})[\p{Lu}\d]{1,8}(?:[/.–-][\p{Lu}\d.()]{1,10})+$/u;

export function isBoilerplate(text: string, phrases: Phrases): boolean {
  if (text.length > 700) return false;
  const { whole, starts, anywhere } = phrases.boilerplate;
  if (text.length <= 220 && whole.test(text)) return true;
  if (starts.test(text) || (text.length <= 400 && anywhere.test(text))) return true;
  if (text.length <= 160 && contact.test(text) && wordCount(text) <= 14) return true;
  return reference.test(text) || isTableRow(text);
}

/** "Germany | 12 | 6": cells between bars, none of them a sentence. Two cells may be a place and a date, or a title. */
function isTableRow(text: string): boolean {
  const cells = text.split(/\s*[|\t]\s*/).filter((cell) => cell !== '');
  if (cells.length < 3) return false;
  return cells.every((cell) => cell.length <= 40 && !/[.!?]["”]?$/.test(cell));
}

/** A heading over links to other stories; the headline-like lines after it are links, not text. */
export function isRelatedHeading(text: string, phrases: Phrases): boolean {
  return text.length <= 60 && phrases.related.test(text);
}

// Recognises lines that belong to a picture: captions and credits. "Putin (L) and Kim (R) shaking hands. (AFP)"
import { agency } from './agencies.ts';
import { endsSentence, personName, reportsSpeech, wordCount } from './shape.ts';

const label =
  /^(?:(?:file )?(?:photo|image|picture|photograph)s?(?: (?:source|caption|credit|by|courtesy(?: of)?))?|pictured|caption|media caption|credit)\s*[:,|–—]/i;
const fileLabel = /^file(?: photo| image| picture)?\s*(?:[:–—]|- )/i;
const photographer =
  /(?:REUTERS|AFP|AP Photo|AP|EPA(?:-EFE)?|Getty Images|NurPhoto|Anadolu)\/(?=\p{Lu})|\/(?:File Photo|Handout|Pool|AFP|Reuters|AP|EPA|Getty Images|AFP via Getty Images)\b|\bvia (?:REUTERS|Reuters|AP|Getty Images|AFP)(?=[)\].]|$)|\b(?:Photo|Photograph|Picture) by \p{Lu}/u;
const endCredit = new RegExp(
  `[([](?:(?:photo|image|picture|file|source|credit)[:,]? ?)*(?:[^()[\\]]{0,60}(?:\\/ ?| via ))?${agency}(?:[ /,|-][^()[\\]]{0,60})?[)\\]]\\.?$`,
  'i',
);
/** "... in Accra. Credit: Kofi Example", "... PHOTO | CYRIL EXAMPLE | NMG". */
const namedCredit = new RegExp(
  `(?:^|[.\\s([])(?:[Pp]hoto(?:graph)?|PHOTO|[Cc]redit|CREDIT|[Ii]mage|IMAGE|[Pp]icture)s?(?: [Cc]redit| by)?\\s*[:|]\\s*(?:${personName}|\\p{Lu}[\\p{L}.&'’-]+)(?:\\s*[|/,]\\s*[\\p{L}.&'’ -]{2,40})*[)\\]]?\\.?$`,
  'u',
);
const copyrightCredit = new RegExp(`^©.{0,120}\\/\\s?${agency}$`);
/** "Ethiopia's Abiy Ahmed, left, and Somalia's president, right". */
const sideWords =
  /,? (?:\(?(?:left|right|cent(?:er|re))\)?),? (?:and|with|shakes?|meets?|greets?|speaks?|walks?|stands?|after|during|at)\b/;
const sides = /\((?:\d(?:nd|rd|th) )?(?:L|R|C|[Ll]eft|[Rr]ight|[Cc]ent(?:er|re)|front|back)\)/g;
const creditAlone = new RegExp(
  `^[(\\[]?(?:(?:Photo|Image|Source|Credit)s?:? )?${agency}(?: ?[/|] ?(?:${agency}|\\p{Lu}\\w+))*[)\\]]?\\.?$`,
);
/** "This photo provided by KCNA shows a launch". */
const shows =
  /^(?:(?:in )?this|an?|in an?) (?:undated |handout |file |combination |combo |satellite |aerial |screen ?)?(?:photo(?:graph)?|image|picture|frame|screengrab|screenshot|handout)\b.{0,80}\b(?:shows?|released|provided|taken|made available|from video)\b/i;
const stock = /\b(?:stock (?:image|photo)|file (?:image|photo|picture)|library (?:image|picture))[.)\]]?$/i;
/** "UN Photo/Manuel Example The Council meets". */
const photoSlash = /^\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3} (?:Photo|Images?)\s?\/\s?\p{Lu}/u;
const signedAtEnd = new RegExp(`\\.\\s${agency}$`);
const posed =
  /\b(?:shak(?:ing|es?) hands|poses?|posing|attends?|attending|looks? on|looking on|waves?|waving|greets?|walks?|walking|arrives?|stands?|standing|speaks|gestures|holds?|is seen|are seen|pictured)\b/i;

export function isCaption(text: string, early: boolean): boolean {
  if (text.length > 500) return false;
  if (shows.test(text) || stock.test(text) || photoSlash.test(text)) return true;
  // Under the title: "... receives the emir in Abu Dhabi. WAM"; a whole story may be signed like that at its end.
  if (early && text.length <= 300 && signedAtEnd.test(text) && !reportsSpeech(text)) return true;
  if (label.test(text) || fileLabel.test(text)) return true;
  if (creditAlone.test(text) || copyrightCredit.test(text)) return true;
  if (text.length <= 300 && namedCredit.test(text)) return true;
  if (!endsSentence(text) && sideWords.test(text) && !reportsSpeech(text)) return true;
  if (photographer.test(text)) return !reportsSpeech(text) || wordCount(text) < 60;
  // A wire story may close with "... he said. (Reuters)": that is a paragraph.
  if (endCredit.test(text)) return !reportsSpeech(text) && text.length <= 400;
  const placed = text.match(sides)?.length ?? 0;
  // "Senator Graham (R) said" is a party, not a side: one mark alone needs a pose or a missing full stop.
  return placed >= 2 || (placed === 1 && !reportsSpeech(text) && (!endsSentence(text) || posed.test(text)));
}

// Recognises lines that say who wrote: "By Jane Doe", "Jane Doe in Moscow", "(Reporting by ...; Editing by ...)".
import { agency } from './agencies.ts';
import { personName, wordCount } from './shape.ts';

const names = `${personName}(?:(?:,| and| &| with|, and) ${personName})*`;
const by = new RegExp(
  `^(?:[Bb]y|BY|(?:Written|Reported|Posted|Published|Interview(?:ed)?|Analysis|Comment|Opinion|Translated|Story|Text|Words)(?: &| and)? ?(?:[Ww]ords)? ?by|From|Authors?|Editors?|Reporters?)[: ]\\s?(?:our |the )?(?:${names}|${agency}|\\p{L}+ (?:[Ss]taff|[Dd]esk|[Cc]orrespondents?))(?:(?:[ ,|/–—-]+| on | in ).{0,80})?$`,
  'u',
);
const nameAlone = new RegExp(`^${names}$`, 'u');
const nameInPlace = new RegExp(
  `^${names},? in \\p{Lu}[\\p{L}.'’ -]{2,40}(?:(?:,| and) \\p{Lu}[\\p{L}.'’ -]{2,40})*$`,
  'u',
);
const nameAndOffice = new RegExp(
  `^${names}(?:,| [|–—-]) (?:[\\p{L} ]{0,40}(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Aa]nalyst|[Cc]olumnist|[Bb]ureau [Cc]hief)s?.{0,30}|${agency})$`,
  'u',
);
const reporting =
  /^[([]?(?:additional |further )?(?:reporting|writing|editing|compiled|translation|production|this (?:article|story|report) was (?:written|reported|compiled))(?: and (?:writing|editing))? by\b/i;
/** Agencies and desks sign with initials: "jlg/ks", "jx/wd (AP, dpa, Reuters)". */
const initials = /^\p{Ll}{1,4}\/\p{Ll}{1,4}(?:\/\p{Ll}{1,4})?(?: \([^()]{2,60}\))?$/u;
/** "Maria Example | Staff Writer", "Baqir Example | AFP", "MATTHEW EXAMPLE, DEPARTMENT SPOKESPERSON". */
const nameAndPost = new RegExp(
  `^${names}\\s*[|•·]\\s*(?:${agency}|[\\p{L}&'’ -]{3,40})$|^\\p{Lu}[\\p{Lu}.'’-]+(?: \\p{Lu}[\\p{Lu}.'’-]*){1,3}, (?:\\p{Lu}[\\p{Lu}.'’-]+ ?){1,5}$`,
  'u',
);
/** "Wesley Example with AFP, Reuters". */
const nameWithAgencies = new RegExp(
  `^${names},? (?:with|and) ${agency}(?:(?:,| and|, and) ${agency})*$`,
  'u',
);
/** "(FR24 with Reuters and AFP)", "(Reuters, AP)". */
const agenciesInBrackets = new RegExp(
  `^[([](?:[\\p{L}\\d.' ]{1,30} (?:with|and|from) )?${agency}(?:(?:,| and|, and|/) ?${agency})+[)\\]]\\.?$`,
  'u',
);
/** "By: FR24": an outlet in one word. */
const byOutlet = /^By:? \p{Lu}[\p{L}\d.&]{1,20}$/u;
const contributed = /\bcontributed (?:to (?:this|the) (?:report|article|story)|reporting)\b/i;
const desk = new RegExp(
  `^(?:${agency}|Agencies|News [Aa]gencies|(?:Our |Special |Staff )?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent)s?|News [Dd]esk|Web [Dd]esk|Staff and agencies|Guardian staff)(?:(?: and|,| in| with| \\||/) .{1,40})?$`,
);
/** "Editor: huaxia", "Source: EURACTIV": a label and one or two words. */
const labelled =
  /^(?:sources?|editors?|authors?|reporters?|writers?|web editor|editing)\s*[:|]\s*[\p{L}\p{N}.&'’-]+(?: [\p{L}\p{N}.&'’-]+){0,3}$/iu;
/** "Balkans correspondent", "Senior political editor": who writes, without the name. */
const officeAlone =
  /^(?:[\p{L}&'’-]+ ){0,4}(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Cc]olumnist|[Bb]ureau [Cc]hief)(?: in \p{Lu}[\p{L} ]{2,30}| for .{2,30})?$/u;
/** "Kofi Example is a journalist based in Accra." */
const biography = new RegExp(
  `^${personName} (?:is|was) (?:an?|the|our) (?:[\\p{L}’'-]+ ){0,5}(?:journalist|correspondent|reporter|fellow|researcher|columnist|writer|author|lecturer|contributor|photographer|candidate|student|professor|expert|advis[eo]r|director|associate|specialist|editor)\\b`,
  'u',
);
const address = /^(?:[\w.+-]+@[\w-]+\.[\w.]+|@\w{2,30}|Follow .{2,40} on (?:Twitter|X))$/i;

/** A line on who the author is. Only its place tells it from the text: below the title, or after the end. */
export function isBiography(text: string): boolean {
  return text.length <= 500 && biography.test(text);
}

/** A person's name and nothing else; among other lines about the author it is the author's. */
export function isNameAlone(text: string): boolean {
  return nameAlone.test(text) && wordCount(text) <= (/ and | & /.test(text) ? 8 : 4);
}

/** `early`: the line stands near the top, where "Jane Doe in Moscow" is a byline rather than a subheading. */
export function isByline(text: string, early: boolean): boolean {
  if (text.length > 400) return false;
  if (reporting.test(text)) return true;
  if (text.length > 200) return false;
  if (agenciesInBrackets.test(text)) return true;
  if (contributed.test(text) && text.length < 160) return true;
  if (/[.!?]["”)]?$/.test(text) && !/^[([]/.test(text) && !/\p{Lu}\.$/u.test(text)) return false;
  if (by.test(text) || address.test(text) || nameAndOffice.test(text)) return true;
  if (labelled.test(text) || initials.test(text)) return true;
  return (
    early &&
    (byOutlet.test(text) ||
      nameWithAgencies.test(text) ||
      nameAndPost.test(text) ||
      nameInPlace.test(text) ||
      desk.test(text) ||
      officeAlone.test(text))
  );
}

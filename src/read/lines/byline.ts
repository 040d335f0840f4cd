// Recognises lines that say who wrote: "By Jane Doe", "Jane Doe in Moscow", "(Reporting by ...; Editing by ...)".
import { agency } from './agencies.ts';
import { personName } from './shape.ts';

const names = `${personName}(?:(?:,| and| &| with|, and) ${personName})*`;
const by = new RegExp(
  `^(?:[Bb]y|BY|Written by|Reported by|Story by|Text by|From)[: ] ?(?:our |the )?(?:${names}|${agency}|\\p{L}+ (?:[Ss]taff|[Dd]esk|[Cc]orrespondents?))(?:[ ,|/–—-]+.{0,80})?$`,
  'u',
);
const nameInPlace = new RegExp(
  `^${names},? in \\p{Lu}[\\p{L}.'’ -]{2,40}(?:(?:,| and) \\p{Lu}[\\p{L}.'’ -]{2,40})*$`,
  'u',
);
const nameAndOffice = new RegExp(
  `^${names}(?:,| [|–—-]) (?:[\\p{L} ]{0,40}(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Aa]nalyst|[Cc]olumnist|[Bb]ureau [Cc]hief)s?.{0,30}|${agency})$`,
  'u',
);
const reporting =
  /^[([]?(?:additional |further )?(?:reporting|writing|editing|compiled|translation|production)(?: and (?:writing|editing))? by\b/i;
const contributed = /\bcontributed (?:to (?:this|the) (?:report|article|story)|reporting)\b/i;
const desk = new RegExp(
  `^(?:${agency}|Agencies|News [Aa]gencies|(?:Our |Special |Staff )?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent)s?|News [Dd]esk|Web [Dd]esk|Staff and agencies|Guardian staff)(?:(?: and|,| in| with| \\||/) .{1,40})?$`,
);
const address = /^(?:[\w.+-]+@[\w-]+\.[\w.]+|@\w{2,30}|Follow .{2,40} on (?:Twitter|X))$/i;

/** `early`: the line stands near the top, where "Jane Doe in Moscow" is a byline rather than a subheading. */
export function isByline(text: string, early: boolean): boolean {
  if (text.length > 400) return false;
  if (reporting.test(text)) return true;
  if (text.length > 200) return false;
  if (contributed.test(text) && text.length < 160) return true;
  if (/[.!?]["”)]?$/.test(text) && !/^[([]/.test(text) && !/\p{Lu}\.$/u.test(text)) return false;
  if (by.test(text) || address.test(text) || nameAndOffice.test(text)) return true;
  return early && (nameInPlace.test(text) || desk.test(text));
}

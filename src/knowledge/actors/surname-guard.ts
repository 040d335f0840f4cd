// Decides from the words around it whether a bare surname can be the known person's: "President Scott" may be, "Keith
// Lamont Scott" and "Mark Twain" are somebody else.
import { isDoubtfulLine } from './line-style.ts';
import { nameKey } from './name-key.ts';
import type { Actor, ActorData, NameRow } from './types.ts';

export type SurnameGuard = (
  actors: readonly Actor[],
  words: readonly string[],
  at: number,
  end: number,
) => Actor[];

const dayOrMonth =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?$/;

export function surnameGuard(data: ActorData, rows: ReadonlyMap<string, readonly NameRow[]>): SurnameGuard {
  // Made at the first surname, so that commands which read no text do not pay for it.
  let tables: { given: ReadonlySet<string>; titles: ReadonlySet<string> } | null = null;
  const readTables = () => {
    tables ??= {
      given: givenNames(data),
      titles: new Set([...data.titles, ...data.agents.map(({ head }) => head)].map(nameKey)),
    };
    return tables;
  };
  const isTitle = (word: string): boolean => {
    const key = nameKey(word);
    return (
      readTables().titles.has(key) || (rows.get(key)?.some(([, , , form]) => form !== 'surname') ?? false)
    );
  };

  return (actors, words, at, end) => {
    if (actors.every(({ form }) => form !== 'surname')) return [...actors];
    const { given } = readTables();
    const others = actors.filter(({ form }) => form !== 'surname');
    const surname = words.slice(at, end).join(' ');
    const loose = isDoubtfulLine(words);
    // "Mark Twain": a surname that is also a given name, and a capitalised word after it.
    if (given.has(nameKey(surname)) && isCapitalised(words[end])) return others;
    // "the Law Society of Kenya", "the Bar Council": a surname that opens a longer name. "Abe Shinzo" is the bearer,
    // and news in English says "Biden Tuesday said". In title case ("Putin Meets Kim") the next word tells nothing.
    const next = words[end] ?? '';
    const plain = !loose && words.some((word) => /^\p{Ll}{4}/u.test(word));
    if (plain && /^\p{Lu}\p{Ll}/u.test(next) && !dayOrMonth.test(next)) {
      const key = nameKey(next);
      return [
        ...others,
        ...actors.filter(({ form, name }) => form === 'surname' && nameKey(name).split(' ').includes(key)),
      ];
    }
    let run = capitalisedBefore(words, at);
    while (run.length > 0 && isTitle(run[0]!)) run = run.slice(1);
    const first = run[0];
    if (first === undefined) return [...actors];
    const known = given.has(nameKey(first));
    const atStart = at === run.length || loose;
    if (atStart && !known) return run.length === 1 || loose ? [...actors] : others;
    const bearers = actors.filter(
      ({ form, name }) => form === 'surname' && nameKey(name).startsWith(`${nameKey(first)} `),
    );
    return [...others, ...bearers];
  };
}

/** Up to three capitalised words or initials that stand right before the surname. */
function capitalisedBefore(words: readonly string[], at: number): string[] {
  const run: string[] = [];
  for (let i = at - 1; i >= 0 && run.length < 3 && isCapitalised(words[i]); i--) run.unshift(words[i]!);
  return run;
}

function isCapitalised(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word);
}

/** First words of the full names of persons whose surname comes last. */
function givenNames(data: ActorData): ReadonlySet<string> {
  const surnames = new Map<number, Set<string>>();
  for (const [, key, number, form] of data.names) {
    if (form !== 'surname') continue;
    const known = surnames.get(number);
    if (known === undefined) surnames.set(number, new Set([key]));
    else known.add(key);
  }
  const given = new Set<string>();
  for (const [, key, number, form] of data.names) {
    if (form !== 'name' || data.entities[number]?.kind !== 'person') continue;
    const first = key.indexOf(' ');
    if (first > 0 && surnames.get(number)?.has(key.slice(key.lastIndexOf(' ') + 1)))
      given.add(key.slice(0, first));
  }
  return given;
}

// How a treaty's article is cited: its title, the day of signature, the article.
import type { Obligation, Treaty } from '../knowledge/treaties.ts';

/** "North Atlantic Treaty, 4 April 1949, Article 5". */
export function citeTreaty(treaty: Treaty, obligation: Pick<Obligation, 'article'> | null): string {
  return [treaty.cite ?? treaty.name, longDate(treaty.signed), obligation?.article]
    .filter(Boolean)
    .join(', ');
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

function longDate(date: string): string {
  const [year, month, day] = date.split('-');
  return [
    day === undefined ? null : String(Number(day)),
    month === undefined ? null : months[Number(month) - 1],
    year,
  ]
    .filter(Boolean)
    .join(' ');
}

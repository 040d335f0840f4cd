// Does a rule about these goods cover that good: wholly, in part, or not at all?
import type { ItemIndex } from '../knowledge/items.ts';
import type { Values } from '../knowledge/patterns.ts';

/**
 * `whole`: all that the category holds is covered, but for exceptions below it. `part`: some kinds of it are, or the
 * category is one that only names a quality. `none`: nothing is.
 */
export function coverItem(category: string, goods: Values, items: ItemIndex): 'whole' | 'part' | 'none' {
  const below = (ancestors: readonly string[]) => ancestors.some((ancestor) => items.isA(category, ancestor));
  if (goods.not.length > 0 && below(goods.not)) return 'none';
  if (goods.any.length === 0 || below(goods.any)) return 'whole';
  // "Drones" may be attack drones, and "high-precision weapons" missiles.
  const mayMean = [category, ...(items.categories.get(category)?.overlaps ?? [])].flatMap(items.below);
  const wider = mayMean.some(
    (kind) =>
      goods.any.some((good) => items.isA(kind, good)) && !goods.not.some((good) => items.isA(kind, good)),
  );
  return wider ? 'part' : 'none';
}

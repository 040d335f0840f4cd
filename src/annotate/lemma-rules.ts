// Lemmas of inflected words by rules over known lemmas: what the model cannot see in the spelling ("killed" is of "kill").
// The table is models/lemmas.json; its steps are those of models/README.md, and training/lemma_rules.py is the reference.
import { z } from 'zod';
import { irregularVerbs } from './irregular-verbs.ts';

const tableSchema = z.object({
  rules: z.object({
    tags: z.record(z.string(), z.tuple([z.string(), z.string()])),
    endings: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  }),
  exceptions: z.record(z.string(), z.record(z.string(), z.string())),
  known: z.record(z.string(), z.string()),
});

/** The lemma of a form with its XPOS, given the lemma that the model's edit script makes. */
export type FindLemma = (form: string, xpos: string, scripted: string) => string;

const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Prepares the finder from the parsed lemmas.json. */
export function buildLemmaRules(table: unknown): FindLemma {
  const { rules, exceptions, known } = tableSchema.parse(table);
  const exceptionsOf = new Map(
    Object.entries(exceptions).map(([tag, own]) => [tag, new Map(Object.entries(own))]),
  );
  const knownOf = new Map(Object.entries(known).map(([kind, words]) => [kind, new Set(words.split(' '))]));
  const endsOf = new Map([...knownOf].map(([kind, words]) => [kind, countEnds(words)]));
  const tags = new Map(Object.entries(rules.tags));

  const verbs = knownOf.get(tags.get('VBD')?.[1] ?? '') ?? new Set<string>();

  const byRules = (form: string, xpos: string): string | null => {
    if (xpos === 'CD' && grouped.test(form)) return form.replaceAll(',', '');
    const rule = tags.get(xpos);
    if (!rule) return null;
    const candidates = listCandidates(form, rules.endings[rule[0]] ?? []);
    const sure = candidates.find((one) => knownOf.get(rule[1])!.has(one));
    if (sure !== undefined) return sure;
    const ends = endsOf.get(rule[1])!;
    let best: string | null = null;
    let bestCount = 0;
    for (const one of candidates) {
      const count = ends.get(one.slice(-3)) ?? 0;
      if (count > bestCount) [best, bestCount] = [one, count];
    }
    return best;
  };

  return (form, xpos, scripted) => {
    const lower = form.toLowerCase();
    // "overran" is at times taken for a present; "ground" or "bound" may be one.
    const past = xpos === 'VBD' || xpos === 'VBN' || (/^VB[PZ]$/.test(xpos) && !verbs.has(lower));
    const irregular = past ? irregularVerbs.get(lower) : undefined;
    return (
      // Before the exceptions: a treebank's slip ("fled" of "flead") is among them.
      irregular ??
      exceptionsOf.get(xpos)?.get(lower) ??
      byRules(lower, xpos) ??
      (keepsCase(form, scripted) ? form : scripted)
    );
  };
}

/** What may stand before each ending; `*` undoubles a doubled consonant ("stopped", "stop"). */
function listCandidates(form: string, endings: readonly (readonly [string, string])[]): string[] {
  const found: string[] = [];
  for (const [ending, put] of endings) {
    if (!form.endsWith(ending) || form.length - ending.length < 2) continue;
    const stem = form.slice(0, form.length - ending.length);
    if (put !== '*') found.push(stem + put);
    else if (stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1));
  }
  return found;
}

function countEnds(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word.slice(-3), (counts.get(word.slice(-3)) ?? 0) + 1);
  return counts;
}

/** A scripted lemma that differs from a capitalised form in nothing but the case of some letters. */
function keepsCase(form: string, lemma: string): boolean {
  const first = form.slice(0, 1);
  const lower = lemma.toLowerCase();
  const capital = first !== first.toLowerCase();
  return capital && form !== form.toUpperCase() && lemma !== lower && lower === form.toLowerCase();
}

// Reads a user's own rules (watches): when this pattern occurs, tell me, and perhaps assume that. See docs/rules.md.
// Refuses unknown keys, malformed patterns and rules that would set each other off for ever.
import { z } from 'zod';
import { type Problem, ProblemError, problem } from '../records/problem.ts';
import type { ItemIndex } from './items.ts';
import { faultProblems, type Pattern, parsePattern, type Values, type Vocabulary } from './patterns.ts';
import { readYaml } from './yaml-file.ts';

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is small letters, digits and hyphens'),
  when: z.record(z.string(), z.unknown()),
  /** What to say when it occurs. */
  tell: z.string().optional(),
  /** What follows, as an event. */
  assume: z.record(z.string(), z.unknown()).optional(),
  source: z.string().optional(),
});
const fileSchema = z.strictObject({ rules: z.array(ruleSchema).min(1) });

export type WatchRule = {
  readonly id: string;
  readonly when: Pattern;
  readonly tell: string;
  readonly assume: Pattern | null;
  readonly source: string | null;
};

/** Reads a file of rules; throws a ProblemError that lists all that is wrong, with lines. */
export function loadWatchRules(
  file: string,
  vocabulary: Vocabulary & { readonly items: ItemIndex },
): WatchRule[] {
  const problems: Problem[] = [];
  const read = readYaml(file, fileSchema, problems);
  if (read === null) throw new ProblemError(problems);
  const seen = new Set<string>();
  const rules = read.value.rules.map((raw, at): WatchRule => {
    if (seen.has(raw.id))
      problems.push(
        problem(
          'double-rule',
          `two rules are called "${raw.id}"`,
          `${read.file}:${read.lineOf(['rules', at, 'id'])}`,
        ),
      );
    seen.add(raw.id);
    const parse = (key: 'when' | 'assume'): Pattern => {
      const { pattern, faults } = parsePattern(raw[key], vocabulary, ['rules', at, key]);
      problems.push(...faultProblems(faults, read.file, read.lineOf));
      return pattern;
    };
    const when = parse('when');
    const assume = raw.assume === undefined ? null : parse('assume');
    if (assume !== null) {
      for (const variable of variablesOf(assume)) {
        if (!variablesOf(when).has(variable)) {
          const place = `${read.file}:${read.lineOf(['rules', at, 'assume'])}`;
          problems.push(
            problem(
              'unbound-variable',
              `${variable} stands in "assume" and not in "when"`,
              place,
              `known here: ${[...variablesOf(when)].join(', ') || 'none'}`,
            ),
          );
        }
      }
    }
    return { id: raw.id, when, tell: raw.tell ?? raw.id, assume, source: raw.source ?? null };
  });
  const loop = findLoop(rules, vocabulary.items);
  if (loop !== null) {
    const at = rules.findIndex(({ id }) => id === loop[0]);
    const place = `${read.file}:${read.lineOf(['rules', at, 'assume'])}`;
    problems.push(
      problem(
        'rule-cycle',
        `rules go round: ${loop.join(' > ')}`,
        place,
        'what one brings about may set off the next; narrow a "when" or drop an "assume"',
      ),
    );
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return rules;
}

function variablesOf(pattern: Pattern): Set<string> {
  const own = [pattern.actor, pattern.recipient].flatMap((values) => [
    ...(values?.any ?? []),
    ...(values?.not ?? []),
  ]);
  return new Set([
    ...own.filter((atom) => atom.startsWith('$')),
    ...(pattern.any ?? []).flatMap((one) => [...variablesOf(one)]),
  ]);
}

function findLoop(rules: readonly WatchRule[], items: ItemIndex): string[] | null {
  const next = (rule: WatchRule): WatchRule[] =>
    rule.assume === null ? [] : rules.filter((other) => mayMeet(rule.assume!, other.when, items));
  for (const start of rules) {
    const walk = (rule: WatchRule, trail: readonly string[]): string[] | null => {
      for (const one of next(rule)) {
        if (one.id === start.id) return [...trail, one.id];
        if (trail.includes(one.id)) continue;
        const found = walk(one, [...trail, one.id]);
        if (found !== null) return found;
      }
      return null;
    };
    const loop = walk(start, [start.id]);
    if (loop !== null) return loop;
  }
  return null;
}

/** Could an event that fits the one pattern fit the other too? Open sides, groups and variables could be anything. */
function mayMeet(then: Pattern, when: Pattern, items: ItemIndex): boolean {
  const wide = (values: Values | undefined): boolean =>
    values === undefined || values.any.length === 0 || values.any.some((atom) => /^[@$]/.test(atom));
  const share = (one: Values | undefined, two: Values | undefined): boolean =>
    wide(one) ||
    wide(two) ||
    one!.any.some((atom) => two!.any.includes(atom) || two!.any.includes(atom.slice(0, 3)));
  const item = (): boolean => {
    if (when.item === undefined) return true;
    if (then.item === undefined) return false;
    return (
      when.item.any.length === 0 ||
      then.item.any.some((good) => when.item!.any.some((wanted) => items.isA(good, wanted)))
    );
  };
  const exact = (one: Values | undefined, two: Values | undefined): boolean =>
    two === undefined || two.any.length === 0 || (one?.any.some((atom) => two.any.includes(atom)) ?? false);
  return (
    (then.type === undefined || share(then.type, when.type)) &&
    exact(then.mode, when.mode) &&
    exact(then.context, when.context) &&
    share(then.actor, when.actor) &&
    share(then.recipient, when.recipient) &&
    item()
  );
}

// The watches of a store: patterns that users wrote, read and checked, and what new articles set off.
import { parse, YAMLParseError } from 'yaml';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Pattern, parsePattern } from '../../knowledge/patterns.ts';
import { lawOf } from '../../link/law.ts';
import { explainPattern, indexWatches, matchWatches } from '../../link/watch.ts';
import { type CasusRecord, ProblemError, problem } from '../../records/index.ts';
import type { Store, Watch, WatchMatch } from '../../store/store.ts';
import type { Broadcast } from './broadcast.ts';

export type Watcher = {
  /** Reads a pattern; throws a Problem that says what is wrong with it. Gives what it means in plain words. */
  explain(pattern: string): string;
  /** Keeps and tells what these records set off. */
  look(records: readonly CasusRecord[]): Promise<void>;
  /** Finds what the store already holds for a new watch, without telling it as news. */
  search(watch: Watch): Promise<void>;
};

export function createWatcher(store: Store, knowledge: Knowledge, broadcast: Broadcast): Watcher {
  const law = lawOf(knowledge);
  const read = (text: string): Pattern => readPattern(text, knowledge);
  const find = (watches: readonly Watch[], records: readonly CasusRecord[]): Omit<WatchMatch, 'at'>[] => {
    const rules = watches.map(({ id, name, pattern }) => ({
      id,
      when: read(pattern),
      tell: name,
      assume: null,
      source: null,
    }));
    const index = indexWatches(rules, law);
    return records.flatMap(({ document, events }) =>
      matchWatches(events, index, law, document.published).map(({ rule, tell, event }) => ({
        watch: rule,
        event,
        article: document.id,
        tell,
      })),
    );
  };
  return {
    explain: (pattern) => explainPattern(read(pattern), law),
    look: async (records) => {
      const watches = await store.watches();
      if (watches.length === 0) return;
      for (const match of await store.addMatches(find(watches, records))) {
        const event = await store.event(match.event);
        const name = watches.find(({ id }) => id === match.watch)?.name ?? match.watch;
        if (event !== null)
          broadcast.tell({ type: 'match', watch: match.watch, name, tell: match.tell, event });
      }
    },
    search: async (watch) => {
      for await (const record of store.eachRecord()) {
        const found = find([watch], [record]);
        if (found.length > 0) await store.addMatches(found);
      }
    },
  };
}

/** YAML or JSON of a pattern, or of a rule whose `when` it is. */
function readPattern(text: string, knowledge: Knowledge): Pattern {
  let raw: unknown;
  try {
    raw = parse(text, { maxAliasCount: 10 });
  } catch (cause) {
    const message =
      cause instanceof YAMLParseError ? cause.message.split('\n')[0]! : (cause as Error).message;
    throw new ProblemError(
      [
        problem(
          'bad-pattern',
          `the pattern is no YAML: ${message}`,
          null,
          'such as {type: ASSAULT, recipient: POL}',
        ),
      ],
      { cause },
    );
  }
  const inner = typeof raw === 'object' && raw !== null && 'when' in raw ? raw.when : raw;
  const { actors, events, items, treaties } = knowledge;
  const { pattern, faults } = parsePattern(inner, {
    items,
    modes: Object.values(events.types).flatMap(({ modes }) => Object.keys(modes)),
    contexts: events.contexts,
    groups: [...actors.groupKeys, ...treaties.treaties.flatMap(({ group }) => group ?? [])],
    countries: [...actors.states.map(({ code }) => code), 'UNO', 'EUN', 'NAT', 'IGO'],
  });
  if (faults.length > 0)
    throw new ProblemError(
      faults.map(({ path, message, hint }) =>
        problem(
          'bad-pattern',
          `${path.length === 0 ? '' : `${path.map(String).join('.')}: `}${message}`,
          null,
          hint,
        ),
      ),
    );
  return pattern;
}

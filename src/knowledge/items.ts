// The categories of things that are sent, sold, promised or barred, and the words for them. Finds the longest
// word sequence in lemmas, and places a whole item ("155mm artillery shells") or says that it can't.
import { basename } from 'node:path';
import { z } from 'zod';
import { type Problem, ProblemError, problem } from '../records/problem.ts';
import { classifyPhrase, type ItemClass, type ItemMatch, nothing, parts } from './items-classify.ts';

export type { ItemClass, ItemMatch };

import { nearest } from './nearest.ts';
import { listYaml, readYaml } from './yaml-file.ts';

const categorySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  parents: z.array(z.string()),
  definition: z.string().min(4),
  source: z.string().min(3),
  words: z.array(z.string().min(2)).min(1),
  /** Phrases that hold one of the words and mean something else ("water tank"). */
  not: z.array(z.string()).default([]),
  /** Words that mean it only when nothing else is said ("lead"). */
  alone: z.array(z.string()).default([]),
  /** Other categories that the words may mean as well, as "high-precision weapons" may be missiles. */
  overlaps: z.array(z.string()).default([]),
});

export type ItemCategory = Readonly<z.output<typeof categorySchema>>;
export type ItemIndex = {
  readonly categories: ReadonlyMap<string, ItemCategory>;
  /** The longest item at token `at`; `texts` (the written forms) lets plural-only words ("arms") match. */
  match(lemmas: readonly string[], at: number, texts?: readonly string[]): ItemMatch | null;
  /** Places a phrase by the head of its first noun group, or null when the head isn't known. */
  classify(text: string): ItemClass | null;
  /** True when `category` is `ancestor` or lies below it. */
  isA(category: string, ancestor: string): boolean;
  /** The category and all above it, nearest first. */
  path(category: string): readonly string[];
  /** The category and all below it. */
  below(category: string): readonly string[];
};

/** Reads `knowledge/items`: one category a file. Throws a ProblemError that lists all that is wrong. */
export function compileItems(dir: string, root = '.'): ItemCategory[] {
  const problems: Problem[] = [];
  const found = new Map<
    string,
    { category: ItemCategory; file: string; lineOf: (path: readonly PropertyKey[]) => number }
  >();
  for (const path of listYaml(dir)) {
    const read = readYaml(path, categorySchema, problems, root);
    if (read === null) continue;
    const { value: category, file, lineOf } = read;
    if (category.id !== basename(path, '.yaml')) {
      problems.push(
        problem(
          'bad-knowledge',
          `id "${category.id}" differs from the file's name`,
          `${file}:${lineOf(['id'])}`,
        ),
      );
    }
    found.set(category.id, { category, file, lineOf });
  }
  const words = new Map<string, string>();
  for (const { category, file, lineOf } of found.values()) {
    category.parents.forEach((parent, at) => {
      if (!found.has(parent)) {
        const hint = nearest(parent, [...found.keys()]);
        problems.push(
          problem('unknown-item', `no item category "${parent}"`, `${file}:${lineOf(['parents', at])}`, hint),
        );
      }
    });
    category.overlaps.forEach((other, at) => {
      if (found.has(other)) return;
      const hint = nearest(other, [...found.keys()]);
      problems.push(
        problem('unknown-item', `no item category "${other}"`, `${file}:${lineOf(['overlaps', at])}`, hint),
      );
    });
    const loop = findLoop(category.id, (id) => found.get(id)?.category.parents ?? []);
    if (loop !== null)
      problems.push(
        problem('item-cycle', `parents go round: ${loop.join(' > ')}`, `${file}:${lineOf(['parents'])}`),
      );
    category.words.forEach((word, at) => {
      const key = parts(word).join(' ');
      const owner = words.get(key);
      if (owner !== undefined) {
        problems.push(
          problem('double-word', `"${word}" stands under "${owner}" too`, `${file}:${lineOf(['words', at])}`),
        );
      }
      words.set(key, category.id);
    });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return [...found.values()].map(({ category }) => category);
}

function findLoop(start: string, next: (id: string) => readonly string[]): string[] | null {
  const walk = (id: string, trail: string[]): string[] | null => {
    for (const parent of next(id)) {
      if (parent === start) return [...trail, parent];
      if (trail.includes(parent)) continue;
      const loop = walk(parent, [...trail, parent]);
      if (loop !== null) return loop;
    }
    return null;
  };
  return walk(start, [start]);
}

type Node = { readonly next: Map<string, Node>; category: string | null };

/** Builds the index over compiled categories. */
export function indexItems(data: readonly ItemCategory[]): ItemIndex {
  const categories = new Map(data.map((category) => [category.id, category]));
  const root: Node = { next: new Map(), category: null };
  const add = (word: string, category: string): void => {
    let node = root;
    for (const part of parts(word)) {
      let child = node.next.get(part);
      if (child === undefined) {
        child = { next: new Map(), category: null };
        node.next.set(part, child);
      }
      node = child;
    }
    node.category ??= category;
  };
  for (const category of data) for (const word of category.words) add(word, category.id);
  for (const category of data) for (const phrase of category.not) add(phrase, nothing);

  const alone = new Map(
    data.flatMap(({ id, alone: words }) => words.map((word) => [parts(word).join(' '), id] as const)),
  );
  const paths = new Map<string, string[]>();
  for (const { id } of data) {
    const path = [id];
    for (const one of path) {
      for (const parent of categories.get(one)?.parents ?? []) if (!path.includes(parent)) path.push(parent);
    }
    paths.set(id, path);
  }
  const path = (category: string): readonly string[] => paths.get(category) ?? [];
  const lower = new Map<string, string[]>();
  for (const [id, above] of paths) for (const one of above) lower.set(one, [...(lower.get(one) ?? []), id]);
  const walk = (forms: readonly (readonly string[])[][], at: number): ItemMatch | null => {
    let best: ItemMatch | null = null;
    let nodes = [root];
    for (let index = at; index < forms.length && nodes.length > 0; index++) {
      nodes = [...new Set(forms[index]!.flatMap((form) => nodes.flatMap((node) => step(node, form))))];
      const hit = nodes.find((node) => node.category !== null);
      if (hit !== undefined && forms[index]!.some((form) => form.length > 0))
        best = { category: hit.category!, length: index - at + 1 };
    }
    return best;
  };
  return {
    categories,
    path,
    below: (category) => lower.get(category) ?? [],
    isA: (category, ancestor) => path(category).includes(ancestor),
    match(lemmas, at, texts) {
      // The trie is left at the first unknown word, so only a short window is worth preparing.
      const forms = lemmas.slice(at, at + 8).map((lemma, offset) => {
        const text = texts?.[at + offset];
        return text === undefined || text === lemma ? [parts(lemma)] : [parts(lemma), parts(text)];
      });
      const found = walk(forms, 0);
      if (found === null || found.category === nothing) return null;
      // "gas" in "tear gas" is no natural gas: a phrase that means nothing here may begin before.
      for (let start = Math.max(0, at - 3); start < at; start++) {
        const wider = walk(
          lemmas.slice(start, start + 6).map((lemma) => [parts(lemma)]),
          0,
        );
        if (wider?.category === nothing && start + wider.length > at) return null;
      }
      return found;
    },
    classify(text) {
      const only = alone.get(parts(text).join(' '));
      if (only !== undefined) return { category: only, path: path(only), words: text };
      return classifyPhrase(text, walk, path);
    },
  };
}

function step(node: Node, form: readonly string[]): Node[] {
  let here = node;
  for (const part of form) {
    const next = here.next.get(part);
    if (next === undefined) return [];
    here = next;
  }
  return [here];
}

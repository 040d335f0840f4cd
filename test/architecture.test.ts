// The import law of the rooms: a stage never imports another stage, nothing flows back, no cycles.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve('src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** What each room may import besides itself. */
const law: Record<string, readonly string[]> = {
  records: [],
  knowledge: ['records'],
  read: ['records'],
  annotate: ['records', 'knowledge'],
  code: ['records', 'knowledge'],
  link: ['records', 'knowledge'],
  store: ['records'],
  pipeline: ['records', 'knowledge', 'read', 'annotate', 'code', 'link'],
  relate: ['records', 'annotate', 'code', 'pipeline'],
  open: ['records', 'knowledge', 'annotate', 'pipeline'],
  index: ['open', 'relate', 'records', 'knowledge', 'read', 'annotate', 'code', 'link', 'store', 'pipeline'],
  serve: [
    'records',
    'knowledge',
    'read',
    'annotate',
    'code',
    'link',
    'store',
    'pipeline',
    'index',
    'open',
    'relate',
  ],
};

function roomOf(file: string): string {
  const [first = ''] = relative(src, file).split('/');
  return first.replace(/\.ts$/, '');
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    resolve(dirname(file), match[1]!),
  );
  return found.filter((one) => one.startsWith(src));
}

describe('the rooms', () => {
  it('are all known to the law', () => {
    expect(
      [...new Set(files.map((file) => roomOf(join(src, file))))].filter((room) => law[room] === undefined),
    ).toEqual([]);
  });

  it('import only what the law allows', () => {
    const broken = files.flatMap((name) => {
      const file = join(src, name);
      const room = roomOf(file);
      return importsOf(file)
        .filter((target) => roomOf(target) !== room && !law[room]?.includes(roomOf(target)))
        .map((target) => `${name} -> ${relative(src, target)}`);
    });
    expect(broken).toEqual([]);
  });

  it('have no import cycles, types aside', () => {
    const graph = new Map<string, string[]>();
    for (const name of files) {
      const file = join(src, name);
      const text = readFileSync(file, 'utf8').replace(/^(?:import|export) type [^;]*;/gm, '');
      graph.set(
        file,
        [...text.matchAll(/from '(\.[^']+)'/g)].map((match) => resolve(dirname(file), match[1]!)),
      );
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file))
        cycles.push(
          [...trail.slice(trail.indexOf(file)), file].map((one) => relative(src, one)).join(' -> '),
        );
      if (trail.includes(file) || done.has(file)) return;
      for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
      done.add(file);
    };
    for (const file of graph.keys()) walk(file, []);
    expect(cycles).toEqual([]);
  });
});

describe('the desk', () => {
  const desk = resolve('desk', 'src');
  const own = readdirSync(desk, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

  it('takes nothing from src but types of records', () => {
    const taken = own.flatMap((name) => {
      const text = readFileSync(join(desk, name), 'utf8');
      return [...text.matchAll(/^(import|export)\s([^;]*?)from\s+'(\.[^']+)'/gm)].flatMap(
        ([, , what = '', from = '']) => {
          const target = resolve(dirname(join(desk, name)), from);
          if (target.startsWith(desk)) return [];
          return [{ name, isType: what.startsWith('type '), from: relative(resolve('.'), target) }];
        },
      );
    });
    expect(taken.length).toBeGreaterThan(10);
    expect(taken.filter(({ isType, from }) => !isType || !from.startsWith('src/records/'))).toEqual([]);
  });

  it('is asked by nobody', () => {
    const asking = files.filter((name) =>
      /from '[^']*\/desk\/src/.test(readFileSync(join(src, name), 'utf8')),
    );
    expect(asking).toEqual([]);
  });
});

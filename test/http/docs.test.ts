// The docs against the code: every route, filter, format and count key is told, and nothing that is not there.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/store/exports/export-events.ts';
import { countTerms, countUnits, facetNames, listKeys } from '../../src/store/store.ts';
import { openDesk } from './open-desk.ts';

const read = (name: string): string => readFileSync(`docs/${name}.md`, 'utf8');
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe('the docs', () => {
  it('tell of every route, and of none that is not there', async () => {
    const { paths } = (await desk.get('/api/openapi.json')).body as { paths: Record<string, object> };
    const served = [...Object.keys(paths), '/api/openapi.json', '/api/docs'].map((path) =>
      path.replace(/\{(\w+)\}/g, ':$1'),
    );
    const told = [...read('api').matchAll(/\/api\/[a-z/:.-]*[a-z]/g)].map(([path]) => path);
    expect(served.filter((path) => !told.includes(path))).toEqual([]);
    expect(told.filter((path) => !served.includes(path))).toEqual([]);
  });

  it('tell of every filter, count key, facet and format', () => {
    const store = read('store');
    for (const key of [...listKeys, 'from', 'to', 'q']) expect(store).toContain(`\`--${key}\``);
    for (const key of [...countTerms, ...countUnits]) expect(store).toMatch(new RegExp(`\\b${key}\\b`));
    for (const name of facetNames) expect(read('api')).toContain(name);
    const formats = [...read('exports').matchAll(/^\| +(`[^|]*`) +\|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([^`]+)`/g)].map(([, one]) => one),
    );
    expect(formats.sort()).toEqual([...exportFormats].sort());
  });
});

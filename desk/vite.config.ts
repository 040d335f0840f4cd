// Builds the desk into dist/desk, which the server lists and serves. Names of countries, goods and event types are
// read from knowledge/ at build time, so that the page needs no request for them and no fact stands in its code.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));
const knowledge = join(here, '..', 'knowledge');

function readYaml<T>(...path: string[]): T {
  return parse(readFileSync(join(knowledge, ...path), 'utf8')) as T;
}

type State = { code: string; name: string; names?: string[] };
type Atlas = { objects: { countries: { geometries: { id?: string; properties: { name: string } }[] } } };
type Item = { id: string; definition?: string };
type Sectors = { sectors: Record<string, string>; organisationNames: Record<string, string> };
type Types = { types: Record<string, { means: string; quad: string; score: number }> };

/** Which outline of world-atlas is which state, by their names; outlines abbreviate theirs (Dem. Rep. Congo). */
function matchShapes(states: readonly State[]): Record<string, string> {
  const full: Record<string, string> = {
    dem: 'democratic', rep: 'republic', is: 'islands', s: 'south', n: 'north', w: 'western', eq: 'equatorial',
    herz: 'herzegovina', fr: 'french', st: 'saint',
  }; // biome-ignore format: one row
  const words = (name: string): string =>
    (
      name
        .normalize('NFD')
        .toLowerCase()
        .match(/[a-z]+/g) ?? []
    )
      .map((word) => full[word] ?? word)
      .filter((word) => !['the', 'of', 'and'].includes(word))
      .sort()
      .join(' ');
  // A state's own name goes before another's by-name: "Congo" is the Republic, though Kinshasa's is called so too.
  const byName = new Map<string, string>();
  for (const { code, names = [] } of states) for (const name of names) byName.set(words(name), code);
  for (const { code, name } of states) {
    byName.set(words(name.replace(/^Republic of (the )?/, '')), code);
    byName.set(words(name), code);
  }
  const atlas = JSON.parse(
    readFileSync(join(here, '..', 'node_modules', 'world-atlas', 'countries-110m.json'), 'utf8'),
  ) as Atlas;
  return Object.fromEntries(
    atlas.objects.countries.geometries.flatMap(({ properties: { name } }) => {
      const code = byName.get(words(name));
      return code === undefined ? [] : [[name, code]];
    }),
  );
}

/** `virtual:vocabulary`: codes with their names, for labels and suggestions. */
function vocabulary(): Plugin {
  const id = 'virtual:vocabulary';
  return {
    name: 'casus-vocabulary',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => {
      if (source !== `\0${id}`) return null;
      const each = <T>(folder: string): T[] =>
        readdirSync(join(knowledge, folder))
          .filter((name) => name.endsWith('.yaml'))
          .map((name) => readYaml<T>(folder, name));
      const states = each<State>('actors/states');
      const countries = Object.fromEntries(states.map(({ code, name }) => [code, name]));
      const shapes = matchShapes(states);
      const items = each<Item>('items').map(({ id: item, definition = '' }) => [item, definition]);
      const { types } = readYaml<Types>('events', 'types.yaml');
      const { sectors, organisationNames } = readYaml<Sectors>('actors', 'sectors.yaml');
      return [
        `export const countries = ${JSON.stringify(countries)};`,
        `export const organisations = ${JSON.stringify(organisationNames)};`,
        `export const shapes = ${JSON.stringify(shapes)};`,
        `export const items = ${JSON.stringify(Object.fromEntries(items))};`,
        `export const types = ${JSON.stringify(types)};`,
        `export const sectors = ${JSON.stringify(sectors)};`,
      ].join('\n');
    },
  };
}

export default defineConfig({
  root: here,
  plugins: [react(), vocabulary()],
  build: {
    outDir: process.env.CASUS_DESK_OUT ?? join(here, '..', 'dist', 'desk'),
    emptyOutDir: true,
    // Assets as files of their own: a data: font or script would be refused by the page's policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4180' } },
});

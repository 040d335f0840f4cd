// What vite.config.ts makes of knowledge/ at build time.
declare module 'virtual:vocabulary' {
  export const countries: Readonly<Record<string, string>>;
  /** The name of an outline in world-atlas -> code of the state. */
  export const shapes: Readonly<Record<string, string>>;
  /** Codes that stand in a country's place and are no country's: EUN. */
  export const organisations: Readonly<Record<string, string>>;
  export const items: Readonly<Record<string, string>>;
  export const types: Readonly<
    Record<string, { readonly means: string; readonly quad: string; readonly score: number }>
  >;
  export const sectors: Readonly<Record<string, string>>;
}

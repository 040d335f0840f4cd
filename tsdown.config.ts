import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    cli: 'src/serve/cli/main.ts',
    'compile-knowledge': 'src/knowledge/compile.ts',
  },
  format: 'esm',
  fixedExtension: false,
  target: 'node20',
  platform: 'node',
  dts: true,
  outDir: 'dist',
});

import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    cli: 'src/serve/cli/main.ts',
    'compile-knowledge': 'src/knowledge/compile.ts',
  },
  format: 'esm',
  target: 'node20',
  platform: 'node',
  dts: { entry: ['src/index.ts'] },
  outDir: 'dist',
  clean: ['dist/*.js', 'dist/*.d.ts'],
});

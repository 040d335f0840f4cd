// Serves or builds the page: `npx vite docs/browser`, `npx vite build docs/browser`.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '../..');

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  // node_modules may be a link to another checkout's.
  server: { fs: { allow: [root, realpathSync(join(root, 'node_modules'))] } },
  // onnxruntime-web finds its WebAssembly beside its own file.
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  assetsInclude: ['**/*.onnx', '**/*.bin'],
  build: { target: 'es2023', assetsInlineLimit: 0 },
});

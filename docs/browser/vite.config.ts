// Serves or builds the page: `npx vite docs/browser`, `npx vite build docs/browser`.
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  server: { fs: { allow: ['../..'] } },
  // onnxruntime-web finds its WebAssembly beside its own file.
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  assetsInclude: ['**/*.onnx', '**/*.bin'],
  build: { target: 'es2023', assetsInlineLimit: 0 },
});

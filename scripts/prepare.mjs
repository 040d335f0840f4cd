// What npm runs after an install, and npx before the first `npx casus` in a clone: builds dist/ unless it is newer than all
// that it is made of.
import { execSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = [
  'src',
  'desk',
  'knowledge',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsdown.config.ts',
];
/** The last files that the build writes. */
const made = ['dist/cli.js', 'dist/desk/index.html', 'dist/knowledge.json'];

const changed = (path) => statSync(path).mtimeMs;
function newest(path) {
  if (!statSync(path).isDirectory()) return changed(path);
  return Math.max(changed(path), ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isFresh() {
  try {
    const built = Math.min(...made.map((name) => changed(join(root, name))));
    return sources.every((name) => newest(join(root, name)) <= built);
  } catch {
    return false; // something is not there yet
  }
}

if (!isFresh()) execSync('npm run build', { cwd: root, stdio: 'inherit' });

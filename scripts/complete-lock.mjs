// Adds to package-lock.json the optional packages of other platforms that a registry mirror would not show, so that
// `npm ci` accepts the lock everywhere: `node scripts/complete-lock.mjs` after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'win32',
  'openbsd',
  'netbsd',
  'openharmony',
  'sunos',
  'aix',
  'wasi',
  'wasm32',
];
const processors = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'armv7',
  'armv6',
  'loong64',
  'ppc64',
  'ppc64le',
  'riscv64',
  's390x',
  'mips64el',
  'wasm32',
];
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const top = `node_modules/${name}`;
    if (lock.packages[nested] !== undefined || lock.packages[top] !== undefined) continue;
    const version = String(range).replace(/^[\^~=v]+/, '');
    if (!/^\d+\.\d+\.\d+/.test(version)) continue;
    const words = name.split('/').at(-1).split(/[-.]/);
    const os = systems.filter((one) => words.includes(one));
    const cpu = processors.filter(
      (one) =>
        words.includes(one) ||
        (one === 'arm' && words.some((word) => /^(?:arm|gnueabihf|musleabihf|armv7)$/.test(word))),
    );
    lock.packages[top] = {
      version,
      ...(cpu.length > 0 ? { cpu: [cpu[0]] } : {}),
      ...(entry.dev === true ? { dev: true } : {}),
      optional: true,
      ...(os.length > 0 ? { os: [os[0]] } : {}),
      ...(words.includes('musl') || words.includes('musleabihf') ? { libc: ['musl'] } : {}),
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional packages of other platforms added`);

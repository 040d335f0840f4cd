// Makes `npx casus` work in the checkout itself: npm links the commands of dependencies, not the package's own.
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join('node_modules', '.bin');
if (existsSync('dist/cli.js') && existsSync('node_modules')) {
  mkdirSync(folder, { recursive: true });
  chmodSync('dist/cli.js', 0o755);
  const link = join(folder, 'casus');
  rmSync(link, { force: true });
  if (process.platform === 'win32')
    writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\dist\\cli.js" %*\r\n');
  else symlinkSync(join('..', '..', 'dist', 'cli.js'), link);
}

// Runs once before all tests: builds dist/, since the command line is tested as users run it.
import { execFileSync } from 'node:child_process';

export default function setup(): void {
  if (process.env.CASUS_SKIP_BUILD === '1') return;
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
}

// The model and the knowledge opened once a test file, from source.
import { openTools, type Tools } from '../src/index.ts';

let opened: Promise<Tools> | null = null;

export function testTools(): Promise<Tools> {
  opened ??= openTools();
  return opened;
}

// A small file beside the store that says which process has it and where that one answers, so that commands can ask it.
// The database's own lock is what keeps two writers apart; this only tells who it is.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

export type Lock = {
  readonly pid: number;
  /** When the process began, where the system tells (a process id is used again after a while). */
  readonly began: string | null;
  /** Base address of its API, or null when it answers nowhere. */
  readonly address: string | null;
  readonly token: string | null;
};

export function lockFile(store: string): string {
  return `${store}.lock`;
}

/** The lock of a process that lives; null when there is none, or when its process is gone. */
export function readLock(store: string): Lock | null {
  let lock: Lock;
  try {
    lock = JSON.parse(readFileSync(lockFile(store), 'utf8')) as Lock;
  } catch {
    return null; // none, or one that was cut short by a crash
  }
  if (!Number.isInteger(lock.pid) || lock.pid <= 0) return null;
  return isAlive(lock.pid) && (lock.began === null || lock.began === beganAt(lock.pid)) ? lock : null;
}

/** Says that this process has the store. In one step, so that nobody reads half of it; for its owner's eyes only. */
export function writeLock(store: string, address: string | null, token: string | null): void {
  const lock: Lock = { pid: process.pid, began: beganAt(process.pid), address, token };
  const draft = `${lockFile(store)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(lock), { mode: 0o600 });
  renameSync(draft, lockFile(store));
}

export function removeLock(store: string): void {
  rmSync(lockFile(store), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's process
  }
}

/** Linux tells the start time in ticks since boot, as the 22nd field, counted after the command's closing bracket. */
function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from './open-database.ts';

const pauseMs = 250;

/**
 * Keeps other processes out. The lock is SQLite's own lock on a file, which the operating system lets go of when the
 * process ends, however it ends.
 * @returns the function that lets go of it, or null when another process still has it after `patienceMs`.
 */
export async function acquireFileLock(path: string, patienceMs: number): Promise<(() => void) | null> {
  const database = openDatabase(path);
  database.pragma('busy_timeout = 0');
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      database.exec('BEGIN EXCLUSIVE');
      return () => database.close();
    } catch (cause) {
      const isBusy =
        cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY');
      if (!isBusy || performance.now() > deadline) {
        database.close();
        if (!isBusy) throw cause;
        return null;
      }
      await sleep(pauseMs);
    }
  }
}

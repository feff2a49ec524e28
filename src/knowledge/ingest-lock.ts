import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { IndexError } from '../errors.ts';
import { openDatabase } from './open-database.ts';

/** How long a second ingest waits for the first. */
const patienceMs = 10 * 60 * 1000;
const pauseMs = 250;

/**
 * Keeps other processes from building in the same index folder. The lock is SQLite's own lock on a file, which
 * the operating system lets go of when the process ends, however it ends.
 * @returns the function that lets go of it.
 * @throws IndexError `index-busy` after ten minutes.
 */
export async function acquireIngestLock(indexDir: string): Promise<() => void> {
  const database = openDatabase(join(indexDir, 'ingest.lock'));
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
        throw new IndexError(
          'index-busy',
          `Another ingest has been writing to the index in ${indexDir} for ten minutes: wait for it or stop it, then try again.`,
          { cause },
        );
      }
      await sleep(pauseMs);
    }
  }
}

import { join } from 'node:path';
import { IndexError } from '../errors.ts';
import { acquireFileLock } from './file-lock.ts';

/** How long a second ingest waits for the first. */
const patienceMs = 10 * 60 * 1000;

/**
 * Keeps other processes from building in the same index folder.
 * @returns the function that lets go of it.
 * @throws IndexError `index-busy` after ten minutes.
 */
export async function acquireIngestLock(indexDir: string): Promise<() => void> {
  const release = await acquireFileLock(join(indexDir, 'ingest.lock'), patienceMs);
  if (release !== null) return release;
  throw new IndexError(
    'index-busy',
    `Another ingest has been writing to the index in ${indexDir} for ten minutes: wait for it or stop it, then try again.`,
  );
}

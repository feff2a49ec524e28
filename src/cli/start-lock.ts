import { join } from 'node:path';
import { ConfigurationError } from '../errors.ts';
import { acquireFileLock } from '../knowledge/file-lock.ts';

/** Longer than an earlier process needs to end: a restart waits for it. */
const patienceMs = 15_000;

/**
 * Keeps a second bot from taking up the jobs of the first, which would be answered twice.
 * @returns the function that lets go of it.
 * @throws ConfigurationError `already-running`.
 */
export async function acquireStartLock(indexDir: string): Promise<() => void> {
  const release = await acquireFileLock(join(indexDir, 'start.lock'), patienceMs);
  if (release !== null) return release;
  throw new ConfigurationError(
    'already-running',
    `Another clausewise start is running on ${indexDir}: stop it first, or give this one its own folder with INDEX_DIR.`,
  );
}

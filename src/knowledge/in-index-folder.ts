import { mkdir } from 'node:fs/promises';
import { ClausewiseError } from '../errors.ts';
import { acquireIngestLock } from './ingest-lock.ts';
import { writeFailure } from './write-failure.ts';

/** Makes the folder, keeps a second ingest out, and says plainly when the disk does not take what is written. */
export async function inIndexFolder<Result>(indexDir: string, run: () => Promise<Result>): Promise<Result> {
  try {
    await mkdir(indexDir, { recursive: true });
    const release = await acquireIngestLock(indexDir);
    try {
      return await run();
    } finally {
      release();
    }
  } catch (error) {
    throw error instanceof ClausewiseError ? error : writeFailure(error, indexDir);
  }
}

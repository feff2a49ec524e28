import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Check, checkOf } from './check-of.ts';

const mebibyte = 1024 * 1024;
const gibibyte = 1024 * mebibyte;
/** Below this a new generation of the index may not fit beside the old one. */
const scarceBytes = gibibyte;
/** Below this not even what users make is sure to be written. */
const tooFewBytes = 100 * mebibyte;

export type DiskDeps = {
  indexDir: string;
  /** Default: asks the file system. */
  freeBytesOf?: (folder: string) => Promise<number>;
  /** Rejects when the folder cannot be written. Default: asks the file system. */
  requireWritable?: (folder: string) => Promise<void>;
};

/** Whether the folder of the index, or the one that it will be made in, can be written and has room. */
export async function checkDisk(deps: DiskDeps): Promise<Check> {
  const { indexDir, freeBytesOf = askFreeBytes, requireWritable = askWritable } = deps;
  const results = checkOf('disk');
  const otherFolder = 'or name another folder with --index or INDEX_DIR';
  try {
    const folder = await nearestFolder(indexDir);
    await requireWritable(folder);
    const bytes = await freeBytesOf(folder);
    const detail = `${describeBytes(bytes)} free where the index is (${indexDir})`;
    const remedy = `free some space, ${otherFolder}`;
    if (bytes < tooFewBytes) return results.failed(detail, remedy);
    return bytes < scarceBytes ? results.warning(detail, remedy) : results.ok(detail);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return results.failed(
      `the index folder ${indexDir} cannot be written (${code})`,
      `give it write permission, ${otherFolder}`,
    );
  }
}

async function askFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function askWritable(folder: string): Promise<void> {
  await access(folder, constants.W_OK | constants.X_OK);
}

/** The folder itself, or the nearest above it that exists. A file in its place rejects with ENOTDIR. */
async function nearestFolder(path: string): Promise<string> {
  const entry = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (entry?.isDirectory() === false)
    throw Object.assign(new Error(`${path} is no folder`), { code: 'ENOTDIR' });
  return entry === null && dirname(path) !== path ? nearestFolder(dirname(path)) : path;
}

function describeBytes(bytes: number): string {
  return bytes < gibibyte
    ? `${Math.floor(bytes / mebibyte)} MiB`
    : `${Math.floor((bytes / gibibyte) * 10) / 10} GiB`;
}

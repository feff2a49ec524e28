import { IndexError } from '../errors.ts';

const fullDiskCodes = ['ENOSPC', 'EFBIG', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR'];
const forbiddenCodes = ['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'];

/** Turns a failed write to the index folder into one sentence; any other error comes back as it is. */
export function writeFailure(error: unknown, indexDir: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (fullDiskCodes.some((known) => code.startsWith(known))) {
    return new IndexError(
      'index-not-written',
      `The index in ${indexDir} could not be written because the disk is full or fails (${code}); the former index is still in use: free some space, or name another folder with --index.`,
      { cause: error },
    );
  }
  if (forbiddenCodes.some((known) => code.startsWith(known)) || code === 'ENOTDIR' || code === 'EEXIST') {
    return new IndexError(
      'index-not-written',
      `The index folder ${indexDir} cannot be written (${code}): give it write permission, or name another folder with --index.`,
      { cause: error },
    );
  }
  return error;
}

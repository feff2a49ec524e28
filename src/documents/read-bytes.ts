import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { DocumentError } from '../errors.ts';
import type { DocumentFile } from './find-documents.ts';
import { readSidecar } from './read-sidecar.ts';
import type { ReadingLimits } from './reading-limits.ts';

/** A file as it lies on the disk, with the metadata beside it; `sha256` covers both. */
export type DocumentBytes = { bytes: Buffer; sidecar: string; sha256: string };

/**
 * Reads a document's file and what stands beside it, without looking into them.
 * @throws DocumentError `document-too-large`, `document-unreadable`.
 */
export async function readBytes(file: DocumentFile, limits: ReadingLimits): Promise<DocumentBytes> {
  const bytes = await readWhole(file, limits);
  const sidecar = await readSidecar(file);
  return { bytes, sidecar, sha256: createHash('sha256').update(bytes).update(sidecar).digest('hex') };
}

async function readWhole(file: DocumentFile, { maxFileBytes }: ReadingLimits): Promise<Buffer> {
  try {
    const { size } = await stat(file.path);
    if (size > maxFileBytes) {
      throw new DocumentError(
        'document-too-large',
        file.path,
        `${file.name} has ${Math.ceil(size / 1024 / 1024)} MiB, more than the ${maxFileBytes / 1024 / 1024} MiB that are read: split it.`,
      );
    }
    return await readFile(file.path);
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    throw new DocumentError(
      'document-unreadable',
      file.path,
      `${file.name} cannot be read (${reasonOf(cause)}): check that it is there and that you may open it.`,
      { cause },
    );
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

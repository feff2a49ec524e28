import { DocumentError } from '../errors.ts';
import type { ReadingSource } from './reading-limits.ts';

/** The error of a document whose parts stand within each other more deeply than any reader can follow. */
export function tooNested({ path, name }: ReadingSource, cause?: unknown): DocumentError {
  return new DocumentError(
    'document-too-nested',
    path,
    `${name} is nested more deeply than any document: save it anew or as plain text.`,
    { cause },
  );
}

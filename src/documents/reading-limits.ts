import { DocumentError } from '../errors.ts';
import type { DocumentLayout } from './source-document.ts';

/** How much of one file is read at most; a file beyond any of these is refused whole. */
export type ReadingLimits = Readonly<{
  maxFileBytes: number;
  maxPages: number;
  /** What an archive (.docx) may unpack to. */
  maxUnpackedBytes: number;
  maxSeconds: number;
}>;

export const defaultReadingLimits: ReadingLimits = Object.freeze({
  maxFileBytes: 64 * 1024 * 1024,
  maxPages: 2_000,
  maxUnpackedBytes: 256 * 1024 * 1024,
  maxSeconds: 60,
});

/** The file that is read, for messages: its path, and its name below the ingested folder. */
export type ReadingSource = Readonly<{ path: string; name: string }>;

/** What a reader of a format gives. */
export type ReadText = { text: string; layout: DocumentLayout };

/** A reader of one format. @throws DocumentError with one sentence that names the file and the remedy. */
export type ReadFormat = (
  bytes: Uint8Array,
  source: ReadingSource,
  limits: ReadingLimits,
) => Promise<ReadText> | ReadText;

/**
 * Watches the time of one file; readers call it now and then between paragraphs, rows and pages.
 * The function that it returns throws DocumentError `document-too-slow` once `maxSeconds` have passed.
 */
export function startDeadline({ path, name }: ReadingSource, { maxSeconds }: ReadingLimits): () => void {
  const end = performance.now() + maxSeconds * 1_000;
  return () => {
    if (performance.now() <= end) return;
    throw new DocumentError(
      'document-too-slow',
      path,
      `${name} takes longer than ${maxSeconds} s to read: split it, or save it as text.`,
    );
  };
}

import { DocumentError } from '../../errors.ts';
import type { ReadingLimits, ReadingSource } from '../reading-limits.ts';
import { tooNested } from '../too-nested.ts';

/** Why a file is no Word document that can be read. */
export type FailureReason = 'encrypted' | 'not-docx' | 'damaged' | 'too-large' | 'too-nested';

/** What the parts of this reader throw: they know neither the file's name nor the sentence for it. */
export class Failure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.reason = reason;
  }
}

/**
 * The error that a person sees for whatever went wrong within a file. What no part foresaw counts as damage: the
 * cause keeps it for the log.
 */
export function toDocumentError(cause: unknown, source: ReadingSource, limits: ReadingLimits): DocumentError {
  if (cause instanceof DocumentError) return cause;
  const reason = cause instanceof Failure ? cause.reason : 'damaged';
  if (reason === 'too-nested') return tooNested(source, cause);
  const sentence = `${source.name} ${sentenceFor(reason, limits)} and ingest again.`;
  return new DocumentError(`document-${reason}`, source.path, sentence, { cause });
}

function sentenceFor(
  reason: Exclude<FailureReason, 'too-nested'>,
  { maxUnpackedBytes }: ReadingLimits,
): string {
  switch (reason) {
    case 'encrypted':
      return 'has a password or is an old .doc file: save it as .docx without a password';
    case 'not-docx':
      return 'is no Word document: save it as .docx';
    case 'damaged':
      return 'is cut or damaged: get it again from where it came from';
    case 'too-large':
      return `unpacks to more than can be read, ${Math.round(maxUnpackedBytes / 1024 / 1024)} MiB or some million elements: split it`;
  }
}

import type { StatedMetadata } from './read-stated.ts';

/** A half-open range of UTF-16 offsets into a document's text. */
export type Span = { start: number; end: number };

export type DocumentFormat = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'csv';

/** A heading as the format marks it (Word style, h1 to h6, #): level 1 is the outermost. */
export type MarkedHeading = { span: Span; level: number };

/** Why a stretch of text is no part of what the document says. */
export type NoiseReason =
  | 'page-header'
  | 'page-footer'
  | 'page-number'
  | 'navigation'
  | 'contents'
  | 'signature'
  | 'imprint';

/** A stretch that is kept in the text and out of its clauses' sentences. */
export type Noise = { span: Span; reason: NoiseReason };

/**
 * What a format knows beside the text. Pages cover the text in order (none: the format has no pages); headings
 * and noise are in the order of the text and do not overlap.
 */
export type DocumentLayout = { pages: Span[]; headings: MarkedHeading[]; noise: Noise[] };

/** What may be inferred where a document does not state it. */
export type GuessedField = 'title' | 'issuedOn' | 'region';

/** What is known of a document beside its text. An empty string means: not stated. Dates are ISO 8601. */
export type DocumentMetadata = {
  title: string;
  number: string;
  issuer: string;
  issuedOn: string;
  /** The day from which it is in force. */
  effectiveOn: string;
  region: string;
  /** Titles and numbers, as printed, of the documents that it replaces. */
  supersedes: string[];
  /** What was inferred: a title from a file's name, a date from a source line, a region from its mentions. */
  guessed: GuessedField[];
};

/**
 * A document as read. `text` never changes after reading: every offset in the program is a UTF-16 offset
 * into it. `id` is derived from the path below the ingested folder, `sha256` from the bytes of the file.
 */
export type SourceDocument = {
  id: string;
  /** Absolute path. */
  path: string;
  sha256: string;
  format: DocumentFormat;
  text: string;
  layout: DocumentLayout;
  /** What a person wrote of it, in front of the text or in a file beside it. */
  stated: StatedMetadata;
};

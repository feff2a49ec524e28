/** A half-open range of UTF-16 offsets into a document's text. */
export type Span = { start: number; end: number };

export type DocumentFormat = 'txt';

/** What is known of a document beside its text. An empty string means: not stated. Dates are ISO 8601. */
export type DocumentMetadata = {
  title: string;
  number: string;
  issuer: string;
  issuedOn: string;
  region: string;
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
};

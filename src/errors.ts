/**
 * The base of every error that a person may see. `message` is one sentence that names the thing and the
 * remedy; `code` is stable, for scripts and tests; `cause` is the error underneath, for the log only.
 */
export class ClausewiseError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The environment or the command line asks for something impossible. */
export class ConfigurationError extends ClausewiseError {}

/** One document cannot be read; the others can. */
export class DocumentError extends ClausewiseError {
  readonly path: string;

  constructor(code: string, path: string, message: string, options?: ErrorOptions) {
    super(code, message, options);
    this.path = path;
  }
}

/** The embedding model is missing, cut, altered or cannot be run. */
export class ModelError extends ClausewiseError {}

/** The index is missing, of another format or model, damaged, or cannot be written. */
export class IndexError extends ClausewiseError {}

/** A quotation is not the slice of its document: a defect of this program, never shown to anyone. */
export class QuoteError extends ClausewiseError {}

/** Slack refuses the token, the scope or the connection. */
export class SlackError extends ClausewiseError {}

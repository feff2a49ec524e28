import { DocumentError } from '../errors.ts';

/** Control characters that no text file contains; tab, line feed, form feed and carriage return are text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const binaryCharacters = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * Decodes the bytes of a UTF-8 file and drops a byte order mark; line ends stay as they are.
 * @param name shown to the person when the file is not UTF-8 text.
 * @throws DocumentError `document-not-text`.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = decodeUtf8(bytes, name);
  if (binaryCharacters.test(text)) throw notText(name);
  return text;
}

function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notText(name, cause);
  }
}

function notText(name: string, cause?: unknown): DocumentError {
  return new DocumentError(
    'document-not-text',
    name,
    `${name} is not a UTF-8 text file: save it as UTF-8 text and ingest again.`,
    { cause },
  );
}

import { DocumentError } from '../errors.ts';
import { detectEncoding, strictlyDecoded } from './detect-encoding.ts';
import { type LegacyEncoding, plausibility } from './plausibility.ts';

/** Control characters that no text file contains; tab, line feed, form feed and carriage return are text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const binaryCharacters = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** A text in UTF-16 without a byte order mark reads as one of these languages does, or is mostly ASCII. */
const languages: readonly LegacyEncoding[] = ['gb18030', 'big5', 'shift_jis', 'euc-kr'];
const leastPlausibility = 0.2;
const leastAsciiShare = 0.5;

/**
 * Decodes the bytes of a text file and drops a byte order mark; line ends stay as they are. UTF-8 and UTF-16 are
 * recognised first, then GB18030, Big5, Shift_JIS and EUC-KR.
 * @param name shown to the person when the bytes are no text.
 * @param declared the encoding that the text itself names, as HTML does.
 * @throws DocumentError `document-not-text`.
 */
export function decodeText(bytes: Uint8Array, name: string, declared = ''): string {
  const text = decoded(bytes, declared);
  if (text === null || binaryCharacters.test(text)) {
    throw new DocumentError(
      'document-not-text',
      name,
      `${name} is no text file that can be read: save it as UTF-8 text and ingest again.`,
    );
  }
  return text;
}

function decoded(bytes: Uint8Array, declared: string): string | null {
  const mark = markedEncoding(bytes);
  if (mark !== null) return strictlyDecoded(bytes, mark);
  const utf8 = strictlyDecoded(bytes, 'utf-8');
  if (utf8 !== null && !utf8.includes('\u0000')) return utf8;
  const wide = ['utf-16le', 'utf-16be'].find((encoding) => readsAs(bytes, encoding));
  if (wide !== undefined) return strictlyDecoded(bytes, wide);
  const named = declared === '' ? null : strictlyDecodedAs(bytes, declared);
  if (named !== null) return named;
  const detected = detectEncoding(bytes);
  return detected === null ? null : strictlyDecoded(bytes, detected);
}

/** The decoder drops the mark itself. */
function markedEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function readsAs(bytes: Uint8Array, encoding: string): boolean {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return false;
  const text = strictlyDecoded(bytes.subarray(0, 4_096), encoding);
  if (text === null) return false;
  const ascii = text.match(/[\t-\r -~]/gu)?.length ?? 0;
  if (ascii >= leastAsciiShare * text.length) return true;
  return languages.some((language) => plausibility(text, language) >= leastPlausibility);
}

/** A name that is no encoding is as good as none. */
function strictlyDecodedAs(bytes: Uint8Array, label: string): string | null {
  try {
    return strictlyDecoded(bytes, new TextDecoder(label).encoding);
  } catch {
    return null;
  }
}

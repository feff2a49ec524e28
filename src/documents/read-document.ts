import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { DocumentError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentFile } from './find-documents.ts';
import { formatsByExtension } from './formats.ts';
import { frontMatterOf } from './front-matter.ts';
import { linesOf } from './lines-of.ts';
import { readBytes } from './read-bytes.ts';
import { readCsv } from './read-csv.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readStated } from './read-stated.ts';
import {
  defaultReadingLimits,
  type ReadFormat,
  type ReadingLimits,
  type ReadText,
} from './reading-limits.ts';
import type { DocumentFormat, SourceDocument } from './source-document.ts';
import { tooNested } from './too-nested.ts';

/** A line that is longer is no text for people, and would be one sentence. */
const mostLineCharacters = 2_000_000;

/** The text of a plain file is the decoded file itself. */
const readPlain: ReadFormat = (bytes, { name }) => ({
  text: decodeText(bytes, name),
  layout: { pages: [], headings: [], noise: [] },
});

/** Readers that need a large library load it with the first file of their format. */
const readers: Readonly<Record<DocumentFormat, ReadFormat>> = {
  txt: readPlain,
  md: readMarkdown,
  html: readHtml,
  csv: readCsv,
  docx: async (...file) => (await import('./docx/read-docx.ts')).readDocx(...file),
  pdf: async (...file) => (await import('./pdf/read-pdf.ts')).readPdf(...file),
};

/**
 * Reads one file into a SourceDocument. The text of a .txt file is the decoded file itself, without its byte
 * order mark; of the other formats it is what is extracted. `sha256` covers the file and the metadata beside it.
 * @throws DocumentError with a sentence that names the file: unreadable, too large, empty, damaged, no text.
 */
export async function readDocument(
  file: DocumentFile,
  limits: ReadingLimits = defaultReadingLimits,
): Promise<SourceDocument> {
  const { bytes, sidecar, sha256 } = await readBytes(file, limits);
  const format = formatsByExtension[extname(file.name).toLowerCase()] ?? 'txt';
  const { text, layout } = await extract(readers[format], bytes, file, limits);
  if (text.trim() === '') {
    throw new DocumentError(
      'document-empty',
      file.path,
      `${file.name} holds no text: put its text in or remove it.`,
    );
  }
  requireLines(text, file);
  const front = format === 'md' ? frontMatterOf(decodeText(bytes, file.name)) : '';
  const stated = {
    ...readStated(front, file.path, file.name),
    ...readStated(sidecar, file.path, `${file.name}.yaml`),
  };
  return { id: documentIdOf(file.name), path: file.path, sha256, format, text, layout, stated };
}

/** What is nested too deeply ends the stack of a parser: that is the document's fault, not the program's. */
async function extract(
  read: ReadFormat,
  bytes: Uint8Array,
  file: DocumentFile,
  limits: ReadingLimits,
): Promise<ReadText> {
  try {
    return await read(bytes, file, limits);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw tooNested(file, cause);
  }
}

/** @throws DocumentError `document-without-lines`. */
function requireLines(text: string, { path, name }: DocumentFile): void {
  let longest = 0;
  for (const { start, end } of linesOf(text)) longest = Math.max(longest, end - start);
  if (longest <= mostLineCharacters) return;
  throw new DocumentError(
    'document-without-lines',
    path,
    `${name} has a line of ${longest} characters, more than the ${mostLineCharacters} of any document: break it into lines.`,
  );
}

/** The same name below the ingested folder gives the same id on every machine. */
export function documentIdOf(name: string): string {
  return `d${createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 11)}`;
}

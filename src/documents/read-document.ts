import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { DocumentError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentFile } from './find-documents.ts';
import type { SourceDocument } from './source-document.ts';

/** A text file larger than this is no policy document; 64 MiB of UTF-8 is some 20 million characters. */
const maxFileBytes = 64 * 1024 * 1024;

/**
 * Reads one file into a SourceDocument. The text is the decoded file itself, without its byte order mark.
 * @throws DocumentError with a sentence that names the file: unreadable, too large, empty, or no text.
 */
export async function readDocument(file: DocumentFile): Promise<SourceDocument> {
  const bytes = await readBytes(file);
  const text = decodeText(bytes, file.name);
  if (text.trim() === '') {
    throw new DocumentError(
      'document-empty',
      file.path,
      `${file.name} holds no text: put its text in or remove it.`,
    );
  }
  return {
    id: documentIdOf(file.name),
    path: file.path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    format: 'txt',
    text,
    layout: { pages: [], headings: [], noise: [] },
    stated: {},
  };
}

/** The same name below the ingested folder gives the same id on every machine. */
export function documentIdOf(name: string): string {
  return `d${createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 11)}`;
}

async function readBytes(file: DocumentFile): Promise<Buffer> {
  try {
    const { size } = await stat(file.path);
    if (size > maxFileBytes) {
      throw new DocumentError(
        'document-too-large',
        file.path,
        `${file.name} has ${Math.round(size / 1024 / 1024)} MiB, more than the ${maxFileBytes / 1024 / 1024} MiB that are read: split it.`,
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

import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { DocumentError } from '../../errors.ts';
import type { ReadingLimits, ReadingSource } from '../reading-limits.ts';

/** OLE compound files: old .doc, and .docx with a password ([MS-OFFCRYPTO]). */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

/** More entries than any document has. */
const mostEntries = 10_000;

class TooLarge extends Error {}

/**
 * Unpacks the wanted parts of a .docx. What they unpack to is counted while they do: the sizes that an archive states
 * are not believed. @returns their text by name; a part that is not there is missing.
 * @throws DocumentError `document-encrypted`, `document-not-docx`, `document-damaged`, `document-too-large`.
 */
export async function unpack(
  bytes: Uint8Array,
  wanted: ReadonlySet<string>,
  source: ReadingSource,
  { maxUnpackedBytes }: ReadingLimits,
): Promise<Map<string, string>> {
  if (compoundFile.every((byte, index) => bytes[index] === byte)) {
    throw refusal(
      'document-encrypted',
      source,
      'has a password or is an old .doc file: save it as .docx without a password',
    );
  }
  const parts = new Map<string, string>();
  try {
    const archive = await openArchive(bytes);
    let left = maxUnpackedBytes;
    for await (const entry of entriesOf(archive)) {
      if (!wanted.has(entry.fileName) || parts.has(entry.fileName)) continue;
      const content = await readEntry(archive, entry, left);
      left -= content.length;
      parts.set(entry.fileName, new TextDecoder().decode(content));
    }
  } catch (cause) {
    if (cause instanceof TooLarge) {
      const mebibytes = Math.round(maxUnpackedBytes / 1024 / 1024);
      throw refusal('document-too-large', source, `unpacks to more than ${mebibytes} MiB: split it`, cause);
    }
    const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
    throw isArchive
      ? refusal('document-damaged', source, 'is cut or damaged: get it again from where it came from', cause)
      : notDocx(source, cause);
  }
  if (!parts.has('word/document.xml')) throw notDocx(source);
  return parts;
}

function openArchive(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, archive) => {
      if (error) reject(error);
      else resolve(archive);
    });
  });
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for (let count = 0; count < mostEntries; count += 1) {
    const entry = await nextEntry(archive);
    if (entry === null) return;
    yield entry;
  }
}

function nextEntry(archive: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      archive.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
      act();
    };
    archive.once('entry', (entry: Entry) => settle(() => resolve(entry)));
    archive.once('end', () => settle(() => resolve(null)));
    archive.once('error', (error: Error) => settle(() => reject(error)));
    archive.readEntry();
  });
}

async function readEntry(archive: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const stream = await openStream(archive, entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) throw new TooLarge(entry.fileName);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function openStream(archive: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
}

function notDocx(source: ReadingSource, cause?: unknown): DocumentError {
  return refusal('document-not-docx', source, 'is no Word document: save it as .docx', cause);
}

function refusal(code: string, { path, name }: ReadingSource, what: string, cause?: unknown): DocumentError {
  return new DocumentError(code, path, `${name} ${what} and ingest again.`, { cause });
}

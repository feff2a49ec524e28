import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { Failure } from './failure.ts';

/** OLE compound files: old .doc, and .docx with a password ([MS-OFFCRYPTO]). */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
const zipFile = [0x50, 0x4b];

/** More entries than any document has. */
const mostEntries = 10_000;

/** How much is unpacked at most, and what is called between the chunks to watch the time. */
type UnpackLimits = { maxUnpackedBytes: number; checkTime: () => void };

/**
 * Unpacks the wanted parts of a .docx. What they unpack to is counted while they do: the sizes that an archive states
 * are not believed. @returns their text by name; a part that is not there is missing.
 * @throws Failure `encrypted`, `not-docx`, `damaged`, `too-large`; what `checkTime` throws.
 */
export async function unpack(
  bytes: Uint8Array,
  wanted: ReadonlySet<string>,
  { maxUnpackedBytes, checkTime }: UnpackLimits,
): Promise<Map<string, string>> {
  if (beginsWith(bytes, compoundFile)) throw new Failure('encrypted', 'an OLE compound file');
  if (!beginsWith(bytes, zipFile)) throw new Failure('not-docx', 'no zip archive');
  const parts = new Map<string, string>();
  const archive = await openArchive(bytes);
  let left = maxUnpackedBytes;
  for await (const entry of entriesOf(archive)) {
    if (!wanted.has(entry.fileName) || parts.has(entry.fileName)) continue;
    if (entry.isEncrypted()) throw new Failure('encrypted', `${entry.fileName} is encrypted`);
    const content = await readEntry(archive, entry, { maxUnpackedBytes: left, checkTime });
    left -= content.length;
    parts.set(entry.fileName, decode(content));
  }
  if (!parts.has('word/document.xml')) throw new Failure('not-docx', 'no word/document.xml');
  return parts;
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** XML is in UTF-8, or in UTF-16 with a byte order mark; a byte that is neither throws. */
function decode(content: Buffer): string {
  const isBigEndian = beginsWith(content, [0xfe, 0xff]);
  const wide = isBigEndian ? 'utf-16be' : beginsWith(content, [0xff, 0xfe]) ? 'utf-16le' : null;
  return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(content);
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

async function readEntry(archive: ZipFile, entry: Entry, limits: UnpackLimits): Promise<Buffer> {
  const stream = await openStream(archive, entry);
  const chunks: Buffer[] = [];
  let size = 0;
  let checksum = 0;
  for await (const chunk of stream) {
    limits.checkTime();
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limits.maxUnpackedBytes) throw new Failure('too-large', entry.fileName);
    checksum = crc32(bytes, checksum);
    chunks.push(bytes);
  }
  // yauzl leaves this to its caller; without it a flipped bit would change a word of a law unseen.
  if (checksum !== entry.crc32) throw new Failure('damaged', `the checksum of ${entry.fileName} differs`);
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

import { createHash } from 'node:crypto';
import { mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentFile } from '../../src/documents/find-documents.ts';
import { documentIdOf, readDocument } from '../../src/documents/read-document.ts';
import { DocumentError } from '../../src/errors.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';

const folder = useTemporaryFolder();
const fileOf = (name: string): DocumentFile => ({ path: join(folder(), name), root: folder(), name });

describe('readDocument', () => {
  it('reads the text as it stands, with the checksum of its bytes', async () => {
    const content = '\uFEFF第一条 甲。\r\n第二条 乙。';
    writeFiles(folder(), { 'a.txt': content });
    expect(await readDocument(fileOf('a.txt'))).toEqual({
      id: documentIdOf('a.txt'),
      path: join(folder(), 'a.txt'),
      sha256: createHash('sha256').update(content).digest('hex'),
      format: 'txt',
      text: '第一条 甲。\r\n第二条 乙。',
      layout: { pages: [], headings: [], noise: [] },
      stated: {},
    });
  });

  it('gives the same name the same id, whatever the folder and the text', async () => {
    writeFiles(folder(), { 'here/a.txt': '甲', 'there/a.txt': '乙' });
    const [here, there] = await Promise.all(
      ['here', 'there'].map((root) =>
        readDocument({ path: join(folder(), root, 'a.txt'), root, name: 'a.txt' }),
      ),
    );
    expect(here?.id).toBe(there?.id);
    expect(here?.sha256).not.toBe(there?.sha256);
  });

  it.each([
    ['html', '<div>'.repeat(20_000)],
    ['md', '>'.repeat(3_000)],
  ])('refuses a .%s that is nested without end', async (ending, content) => {
    writeFiles(folder(), { [`a.${ending}`]: `${content} 甲` });
    await expect(readDocument(fileOf(`a.${ending}`))).rejects.toMatchObject({ code: 'document-too-nested' });
  });

  it.each([
    ['is not there', 'document-unreadable', () => undefined],
    ['is a folder', 'document-unreadable', () => mkdirSync(join(folder(), 'a.txt'))],
    ['is empty', 'document-empty', () => writeFiles(folder(), { 'a.txt': '' })],
    ['holds white space only', 'document-empty', () => writeFiles(folder(), { 'a.txt': ' \r\n\t　\n' })],
    ['holds a byte order mark only', 'document-empty', () => writeFiles(folder(), { 'a.txt': '\uFEFF' })],
    [
      'is one endless line',
      'document-without-lines',
      () => writeFiles(folder(), { 'a.txt': 'a'.repeat(2_000_001) }),
    ],
    ['is no text', 'document-not-text', () => writeFiles(folder(), { 'a.txt': Uint8Array.of(0xff) })],
    [
      'is too large',
      'document-too-large',
      () => {
        writeFiles(folder(), { 'a.txt': '甲' });
        truncateSync(join(folder(), 'a.txt'), 64 * 1024 * 1024 + 1);
      },
    ],
  ])('refuses a file that %s with one sentence that names it', async (_what, code, prepare) => {
    prepare();
    const reading = readDocument(fileOf('a.txt'));
    await expect(reading).rejects.toThrowError(DocumentError);
    await expect(reading).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^a\.txt [^\n]+\.$/u),
    });
  });
});

describe('documentIdOf', () => {
  it('is the same for both Unicode forms of a name', () => {
    expect(documentIdOf('für.txt'.normalize('NFD'))).toBe(documentIdOf('für.txt'.normalize('NFC')));
  });

  it('differs between names', () => {
    expect(documentIdOf('a/b.txt')).not.toBe(documentIdOf('b.txt'));
  });
});

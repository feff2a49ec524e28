import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDocuments } from '../../src/documents/find-documents.ts';
import { ConfigurationError } from '../../src/errors.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';

const folder = useTemporaryFolder();
const namesBelow = async (path: string): Promise<string[]> =>
  (await findDocuments([path])).map(({ name }) => name);

describe('findDocuments', () => {
  it('lists text files of a folder and the folders in it, sorted by name', async () => {
    writeFiles(folder(), { 'b.txt': 'b', 'a/z.txt': 'z', 'a/c/d.TXT': 'd', '10.txt': 'x', '第一.txt': 'y' });
    expect(await namesBelow(folder())).toEqual(['10.txt', 'a/c/d.TXT', 'a/z.txt', 'b.txt', '第一.txt']);
  });

  it('says where each file stands and which folder it was found in', async () => {
    writeFiles(folder(), { 'a/b.txt': 'b' });
    expect(await findDocuments([folder()])).toEqual([
      { path: join(folder(), 'a', 'b.txt'), root: folder(), name: 'a/b.txt' },
    ]);
  });

  it('passes over other kinds of files, hidden files and what hidden folders hold', async () => {
    writeFiles(folder(), {
      'a.txt': 'a',
      'b.exe': 'b',
      txt: 'c',
      '.hidden.txt': 'd',
      '.git/e.txt': 'e',
      'f/.g/h.txt': 'h',
    });
    mkdirSync(join(folder(), 'folder.txt'));
    expect(await namesBelow(folder())).toEqual(['a.txt']);
  });

  it('reads a folder that stands inside a hidden folder', async () => {
    writeFiles(folder(), { '.cache/a.txt': 'a' });
    expect(await namesBelow(join(folder(), '.cache'))).toEqual(['a.txt']);
  });

  it('takes a single file as the only document of its own folder', async () => {
    writeFiles(folder(), { 'a.txt': 'a', 'b.txt': 'b' });
    const path = join(folder(), 'a.txt');
    expect(await findDocuments([path])).toEqual([{ path, root: path, name: 'a.txt' }]);
  });

  it('lists a file once that two folders hold', async () => {
    writeFiles(folder(), { 'a/b.txt': 'b', 'c.txt': 'c' });
    const paths = (await findDocuments([folder(), join(folder(), 'a')])).map(({ path }) => path);
    expect(paths.toSorted()).toEqual([join(folder(), 'a', 'b.txt'), join(folder(), 'c.txt')]);
  });

  it('refuses a folder that is not there, by the name that was given', async () => {
    const missing = join(folder(), 'none');
    const finding = findDocuments([missing]);
    await expect(finding).rejects.toThrowError(ConfigurationError);
    await expect(finding).rejects.toMatchObject({
      code: 'folder-not-found',
      message: expect.stringContaining(missing),
    });
  });

  it.each([
    ['nothing', null],
    ['another kind of file', 'a.exe'],
    ['a hidden file', '.a.txt'],
  ])('refuses a folder that holds %s', async (_what, name) => {
    if (name !== null) writeFiles(folder(), { [name]: 'a' });
    await expect(findDocuments([folder()])).rejects.toMatchObject({
      code: 'folder-empty',
      message: expect.stringContaining(folder()),
    });
  });
});

import { describe, expect, it } from 'vitest';
import { IndexError } from '../../src/errors.ts';
import { formatVersion, type Manifest, readingVersion, readManifest } from '../../src/knowledge/manifest.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';

const folder = useTemporaryFolder();

const manifest: Manifest = {
  formatVersion,
  readingVersion,
  createdAt: '2024-05-06T07:08:09.123Z',
  model: { id: 'hash', revision: 'hash-1', dimensions: 64 },
  space: 'ip',
  documents: 1,
  clauses: 2,
  sentences: 3,
  passages: 4,
  tokenDimensions: 8,
  files: { 'clauses.db': 5 },
};

describe('readManifest', () => {
  it('reads what was written', async () => {
    writeFiles(folder(), { 'manifest.json': JSON.stringify(manifest) });
    expect(await readManifest(folder(), 'index')).toEqual(manifest);
  });

  it.each([
    ['is missing', null],
    ['is empty', ''],
    ['was cut', JSON.stringify(manifest).slice(0, -10)],
    ['is of an older format', JSON.stringify({ ...manifest, formatVersion: formatVersion - 1 })],
    ['is of a newer format', JSON.stringify({ ...manifest, formatVersion: formatVersion + 1 })],
    ['was made for another distance', JSON.stringify({ ...manifest, space: 'l2' })],
    ['states a negative count', JSON.stringify({ ...manifest, passages: -1 })],
    ['lacks the model', JSON.stringify({ ...manifest, model: undefined })],
    ['is no object', '[]'],
  ])('refuses one that %s, with the remedy', async (_what, content) => {
    if (content !== null) writeFiles(folder(), { 'manifest.json': content });
    const reading = readManifest(folder(), '/data/index');
    await expect(reading).rejects.toThrowError(IndexError);
    await expect(reading).rejects.toMatchObject({
      code: 'index-format',
      message: expect.stringContaining('"clausewise ingest DIR --index /data/index"'),
    });
  });
});

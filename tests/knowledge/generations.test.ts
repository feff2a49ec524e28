import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createGeneration,
  currentGeneration,
  generationFolder,
  publishGeneration,
  removeGenerations,
} from '../../src/knowledge/generations.ts';
import { useTemporaryFolder, writeFiles } from '../temporary-folder.ts';

const folder = useTemporaryFolder();
const now = new Date('2024-05-06T07:08:09.123Z');

/** Makes a generation with one file and puts it into use. */
async function publishOne(): Promise<string> {
  const generation = await createGeneration(folder(), now);
  writeFiles(generationFolder(folder(), generation), { 'manifest.json': '{}' });
  await publishGeneration(folder(), generation);
  return generation;
}

describe('generations', () => {
  it('are named by time and told apart', async () => {
    const [one, other] = [await createGeneration(folder(), now), await createGeneration(folder(), now)];
    expect(one).toMatch(/^20240506T070809-[0-9a-f]{8}$/u);
    expect(other).not.toBe(one);
    expect(readdirSync(generationFolder(folder(), one))).toEqual([]);
  });

  it('are not in use before they are published', async () => {
    expect(await currentGeneration(folder())).toBeNull();
    const first = await publishOne();
    const half = await createGeneration(folder(), now);
    writeFiles(generationFolder(folder(), half), { 'clauses.db': 'half' });
    expect(await currentGeneration(folder())).toBe(first);
  });

  it('take the place of the one before, without a trace of the switch', async () => {
    await publishOne();
    const second = await publishOne();
    expect(await currentGeneration(folder())).toBe(second);
    expect(readFileSync(join(folder(), 'current'), 'utf8')).toBe(`${second}\n`);
    expect(readdirSync(folder()).toSorted()).toEqual(['current', 'generations']);
  });

  it('leave the old one in use when they cannot be published', async () => {
    const first = await publishOne();
    await expect(publishGeneration(folder(), '20240506T070809-00000000')).rejects.toThrowError('ENOENT');
    expect(await currentGeneration(folder())).toBe(first);
  });

  it('are in use by name or by nothing, at every moment of many switches', async () => {
    const names = new Set([await publishOne()]);
    let isSwitching = true;
    const switching = (async () => {
      for (let count = 0; count < 20; count += 1) names.add(await publishOne());
      isSwitching = false;
    })();
    const seen: Array<string | null> = [];
    while (isSwitching) seen.push(await currentGeneration(folder()));
    await switching;
    expect(seen.filter((name) => name === null || !names.has(name))).toEqual([]);
  });

  it.each(['', 'main\n', '../../etc', '20240506T070809-0123456', '20240506T070809-01234567/..'])(
    'are not what a file with %j names',
    async (content) => {
      writeFiles(folder(), { current: content });
      expect(await currentGeneration(folder())).toBeNull();
    },
  );

  it('are not hidden by another failure than a missing file', async () => {
    mkdirSync(join(folder(), 'current'));
    await expect(currentGeneration(folder())).rejects.toThrowError('EISDIR');
  });

  it('are removed but for those to keep', async () => {
    const [first, second, third] = [await publishOne(), await publishOne(), await publishOne()];
    await removeGenerations(folder(), [second, null, third]);
    expect(readdirSync(join(folder(), 'generations')).toSorted()).toEqual([second, third].toSorted());
    expect(existsSync(generationFolder(folder(), first))).toBe(false);
    await expect(removeGenerations(join(folder(), 'none'), [])).resolves.toBeUndefined();
  });
});

import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IndexError } from '../errors.ts';

/** The file that names the generation in use. It is replaced by a rename, so a reader never sees half of it. */
const currentName = 'current';
const generationName = /^[0-9]{8}T[0-9]{6}-[0-9a-f]{8}$/u;

/** Where a generation stands. */
export function generationFolder(indexDir: string, generation: string): string {
  return join(indexDir, 'generations', generation);
}

/**
 * The generation in use, or null when nothing was ever built.
 * @throws IndexError `index-unreadable` when the folder cannot be read, or is a file.
 */
export async function currentGeneration(indexDir: string): Promise<string | null> {
  const name = await readFile(join(indexDir, currentName), 'utf8').catch((cause: unknown) => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'ENOENT') return null;
    throw new IndexError(
      'index-unreadable',
      `The index folder ${indexDir} cannot be read (${code}): name a folder that you may read with --index or INDEX_DIR.`,
      { cause },
    );
  });
  return name === null || !generationName.test(name.trim()) ? null : name.trim();
}

/** Makes the empty folder of a new generation; its name sorts by time. */
export async function createGeneration(indexDir: string, now: Date): Promise<string> {
  const time = now.toISOString().replace(/[-:]|\.\d+Z/gu, '');
  const generation = `${time}-${randomBytes(4).toString('hex')}`;
  await mkdir(generationFolder(indexDir, generation), { recursive: true });
  return generation;
}

/** Puts a finished generation into use: everything is on the disk before the name is switched. */
export async function publishGeneration(indexDir: string, generation: string): Promise<void> {
  const folder = generationFolder(indexDir, generation);
  for (const file of await readdir(folder)) await flush(join(folder, file));
  const temporary = join(indexDir, `${currentName}.new`);
  await writeFile(temporary, `${generation}\n`);
  await flush(temporary);
  await rename(temporary, join(indexDir, currentName));
}

/** Removes every generation but those to keep; a reader that has one open goes on reading it. */
export async function removeGenerations(indexDir: string, keep: readonly (string | null)[]): Promise<void> {
  const root = join(indexDir, 'generations');
  const names = await readdir(root).catch(() => []);
  for (const name of names.filter((candidate) => !keep.includes(candidate))) {
    await rm(join(root, name), { recursive: true, force: true });
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

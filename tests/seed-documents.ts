import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the documents that the program answers from out of the box. */
export const seedsFolder = fileURLToPath(new URL('../seeds', import.meta.url));

/** The names of the seed documents, sorted. */
export const seedNames = readdirSync(seedsFolder)
  .filter((name) => name.endsWith('.txt'))
  .sort();

/** The text of the one seed whose name begins with `prefix`, as it stands in the file. */
export function readSeed(prefix: string): string {
  const name = seedNames.find((candidate) => candidate.startsWith(prefix));
  if (name === undefined) throw new Error(`There is no seed ${prefix}.`);
  return readFileSync(join(seedsFolder, name), 'utf8');
}

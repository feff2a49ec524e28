import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { IndexError } from '../errors.ts';

/** Raised whenever an older program could not read what a newer one wrote. */
export const formatVersion = 5;

/** Raised whenever the same file would be split or embedded in another way: its documents are read again. */
export const readingVersion = 11;

export const manifestName = 'manifest.json';

const manifestSchema = z.object({
  formatVersion: z.literal(formatVersion),
  readingVersion: z.number().int(),
  createdAt: z.iso.datetime(),
  model: z.object({ id: z.string(), revision: z.string(), dimensions: z.number().int().positive() }),
  space: z.literal('ip'),
  documents: z.number().int().nonnegative(),
  clauses: z.number().int().nonnegative(),
  sentences: z.number().int().nonnegative(),
  passages: z.number().int().nonnegative(),
  /** Length of a token's row in tokens.bin; 0 when the model has no token projection. */
  tokenDimensions: z.number().int().nonnegative(),
  /** Sizes in bytes: hnswlib writes a cut file without an error. */
  files: z.record(z.string(), z.number().int().nonnegative()),
});

/** What a generation of the index says of itself; nothing else in it is believed before this was read. */
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Reads the manifest of a generation.
 * @throws IndexError `index-format` when it is missing, damaged or of another format.
 */
export async function readManifest(folder: string, indexDir: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
  } catch (cause) {
    throw new IndexError(
      'index-format',
      `The index in ${indexDir} is damaged or was made by another version of Clausewise: make it again with "clausewise ingest DIR --index ${indexDir}".`,
      { cause },
    );
  }
}

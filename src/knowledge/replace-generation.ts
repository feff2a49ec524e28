import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Embedder, ModelIdentity } from '../embedding/embedder.ts';
import { type BuildProgress, type BuildResult, buildGeneration } from './build-generation.ts';
import { openEmbeddingCache } from './embedding-cache.ts';
import {
  createGeneration,
  currentGeneration,
  generationFolder,
  publishGeneration,
  removeGenerations,
} from './generations.ts';
import { databaseName } from './schema.ts';
import type { DocumentWriter } from './write-document.ts';

/** What a new generation is made with. */
export type ReplaceDeps = { embedder: Embedder; now: () => Date; onProgress: BuildProgress };

/** The names of the generation that was in use, and of the one that is. */
export type Replaced = { before: string | null; after: string };

/**
 * Makes a new generation and puts it into use as the last step, so that a failure or a crash leaves the old one whole;
 * what crashed runs left behind is removed. The caller holds the lock of the index.
 * @param onPublished is told while the old generation can still be read.
 */
export async function replaceGeneration(
  deps: ReplaceDeps,
  indexDir: string,
  model: ModelIdentity,
  writeDocuments: (writer: DocumentWriter) => Promise<void>,
  onPublished: (replaced: Replaced) => void = () => undefined,
): Promise<BuildResult> {
  const before = await currentGeneration(indexDir);
  await removeGenerations(indexDir, [before]);
  const generation = await createGeneration(indexDir, deps.now());
  const folder = generationFolder(indexDir, generation);
  const cache = openEmbeddingCache(join(indexDir, 'embeddings.db'));
  try {
    const built = await buildGeneration({ ...deps, cache }, folder, model, writeDocuments);
    await publishGeneration(indexDir, generation);
    onPublished({ before, after: generation });
    await removeGenerations(indexDir, [before, generation]);
    cache.keepOnly(join(folder, databaseName));
    return built;
  } catch (error) {
    // What was put into use stays, even where tidying up behind it fails.
    if ((await currentGeneration(indexDir)) !== generation)
      await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    cache.close();
  }
}

import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { plainLayout } from '../clauses/parse-document.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { type BuildProgress, buildGeneration } from './build-generation.ts';
import { openEmbeddingCache } from './embedding-cache.ts';
import {
  createGeneration,
  currentGeneration,
  generationFolder,
  publishGeneration,
  removeGenerations,
} from './generations.ts';
import { inIndexFolder } from './in-index-folder.ts';
import { openPrevious } from './previous-documents.ts';
import { databaseName } from './schema.ts';
import type { DocumentToWrite } from './write-document.ts';

/** A passage of a collection: a document of one clause. */
export type CollectionPassage = { id: string; title: string; text: string };

/**
 * Makes an index of passages as they stand, each a document of its own, by the same way as documents are indexed but
 * without the clause parser. An index that holds just these passages is left as it is.
 * @throws ModelError, IndexError (`index-busy`, `index-not-written`).
 */
export async function indexPassages(
  deps: { embedder: Embedder; now: () => Date; onProgress: BuildProgress },
  passages: readonly CollectionPassage[],
  indexDir: string,
): Promise<void> {
  const model = await deps.embedder.identity();
  await inIndexFolder(indexDir, async () => {
    const previous = await openPrevious(indexDir, model);
    const known = new Map((previous?.isCurrent ? previous.list : []).map(({ id, sha256 }) => [id, sha256]));
    previous?.close();
    const isSame =
      known.size === passages.length && passages.every((one) => known.get(one.id) === sha256Of(one));
    if (isSame) return;
    const before = await currentGeneration(indexDir);
    const generation = await createGeneration(indexDir, deps.now());
    const folder = generationFolder(indexDir, generation);
    const cache = openEmbeddingCache(join(indexDir, 'embeddings.db'));
    try {
      await buildGeneration({ ...deps, cache }, folder, model, async (writer) => {
        for (const passage of passages) writer.writeWhole(toDocument(passage), passage.title);
      });
      await publishGeneration(indexDir, generation);
      await removeGenerations(indexDir, [before, generation]);
      cache.keepOnly(join(folder, databaseName));
    } catch (error) {
      if ((await currentGeneration(indexDir)) !== generation)
        await rm(folder, { recursive: true, force: true });
      throw error;
    } finally {
      cache.close();
    }
  });
}

function toDocument(passage: CollectionPassage): DocumentToWrite {
  const { id, text } = passage;
  return {
    id,
    name: id,
    path: id,
    sha256: sha256Of(passage),
    format: 'txt',
    text,
    layout: plainLayout,
    stated: {},
  };
}

function sha256Of({ title, text }: CollectionPassage): string {
  return createHash('sha256').update(`${title}\n${text}`).digest('hex');
}

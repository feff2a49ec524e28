import { createHash } from 'node:crypto';
import { plainLayout } from '../clauses/parse-document.ts';
import { inIndexFolder } from './in-index-folder.ts';
import { openPrevious } from './previous-documents.ts';
import { type ReplaceDeps, replaceGeneration } from './replace-generation.ts';
import type { DocumentToWrite } from './write-document.ts';

/** A passage of a collection: a document of one clause. */
export type CollectionPassage = { id: string; title: string; text: string };

/**
 * Makes an index of passages as they stand, each a document of its own, by the same way as documents are indexed but
 * without the clause parser. An index that holds just these passages is left as it is.
 * @throws ModelError, IndexError (`index-busy`, `index-not-written`).
 */
export async function indexPassages(
  deps: ReplaceDeps,
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
    await replaceGeneration(deps, indexDir, model, async (writer) => {
      for (const passage of passages) writer.writeWhole(toDocument(passage), passage.title);
    });
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

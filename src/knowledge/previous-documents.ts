import { join } from 'node:path';
import type { DocumentFormat, SourceDocument } from '../documents/source-document.ts';
import type { ModelIdentity } from '../embedding/embedder.ts';
import { IndexError } from '../errors.ts';
import { currentGeneration, generationFolder } from './generations.ts';
import { readingVersion, readManifest } from './manifest.ts';
import { openDatabase } from './open-database.ts';
import { databaseName } from './schema.ts';
import type { DocumentToWrite } from './write-document.ts';

/** What the index knew of a document. */
export type PreviousDocument = Pick<SourceDocument, 'id' | 'path' | 'sha256'> & {
  name: string;
  root: string;
  clauses: number;
  sentences: number;
};

/** The documents of the generation in use, as the next one needs them. Whoever opens it closes it. */
export type PreviousDocuments = {
  /** True when the old generation was read in the same way with the same model, so that it may stay. */
  isCurrent: boolean;
  list: readonly PreviousDocument[];
  /** A document with its text, as it was read when it was ingested. */
  load(id: string): DocumentToWrite;
  close(): void;
};

type Row = PreviousDocument & { format: DocumentFormat; text: string };

/**
 * Opens the documents of the generation in use. Null when there is none, or when another version made it in a
 * format that cannot be read: the new index is then made from the files alone.
 */
export async function openPrevious(
  indexDir: string,
  model: ModelIdentity,
): Promise<PreviousDocuments | null> {
  const generation = await currentGeneration(indexDir);
  if (generation === null) return null;
  const folder = generationFolder(indexDir, generation);
  const manifest = await readManifest(folder, indexDir).catch((error: unknown) => {
    if (error instanceof IndexError) return null;
    throw error;
  });
  if (manifest === null) return null;
  const database = openDatabase(join(folder, databaseName), { readonly: true });
  const list = database
    .prepare<[], PreviousDocument>(
      'SELECT id, path, sha256, name, root, clauses, sentences FROM documents ORDER BY ordinal',
    )
    .all();
  const one = database.prepare<[string], Row>(
    'SELECT id, path, sha256, name, root, format, text, clauses, sentences FROM documents WHERE id = ?',
  );
  return {
    isCurrent: manifest.readingVersion === readingVersion && manifest.model.revision === model.revision,
    list,
    load: (id) => {
      const row = one.get(id);
      if (row === undefined) throw new Error(`The generation ${generation} has no document ${id}.`);
      const { clauses: _clauses, sentences: _sentences, ...document } = row;
      return document;
    },
    close: () => database.close(),
  };
}

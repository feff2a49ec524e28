import { join } from 'node:path';
import type { SourceDocument } from '../documents/source-document.ts';
import type { ModelIdentity } from '../embedding/embedder.ts';
import { IndexError } from '../errors.ts';
import { documentRecord } from './document-record.ts';
import { currentGeneration, generationFolder } from './generations.ts';
import { type Manifest, readingVersion } from './manifest.ts';
import { openDatabase } from './open-database.ts';
import { openKnowledgeBase } from './open-knowledge-base.ts';
import type { DocumentCounts } from './report-ingest.ts';
import { databaseName } from './schema.ts';
import type { DocumentToWrite } from './write-document.ts';

/** What the index knew of a document. */
export type PreviousDocument = Pick<SourceDocument, 'id' | 'path' | 'sha256'> & {
  name: string;
  counts: DocumentCounts;
};

type ListRow = Omit<PreviousDocument, 'counts'> & DocumentCounts;

type DocumentRow = Omit<DocumentToWrite, 'layout' | 'stated'> & { layout: string; stated: string };

/** The documents of the generation in use, as the next one needs them. Whoever opens it closes it. */
export type PreviousDocuments = {
  /** True when the old generation was read in the same way with the same model, so that it may stay. */
  isCurrent: boolean;
  list: readonly PreviousDocument[];
  /** A document with its text, as it was read when it was ingested. */
  load(id: string): DocumentToWrite;
  close(): void;
};

/**
 * Opens the documents of the generation in use. Null when there is none, or when it is damaged or of another
 * version's format: the new index is then made from the files alone.
 */
export async function openPrevious(
  indexDir: string,
  model: ModelIdentity,
): Promise<PreviousDocuments | null> {
  const generation = await currentGeneration(indexDir);
  if (generation === null) return null;
  const manifest = await readableManifest(indexDir);
  if (manifest === null) return null;
  const database = openDatabase(join(generationFolder(indexDir, generation), databaseName), {
    readonly: true,
  });
  const list = database
    .prepare<[], ListRow>(
      `SELECT id, path, sha256, name, clauses, sentences, json_array_length(report, '$.noise') AS noise,
       json_array_length(report, '$.gaps') AS gaps, json_array_length(report, '$.notTaken') AS notTaken
       FROM documents ORDER BY ordinal`,
    )
    .all()
    .map(({ id, path, sha256, name, ...counts }) => ({ id, path, sha256, name, counts }));
  const one = database.prepare<[string], DocumentRow>(
    'SELECT id, path, sha256, name, format, text, layout, stated FROM documents WHERE id = ?',
  );
  return {
    isCurrent: manifest.readingVersion === readingVersion && manifest.model.revision === model.revision,
    list,
    load: (id) => {
      const document = one.get(id);
      if (document === undefined) throw new Error(`The generation ${generation} has no document ${id}.`);
      const { layout, stated } = document;
      return {
        ...document,
        layout: documentRecord.layout(layout),
        stated: documentRecord.stated(stated),
      };
    },
    close: () => database.close(),
  };
}

/** The manifest of the generation in use when all of it can be opened; otherwise null. */
async function readableManifest(indexDir: string): Promise<Manifest | null> {
  try {
    const knowledge = await openKnowledgeBase(indexDir);
    knowledge?.close();
    return knowledge?.manifest ?? null;
  } catch (error) {
    if (error instanceof IndexError) return null;
    throw error;
  }
}

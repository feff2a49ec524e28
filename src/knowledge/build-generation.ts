import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Embedder, ModelIdentity } from '../embedding/embedder.ts';
import type { EmbeddingCache } from './embedding-cache.ts';
import { passageKinds } from './make-passages.ts';
import { formatVersion, type Manifest, manifestName, readingVersion } from './manifest.ts';
import { openDatabase } from './open-database.ts';
import { createSchema, databaseName, momentsName, tokensName, vectorsName } from './schema.ts';
import { createVectorIndex, openVectorIndex } from './vector-index.ts';
import { measureMoments, momentsToBytes } from './vector-moments.ts';
import { createDocumentWriter, type DocumentWriter } from './write-document.ts';
import { writePostings } from './write-postings.ts';
import { writeTokens } from './write-tokens.ts';

/** Embedded passages are put on the disk in batches of this many, so that an interrupted run can go on. */
const batchSize = 64;

export type BuildProgress = (step: { done: number; total: number }) => void;

export type BuildResult = { manifest: Manifest; embedded: number; embedSeconds: number };

/**
 * Builds the files of a generation in `folder`, an empty folder. `writeDocuments` is called once with the
 * writer. Nothing outside `folder` and the cache is touched; a failure leaves a folder to be removed.
 */
export async function buildGeneration(
  deps: { embedder: Embedder; cache: EmbeddingCache; now: () => Date; onProgress: BuildProgress },
  folder: string,
  model: ModelIdentity,
  writeDocuments: (writer: DocumentWriter) => Promise<void>,
): Promise<BuildResult> {
  const database = openDatabase(join(folder, databaseName));
  try {
    createSchema(database);
    database.exec(
      'CREATE TEMP TABLE pending (key BLOB PRIMARY KEY, model_text TEXT NOT NULL, listed INTEGER NOT NULL) WITHOUT ROWID',
    );
    const insertPending = database.prepare<[Buffer, string, number]>(
      'INSERT OR IGNORE INTO pending VALUES (?, ?, ?)',
    );
    const writer = createDocumentWriter(database, model.revision, ({ key, modelText, listedCharacters }) => {
      if (!deps.cache.has(key)) insertPending.run(key, modelText, listedCharacters);
    });
    await writeDocuments(writer);
    const started = performance.now();
    const embedded = await embedPending(deps, database);
    const embedSeconds = (performance.now() - started) / 1000;
    const counts = writer.counts();
    await writeVectors(database, deps.cache, folder, model, counts.passages);
    const tokenDimensions = await writeTokens(database, deps.cache, join(folder, tokensName));
    writePostings(database, counts.clauses);
    compact(database);
    database.close();
    const manifest: Manifest = {
      formatVersion,
      readingVersion,
      createdAt: deps.now().toISOString(),
      model,
      space: 'ip',
      ...counts,
      tokenDimensions,
      files: await sizesOf(folder, [databaseName, vectorsName, momentsName, tokensName]),
    };
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    return { manifest, embedded, embedSeconds };
  } finally {
    database.close();
  }
}

async function embedPending(
  deps: { embedder: Embedder; cache: EmbeddingCache; onProgress: BuildProgress },
  database: Database.Database,
): Promise<number> {
  const pending = database
    .prepare<[], { key: Buffer; modelText: string; listed: number }>(
      'SELECT key, model_text AS modelText, listed FROM pending',
    )
    .all();
  for (let done = 0; done < pending.length; done += batchSize) {
    deps.onProgress({ done, total: pending.length });
    const batch = pending.slice(done, done + batchSize);
    const embedded = batch.map(async ({ key, modelText, listed }) => ({
      key,
      embedding: await deps.embedder.embedPassage(modelText, listed),
    }));
    deps.cache.putAll(await Promise.all(embedded));
  }
  deps.onProgress({ done: pending.length, total: pending.length });
  return pending.length;
}

async function writeVectors(
  database: Database.Database,
  cache: EmbeddingCache,
  folder: string,
  model: ModelIdentity,
  count: number,
): Promise<void> {
  const index = createVectorIndex(model.dimensions, count);
  const passages = database.prepare<[], { row: number; key: Buffer }>(
    'SELECT row, key FROM passages ORDER BY row',
  );
  for (const { row, key } of passages.iterate()) {
    const embedding = cache.get(key);
    if (embedding === null) throw new Error(`Passage ${row} has no vector.`);
    index.add(row, embedding.vector);
  }
  const path = join(folder, vectorsName);
  await index.write(path);
  // Read back, because a file that was cut on a full disk was written without an error.
  await openVectorIndex(path, model.dimensions, count);
  const rowsOfKind = database.prepare<[string], { row: number }>(
    'SELECT row FROM passages WHERE kind = ? ORDER BY row',
  );
  const moments = passageKinds.map((kind) => {
    const rows = rowsOfKind.all(kind).map(({ row }) => row);
    return measureMoments(rows, model.dimensions, (row) => index.vectorOf(row));
  });
  await writeFile(join(folder, momentsName), Buffer.concat(moments.map(momentsToBytes)));
}

/** One plain file, readable without the write-ahead log beside it. */
function compact(database: Database.Database): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.pragma('journal_mode = DELETE');
}

async function sizesOf(folder: string, names: readonly string[]): Promise<Record<string, number>> {
  const sizes = await Promise.all(
    names.map(async (name) => [name, (await stat(join(folder, name))).size] as const),
  );
  return Object.fromEntries(sizes);
}

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { ModelIdentity } from '../embedding/embedder.ts';
import { IndexError } from '../errors.ts';
import { currentGeneration, generationFolder } from './generations.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { openDatabase } from './open-database.ts';
import { createReader } from './read-generation.ts';
import { databaseName, momentsName, tokensName, vectorsName } from './schema.ts';
import { openTokenFile } from './token-file.ts';
import { openVectorIndex } from './vector-index.ts';
import { momentsFromBytes, similarityMoments } from './vector-moments.ts';

/** How often the name of the generation is read again when it was switched and removed in between. */
const attempts = 3;

/**
 * Opens the generation in use. The caller closes what it is given.
 * @returns null when there is no index yet.
 * @throws IndexError `index-format`, `index-damaged`, with the remedy.
 */
export async function openKnowledgeBase(indexDir: string): Promise<KnowledgeBase | null> {
  for (let attempt = 1; ; attempt += 1) {
    const generation = await currentGeneration(indexDir);
    if (generation === null) return null;
    try {
      return await openGeneration(indexDir, generation);
    } catch (error) {
      const isSwitched = (await currentGeneration(indexDir)) !== generation;
      if (!isSwitched || attempt === attempts) throw error;
    }
  }
}

/**
 * Refuses an index whose vectors another model made: distances between them would mean nothing.
 * @throws IndexError `index-model`.
 */
export function requireModel(manifest: Manifest, model: ModelIdentity, indexDir: string): void {
  if (manifest.model.revision === model.revision && manifest.model.dimensions === model.dimensions) return;
  throw new IndexError(
    'index-model',
    `The index in ${indexDir} was made with the model ${manifest.model.id} (${manifest.model.revision}), not with ${model.id} (${model.revision}): set EMBEDDING_MODEL back, or ingest again with "clausewise ingest DIR --index ${indexDir}".`,
  );
}

async function openGeneration(indexDir: string, generation: string): Promise<KnowledgeBase> {
  const folder = generationFolder(indexDir, generation);
  const manifest = await readManifest(folder, indexDir);
  await requireFiles(folder, manifest, indexDir);
  const { dimensions } = manifest.model;
  const vectors = await openVectorIndex(join(folder, vectorsName), dimensions, manifest.passages);
  const [sentences, clauses] = momentsFromBytes(await readFile(join(folder, momentsName)), dimensions);
  if (sentences === undefined || clauses === undefined) throw damaged(indexDir, momentsName);
  const moments = { sentence: sentences, clause: clauses };
  const { database, reader } = openClauses(join(folder, databaseName), manifest, indexDir);
  const tokens = openTokenFile(join(folder, tokensName), manifest.tokenDimensions);
  return {
    ...reader,
    manifest,
    generation,
    nearestPassages: (vector, k) => vectors.search(vector, k),
    passageVector: (row) => vectors.vectorOf(row),
    similarityMoments: (vector, kind) => similarityMoments(moments[kind], vector),
    tokenRows: (firstToken, count) => tokens.read(firstToken, count),
    close: () => {
      tokens.close();
      database.close();
    },
  };
}

function openClauses(
  path: string,
  manifest: Manifest,
  indexDir: string,
): { database: Database.Database; reader: ReturnType<typeof createReader> } {
  try {
    const database = openDatabase(path, { readonly: true });
    return { database, reader: createReader(database, manifest.passages) };
  } catch (cause) {
    throw damaged(indexDir, databaseName, cause);
  }
}

async function requireFiles(folder: string, manifest: Manifest, indexDir: string): Promise<void> {
  for (const [name, size] of Object.entries(manifest.files)) {
    const entry = await stat(join(folder, name)).catch(() => null);
    if (entry?.size !== size) throw damaged(indexDir, name);
  }
}

function damaged(indexDir: string, name: string, cause?: unknown): IndexError {
  return new IndexError(
    'index-damaged',
    `The file ${name} of the index in ${indexDir} is missing or damaged: make the index again with "clausewise ingest DIR --index ${indexDir}".`,
    { cause },
  );
}

import { createHash } from 'node:crypto';
import type { Embedding } from '../embedding/embedder.ts';
import { openDatabase } from './open-database.ts';

/** Embeddings by what they were made of, kept beside the generations: an unchanged passage is embedded once. */
export type EmbeddingCache = {
  get(key: Buffer): Embedding | null;
  has(key: Buffer): boolean;
  putAll(entries: ReadonlyArray<{ key: Buffer; embedding: Embedding }>): void;
  /** Removes every vector that the passages of a generation's database (a path) do not use. */
  keepOnly(databasePath: string): void;
  close(): void;
};

/** Raised whenever the same model gives other vectors for the same text. */
const embeddingVersion = 3;

/** The key of a passage: the first 16 bytes of SHA-256 over the model's revision and what it is to read. */
export function embeddingKey(
  modelRevision: string,
  passage: { modelText: string; listedCharacters: number },
): Buffer {
  const { modelText, listedCharacters } = passage;
  const made = `${embeddingVersion}\n${modelRevision}\n${listedCharacters}\n${modelText}`;
  return createHash('sha256').update(made).digest().subarray(0, 16);
}

/** Opens the cache, creating it when missing. The caller closes it. */
export function openEmbeddingCache(path: string): EmbeddingCache {
  const database = openDatabase(path);
  database.exec(`CREATE TABLE IF NOT EXISTS embeddings
    (key BLOB PRIMARY KEY, vector BLOB NOT NULL, token_ids BLOB, token_rows BLOB) WITHOUT ROWID`);
  const select = database.prepare<[Buffer], Row>(
    'SELECT vector, token_ids, token_rows FROM embeddings WHERE key = ?',
  );
  const exists = database.prepare<[Buffer], { found: number }>(
    'SELECT 1 AS found FROM embeddings WHERE key = ?',
  );
  const insert = database.prepare<[Buffer, Buffer, Buffer | null, Buffer | null]>(
    'INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?, ?)',
  );
  return {
    get: (key) => {
      const row = select.get(key);
      return row === undefined ? null : toEmbedding(row);
    },
    has: (key) => exists.get(key) !== undefined,
    putAll: database.transaction((entries: ReadonlyArray<{ key: Buffer; embedding: Embedding }>) => {
      for (const { key, embedding } of entries) {
        const { vector, tokens } = embedding;
        insert.run(key, bytesOf(vector), tokens && bytesOf(tokens.ids), tokens && bytesOf(tokens.rows));
      }
    }),
    keepOnly: (databasePath) => {
      database.prepare('ATTACH ? AS generation').run(databasePath);
      database.exec('DELETE FROM embeddings WHERE key NOT IN (SELECT key FROM generation.passages)');
      database.exec('DETACH generation');
    },
    close: () => database.close(),
  };
}

type Row = { vector: Buffer; token_ids: Buffer | null; token_rows: Buffer | null };

function toEmbedding({ vector, token_ids: ids, token_rows: rows }: Row): Embedding {
  if (ids === null || rows === null) return { vector: new Float32Array(copyOf(vector)), tokens: null };
  const tokenIds = new Int32Array(copyOf(ids));
  const dimensions = tokenIds.length > 0 ? rows.length / tokenIds.length : 0;
  const tokens = { ids: tokenIds, rows: new Int8Array(copyOf(rows)), dimensions };
  return { vector: new Float32Array(copyOf(vector)), tokens };
}

function bytesOf(values: Float32Array | Int32Array | Int8Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

/** Copies, because SQLite's bytes need not be aligned to four. */
function copyOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

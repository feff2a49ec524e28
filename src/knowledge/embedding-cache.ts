import { createHash } from 'node:crypto';
import { openDatabase } from './open-database.ts';

/** Vectors by what they were made of, kept beside the generations: an unchanged passage is embedded once. */
export type EmbeddingCache = {
  get(key: Buffer): Float32Array | null;
  has(key: Buffer): boolean;
  putAll(entries: ReadonlyArray<{ key: Buffer; vector: Float32Array }>): void;
  /** Removes every vector that the passages of a generation's database (a path) do not use. */
  keepOnly(databasePath: string): void;
  close(): void;
};

/** The key of a passage: the first 16 bytes of SHA-256 over the model's revision and the text it reads. */
export function embeddingKey(modelRevision: string, modelText: string): Buffer {
  return createHash('sha256').update(`${modelRevision}\n${modelText}`).digest().subarray(0, 16);
}

/** Opens the cache, creating it when missing. The caller closes it. */
export function openEmbeddingCache(path: string): EmbeddingCache {
  const database = openDatabase(path);
  database.exec(
    'CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID',
  );
  const select = database.prepare<[Buffer], { vector: Buffer }>('SELECT vector FROM vectors WHERE key = ?');
  const exists = database.prepare<[Buffer], { found: number }>(
    'SELECT 1 AS found FROM vectors WHERE key = ?',
  );
  const insert = database.prepare<[Buffer, Buffer]>('INSERT OR REPLACE INTO vectors VALUES (?, ?)');
  return {
    get: (key) => {
      const row = select.get(key);
      return row === undefined ? null : toVector(row.vector);
    },
    has: (key) => exists.get(key) !== undefined,
    putAll: database.transaction((entries: ReadonlyArray<{ key: Buffer; vector: Float32Array }>) => {
      for (const { key, vector } of entries) {
        insert.run(key, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
      }
    }),
    keepOnly: (databasePath) => {
      database.prepare('ATTACH ? AS generation').run(databasePath);
      database.exec('DELETE FROM vectors WHERE key NOT IN (SELECT key FROM generation.passages)');
      database.exec('DETACH generation');
    },
    close: () => database.close(),
  };
}

/** Copies, because SQLite's bytes need not be aligned to four. */
function toVector(bytes: Buffer): Float32Array {
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

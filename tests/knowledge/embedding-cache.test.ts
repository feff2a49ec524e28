import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Embedding } from '../../src/embedding/embedder.ts';
import { embeddingKey, openEmbeddingCache } from '../../src/knowledge/embedding-cache.ts';
import { openDatabase } from '../../src/knowledge/open-database.ts';
import { createSchema } from '../../src/knowledge/schema.ts';
import { useTemporaryFolder } from '../temporary-folder.ts';

const folder = useTemporaryFolder();
const keyOf = (revision: string, modelText: string, listedCharacters = 1): Buffer =>
  embeddingKey(revision, { modelText, listedCharacters });
const [first, second, third] = [keyOf('r1', '甲'), keyOf('r1', '乙'), keyOf('r1', '丙')];
const only = (...values: number[]): Embedding => ({ vector: Float32Array.of(...values), tokens: null });

describe('embeddingKey', () => {
  it('depends on the model and on what it is to read', () => {
    expect(keyOf('r1', '甲')).toEqual(first);
    expect(keyOf('r2', '甲')).not.toEqual(first);
    expect(keyOf('r1', '甲', 0)).not.toEqual(first);
    expect(second).not.toEqual(first);
    expect(first).toHaveLength(16);
  });
});

describe('openEmbeddingCache', () => {
  it('gives back the same numbers, also after it was closed', () => {
    const path = join(folder(), 'cache.db');
    const vector = Float32Array.of(0.1, -1 / 3, Number.MIN_VALUE, 1e-38, 1);
    const cache = openEmbeddingCache(path);
    const tokens = { ids: Int32Array.of(3, 70_000), rows: Int8Array.of(127, -127, 0, 5), dimensions: 2 };
    cache.putAll([
      { key: first, embedding: { vector, tokens: null } },
      { key: third, embedding: { vector, tokens } },
    ]);
    cache.close();
    const again = openEmbeddingCache(path);
    expect(again.get(first)).toEqual({ vector, tokens: null });
    expect(again.get(third)).toEqual({ vector, tokens });
    expect(again.has(first)).toBe(true);
    expect(again.get(second)).toBeNull();
    expect(again.has(second)).toBe(false);
    again.close();
  });

  it('stores a vector that is a part of a larger buffer', () => {
    const cache = openEmbeddingCache(join(folder(), 'cache.db'));
    const vector = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
    cache.putAll([{ key: first, embedding: { vector, tokens: null } }]);
    expect(cache.get(first)).toEqual(only(2, 3));
    cache.close();
  });

  it('replaces a vector that it has', () => {
    const cache = openEmbeddingCache(join(folder(), 'cache.db'));
    cache.putAll([{ key: first, embedding: only(1) }]);
    cache.putAll([{ key: first, embedding: only(2) }]);
    expect(cache.get(first)).toEqual(only(2));
    cache.close();
  });

  it('keeps only the vectors that the passages of a generation use', () => {
    const generation = join(folder(), 'clauses.db');
    const database = openDatabase(generation);
    createSchema(database);
    database
      .prepare('INSERT INTO passages (row, clause_row, kind, start, end, key) VALUES (0, 0, ?, 0, 1, ?)')
      .run('sentence', second);
    database.close();
    const cache = openEmbeddingCache(join(folder(), 'cache.db'));
    cache.putAll([first, second].map((key) => ({ key, embedding: only(1) })));
    cache.keepOnly(generation);
    expect([cache.has(first), cache.has(second)]).toEqual([false, true]);
    cache.keepOnly(generation);
    expect(cache.has(second)).toBe(true);
    cache.close();
  });
});

import { open, stat } from 'node:fs/promises';
import hnswlib from 'hnswlib-node';
import { IndexError } from '../errors.ts';

/** Graph degree and build width: recall@10 of .99 on 20,000 articles at ef 100. */
const graphDegree = 16;
const buildWidth = 200;

/** So many more candidates are kept than are asked for: recall@10 of .99 and more at 200. */
const searchMargin = 50;

/** Fixed, so that the same passages in the same order give the same file. */
const randomSeed = 100;

/** One neighbour: the passage's row and the cosine of the angle between it and the question. */
export type Neighbour = { passage: number; similarity: number };

/** Vectors of norm 1 by passage row, searched by inner product; the only place that knows hnswlib-node. */
export type VectorIndex = {
  count: number;
  add(passage: number, vector: Float32Array): void;
  /** The `k` nearest passages, nearest first; fewer when the index is smaller. */
  search(vector: Float32Array, k: number): Neighbour[];
  vectorOf(passage: number): number[];
  write(path: string): Promise<void>;
};

/** Creates an empty index with room for `capacity` vectors. */
export function createVectorIndex(dimensions: number, capacity: number): VectorIndex {
  const index = new hnswlib.HierarchicalNSW('ip', dimensions);
  index.initIndex({
    maxElements: Math.max(capacity, 1),
    m: graphDegree,
    efConstruction: buildWidth,
    randomSeed,
  });
  return wrap(index);
}

/**
 * Opens an index that was written. hnswlib opens a file of another dimension without a word, so the number of
 * vectors and their length in the file must be those that the manifest states.
 * @throws IndexError `index-damaged`.
 */
export async function openVectorIndex(path: string, dimensions: number, count: number): Promise<VectorIndex> {
  const index = new hnswlib.HierarchicalNSW('ip', dimensions);
  try {
    await index.readIndex(path);
  } catch (cause) {
    throw damaged(path, cause);
  }
  if (index.getCurrentCount() !== count || (await writtenDimensions(path)) !== dimensions)
    throw damaged(path);
  return wrap(index);
}

function wrap(index: hnswlib.HierarchicalNSW): VectorIndex {
  return {
    get count() {
      return index.getCurrentCount();
    },
    add: (passage, vector) => {
      // hnswlib takes NaN without a word and then finds nothing near it.
      if (!vector.every(Number.isFinite))
        throw new TypeError(`The vector of passage ${passage} is not finite.`);
      index.addPoint(Array.from(vector), passage);
    },
    search: (vector, k) => {
      const wanted = Math.min(k, index.getCurrentCount());
      if (wanted === 0) return [];
      // The width of the search is not kept in the file.
      index.setEf(wanted + searchMargin);
      const { neighbors, distances } = index.searchKnn(Array.from(vector), wanted);
      return neighbors.map((passage, rank) => ({ passage, similarity: 1 - (distances[rank] ?? 1) }));
    },
    vectorOf: (passage) => index.getPoint(passage),
    write: async (path) => {
      await index.writeIndex(path);
      // hnswlib reports no error when the folder is missing or the disk is full.
      const written = await stat(path).catch(() => null);
      const leastBytes = index.getCurrentCount() * index.getNumDimensions() * Float32Array.BYTES_PER_ELEMENT;
      if (written === null || written.size < leastBytes) {
        throw Object.assign(new Error(`${path} was cut while it was written.`), { code: 'ENOSPC' });
      }
    },
  };
}

/** hnswlib 0.7, saveIndex: two 64-bit places in the header enclose an element's vector of 32-bit floats. */
async function writtenDimensions(path: string): Promise<number> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(48), 0, 48, 0);
    if (bytesRead < 48) return 0;
    const [afterVector, vector] = [buffer.readBigUInt64LE(32), buffer.readBigUInt64LE(40)];
    return Number(afterVector - vector) / Float32Array.BYTES_PER_ELEMENT;
  } finally {
    await file.close();
  }
}

function damaged(path: string, cause?: unknown): IndexError {
  return new IndexError(
    'index-damaged',
    `The file ${path} of the index is damaged: make the index again with "clausewise ingest DIR".`,
    { cause },
  );
}

import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IndexError } from '../../src/errors.ts';
import { createVectorIndex, openVectorIndex, type VectorIndex } from '../../src/knowledge/vector-index.ts';
import { useTemporaryFolder } from '../temporary-folder.ts';
import { innerProduct, randomVectors } from './random-vectors.ts';

const folder = useTemporaryFolder();
const dimensions = 16;
const vectors = randomVectors(500, dimensions, 1);
const questions = randomVectors(50, dimensions, 2);

function build(): VectorIndex {
  const index = createVectorIndex(dimensions, vectors.length);
  for (const [row, vector] of vectors.entries()) index.add(row, vector);
  return index;
}

/** The rows by their exact similarity to a question. */
function exactRows(question: Float32Array): number[] {
  const similarities = vectors.map((vector) => innerProduct(vector, question));
  return [...similarities.keys()].sort(
    (left, right) => (similarities[right] ?? 0) - (similarities[left] ?? 0),
  );
}

describe('a vector index', () => {
  it('finds at least 95 of 100 of the ten nearest', () => {
    const index = build();
    const hits = questions.map((question) => {
      const exact = new Set(exactRows(question).slice(0, 10));
      return index.search(question, 10).filter(({ passage }) => exact.has(passage)).length;
    });
    expect(hits.reduce((sum, hit) => sum + hit, 0) / (10 * questions.length)).toBeGreaterThanOrEqual(0.95);
  });

  it('gives the nearest first, with their inner products', () => {
    const [question = new Float32Array(dimensions)] = questions;
    const found = build().search(question, 20);
    expect(found.map(({ similarity }) => similarity)).toEqual(
      found.map(({ similarity }) => similarity).toSorted((left, right) => right - left),
    );
    for (const { passage, similarity } of found) {
      expect(similarity).toBeCloseTo(innerProduct(vectors[passage] ?? [], question), 5);
    }
  });

  it('gives all where more are asked for than it holds', () => {
    const [question = new Float32Array(dimensions)] = questions;
    expect(build().search(question, 10_000)).toHaveLength(vectors.length);
    expect(createVectorIndex(dimensions, 0).search(question, 10)).toEqual([]);
  });

  it('finds the same after it was written and opened', async () => {
    const index = build();
    const path = join(folder(), 'vectors');
    await index.write(path);
    const opened = await openVectorIndex(path, dimensions, vectors.length);
    expect(opened.count).toBe(vectors.length);
    expect(opened.vectorOf(7)).toEqual(index.vectorOf(7));
    for (const question of questions) expect(opened.search(question, 10)).toEqual(index.search(question, 10));
  });

  it('writes the same file for the same vectors', async () => {
    const [one, other] = [join(folder(), 'one'), join(folder(), 'other')];
    await build().write(one);
    await build().write(other);
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses a vector with %s', (value) => {
    const vector = new Float32Array(dimensions).fill(0.1);
    vector[3] = value;
    expect(() => createVectorIndex(dimensions, 1).add(0, vector)).toThrowError(/passage 0 is not finite/u);
  });

  it('refuses a vector of another dimension', () => {
    expect(() => createVectorIndex(dimensions, 1).add(0, new Float32Array(8).fill(0.1))).toThrowError();
  });

  it('says so when the folder that it is written to is missing', async () => {
    await expect(build().write(join(folder(), 'none', 'vectors'))).rejects.toMatchObject({ code: 'ENOSPC' });
  });

  it.each([
    ['of another count', vectors.length + 1, () => undefined],
    ['that was cut', vectors.length, (path: string) => truncateSync(path, 1_000)],
    ['of other bytes', vectors.length, (path: string) => writeFileSync(path, 'not an index')],
  ])('refuses to open a file %s', async (_what, count, damage) => {
    const path = join(folder(), 'vectors');
    await build().write(path);
    damage(path);
    const opening = openVectorIndex(path, dimensions, count);
    await expect(opening).rejects.toThrowError(IndexError);
    await expect(opening).rejects.toMatchObject({
      code: 'index-damaged',
      message: expect.stringContaining(path),
    });
  });

  // hnswlib answers getNumDimensions with what it was told, not with what stands in the file; until the size of
  // the file is compared as well, the distances of such an index are wrong without a word.
  it.each([dimensions / 2, dimensions * 2])('refuses to open a file as of %i dimensions', async (wrong) => {
    const path = join(folder(), 'vectors');
    await build().write(path);
    await expect(openVectorIndex(path, wrong, vectors.length)).rejects.toThrowError(IndexError);
  });

  it('refuses to open a file that is missing', async () => {
    await expect(openVectorIndex(join(folder(), 'none'), dimensions, 1)).rejects.toThrowError(IndexError);
  });
});
